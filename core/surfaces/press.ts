import type { ChannelRegistry } from '../../channels/contract.ts';
import type { Form, Press } from '../../channels/surface-contract.ts';
import { AppError } from '../../lib/errors.ts';
import { decideApproval } from '../approval/decide-approval.ts';
import { audiencePart } from '../audience/audience-part.ts';
import { readCampaign } from '../campaigns/read-campaign.ts';
import type { Ctx } from '../context.ts';
import { decideDoubt } from '../replies/decide-doubt.ts';
import { changeConversation } from '../replies/desk/change-conversation.ts';
import { fitSavedAnswers } from '../replies/desk/fit-saved-answers.ts';
import { replyPlace } from '../replies/desk/reply-channel.ts';
import { markReply } from '../replies/mark-reply.ts';
import { expectAnswer } from './answer-said.ts';
import { takeOutAudience } from './audience-csv.ts';
import { answerForm } from './forms/answer-form.ts';
import { contactForm } from './forms/contact-form.ts';
import { takeForm } from './forms/take-form.ts';
import { wordingForm } from './forms/wording-form.ts';

/** What is left to do once the transaction is over. */
export type Pressed =
  | { kind: 'decided'; approvalId: string }
  | { kind: 'changed'; subjectId: string; tell?: string }
  /** `otherwise` is said where the platform has no forms. */
  | { kind: 'form'; form: Form; otherwise: string }
  | { kind: 'file'; name: string; title: string; content: string };

type Deps = {
  channels: ChannelRegistry;
  /** Who pressed, as their platform names them. */
  account: { appId: string; externalId: string };
  hasForms: boolean;
};

/**
 * Does what somebody pressed, in their own name: every right, the digest, four eyes and the one decision are checked
 * here as anywhere else, whatever the button said. Throws what the thing itself throws.
 */
export async function doPress(
  ctx: Ctx,
  press: Exclude<Press, { name: 'say' }>,
  { channels, account, hasForms }: Deps,
): Promise<Pressed> {
  switch (press.name) {
    case 'approve':
    case 'reject': {
      const { approvalId, digest, name: decision } = press;
      await decideApproval(ctx, { approvalId, digest, decision });
      return { kind: 'decided', approvalId };
    }
    case 'answer': {
      const { form, reply } = await answerForm(ctx, { replyId: press.replyId, channels });
      if (!hasForms) await expectAnswer(ctx, { ...account, replyId: reply.id });
      const who = reply.contact ?? reply.customer ?? 'them';
      const saved = hasForms ? [] : await fitSavedAnswers(ctx, { replyId: reply.id });
      const names = saved.flatMap(({ name, text }) => (text === null ? [] : `“${name}”`)).slice(0, 8);
      const otherwise = [
        `What shall ${who} be told? Write it as your next message: I show it to you before it goes.`,
        ...(names.length > 0
          ? [`The name of a saved answer will do: ${[...new Set(names)].join(', ')}.`]
          : []),
        '“Cancel” leaves it.',
      ].join(' ');
      return { kind: 'form', form, otherwise };
    }
    case 'contact': {
      const form = await contactForm(ctx, press.replyId);
      return { kind: 'form', form, otherwise: 'Say who is new there, and I show you the change.' };
    }
    case 'wording': {
      const form = await wordingForm(ctx, press.campaignId);
      return { kind: 'form', form, otherwise: 'Say what the text should be, and I show you the messages.' };
    }
    case 'submit':
      return { kind: 'changed', ...(await takeForm(ctx, press, { channels })) };
    case 'assign': {
      const { conversationId } = await replyPlace(ctx, press.replyId);
      if (!conversationId || ctx.actor.kind !== 'person') throw unknownReply();
      await changeConversation(ctx, { conversationId, assignedTo: ctx.actor.userId });
      return { kind: 'changed', subjectId: press.replyId };
    }
    case 'done':
      await markReply(ctx, { replyId: press.replyId, status: 'done' });
      return { kind: 'changed', subjectId: press.replyId };
    case 'stop':
    case 'no_stop':
      await decideDoubt(ctx, { replyId: press.replyId, isStop: press.name === 'stop' });
      return { kind: 'changed', subjectId: press.replyId };
    case 'list': {
      const campaign = await readCampaign(ctx, press.campaignId);
      const { id: campaignId, draft } = campaign;
      const audience = await audiencePart(ctx, { filter: draft.filter, draft, campaignId });
      const file = {
        name: 'audience.csv',
        title: campaign.name,
        content: await takeOutAudience(ctx, audience),
      };
      return { kind: 'file', ...file };
    }
  }
}

const unknownReply = () => new AppError('reply:unknown', 'There is no such reply.');
