import type { ChannelRegistry } from '../../channels/contract.ts';
import type { Press, Reply } from '../../channels/surface-contract.ts';
import { AppError } from '../../lib/errors.ts';
import { decideApproval } from '../approval/decide-approval.ts';
import { draftParts } from '../campaigns/draft-parts.ts';
import { readCampaign } from '../campaigns/read-campaign.ts';
import type { Ctx } from '../context.ts';
import { answerReply } from '../replies/desk/answer-reply.ts';
import { changeConversation } from '../replies/desk/change-conversation.ts';
import { replyPlace } from '../replies/desk/reply-channel.ts';
import { markReply } from '../replies/mark-reply.ts';
import { replyEntry } from '../replies/replies-part.ts';
import { demand } from '../tenants/roles.ts';
import { audienceCsv } from './audience-csv.ts';

/** What is left to do once the transaction is over. */
export type Pressed =
  | { kind: 'decided'; approvalId: string }
  | { kind: 'changed'; subjectId: string; tell?: string }
  | { kind: 'ask_answer'; reply: Reply }
  | { kind: 'file'; name: string; title: string; content: string };

type Deps = { channels: ChannelRegistry };

/**
 * Does what somebody pressed, in their own name: every right, the digest, four eyes and the one decision are checked
 * here as anywhere else, whatever the button said. Throws what the thing itself throws.
 */
export async function doPress(
  ctx: Ctx,
  press: Exclude<Press, { name: 'say' }>,
  { channels }: Deps,
): Promise<Pressed> {
  switch (press.name) {
    case 'approve':
    case 'reject': {
      const { approvalId, digest, name: decision } = press;
      await decideApproval(ctx, { approvalId, digest, decision });
      return { kind: 'decided', approvalId };
    }
    case 'answer': {
      demand(ctx.actor, 'answer');
      const reply = await replyEntry(ctx, press.replyId);
      if (!reply) throw unknownReply();
      return { kind: 'ask_answer', reply };
    }
    case 'send_answer': {
      const { replyId, text } = press;
      const { channel } = await replyPlace(ctx, replyId);
      const limits = channels.get(channel)?.capabilities;
      if (!limits) throw unknownReply();
      await answerReply(ctx, { replyId, text, limits });
      return { kind: 'changed', subjectId: replyId, tell: 'Your answer is on its way.' };
    }
    case 'assign': {
      const { conversationId } = await replyPlace(ctx, press.replyId);
      if (!conversationId || ctx.actor.kind !== 'person') throw unknownReply();
      await changeConversation(ctx, { conversationId, assignedTo: ctx.actor.userId });
      return { kind: 'changed', subjectId: press.replyId };
    }
    case 'done':
      await markReply(ctx, { replyId: press.replyId, status: 'done' });
      return { kind: 'changed', subjectId: press.replyId };
    case 'list': {
      demand(ctx.actor, 'read');
      const campaign = await readCampaign(ctx, press.campaignId);
      const { audience } = await draftParts(ctx, campaign);
      return { kind: 'file', name: 'audience.csv', title: campaign.name, content: audienceCsv(audience) };
    }
  }
}

const unknownReply = () => new AppError('reply:unknown', 'There is no such reply.');
