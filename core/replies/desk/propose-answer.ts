import { and, eq } from 'drizzle-orm';
import { answers, approvals, contacts, replies } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { isId } from '../../../lib/ids.ts';
import type { RowContent } from '../../approval/digest.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import type { ReplyRow } from '../read-triage-inputs.ts';
import { addressElsewhere } from './answer-elsewhere.ts';
import { fittingTemplates } from './answer-ways.ts';
import {
  answerAddress,
  layPenDown,
  refuseCollision,
  refuseMachine,
  refuseWindow,
  replaceWaiting,
  windowEnd,
} from './check-answer.ts';
import { refuseConfirmed, refuseStopped } from './check-stops.ts';
import { type Conversation, lockConversation } from './find-conversation.ts';
import { type FrozenAnswer, freezeAnswer } from './freeze-answer.ts';
import { refusal } from './refusal.ts';

/** Of the channel (channels/contract.ts). */
export type AnswerLimits = {
  maxTextLength: number;
  answerWindowHours?: number | undefined;
  hasSubject: boolean;
  isPublic?: boolean | undefined;
};
export type AnswerInput = {
  replyId: string;
  text: string;
  /** Of the channel that carries it. */
  limits: AnswerLimits;
  /** Another one than they wrote by, where the same person may be reached. */
  channel?: string | undefined;
  /** An approved text of the channel in place of one's own words: it goes outside the window, too. */
  templateId?: string | undefined;
  /** In place of a colleague's that waits for approval. */
  takesOver?: boolean | undefined;
  /** Only says that the message came: the conversation goes on waiting for an answer. */
  isAcknowledgement?: boolean;
  /** Says that a stop was heard: nothing else may follow one, and that only once. */
  confirmsStop?: boolean;
};
export type Proposed = FrozenAnswer & { replaced?: string };
export type Call = { threadId: string; toolCallId: string };

/**
 * Freezes an answer and asks for its approval by one person. Asked again by the same tool call it is the same one.
 * It takes the place of one that waits for approval in that conversation: `replaced` has the words of that. They wait
 * for an answer until it is approved, and a channel's window ends the asking.
 * Where the channel takes no free text any more, another channel of the same person or an approved text of it may carry
 * the answer. Throws `reply:unknown`, `reply:state` (a machine wrote, a stop stands, nobody is
 * known, the window is closed, no such way), `conversation:moved` (colleagues, or more came), `input:invalid`, `auth:forbidden`.
 */
export async function proposeAnswer(ctx: Ctx, input: AnswerInput, call?: Call): Promise<Proposed> {
  demand(ctx.actor, 'reply');
  const known = call && (await findByCall(ctx, call));
  if (known) return known;
  const reply = await findReply(ctx, input.replyId);
  const conversation = await lockConversation(ctx, reply.conversationId ?? '');
  const place = { conversation, reply };
  refuseMachine(reply);
  const contactId = reply.contactId ?? conversation.contactId;
  const { addressHash } = conversation;
  await (input.confirmsStop ? refuseConfirmed(ctx, reply) : refuseStopped(ctx, { contactId, addressHash }));
  const { address, closesAt } = await whereTo(ctx, { ...place, input });
  const rendered = input.templateId
    ? await templateOf(ctx, { conversation, templateId: input.templateId })
    : { text: checkText(input), ...(input.limits.hasSubject ? mailHead(reply, input) : {}) };
  await refuseCollision(ctx, { ...place, takesOver: input.takesOver ?? false });
  const replaced = await replaceWaiting(ctx, conversation.id);
  const [contact] = await ctx.tx.select().from(contacts).where(eq(contacts.id, address.contactId));
  const content: RowContent = {
    customerId: contact!.customerId,
    contactId: address.contactId,
    channel: address.channel,
    address: address.normalised,
    addressHash: address.hash,
    plannedAt: ctx.now.toISOString(),
    rendered,
    consent: { purpose: 'service', basis: 'they wrote to us', since: reply.receivedAt.toISOString() },
  };
  const name = `Answer to ${contact!.name ?? 'somebody without a name'}`.slice(0, 120);
  const frozen = await freezeAnswer(ctx, {
    ...{ conversationId: conversation.id, replyId: reply.id, name, content },
    closesAt,
    ...call,
  });
  if (!input.isAcknowledgement) await layPenDown(ctx, conversation.id);
  return { ...frozen, ...(replaced === null ? {} : { replaced }) };
}

type Sending = { conversation: Conversation; reply: ReplyRow; input: AnswerInput };

/** The address that it goes to, and until when its channel takes it; null: always. */
async function whereTo(ctx: Ctx, { conversation, reply, input }: Sending) {
  const { channel = conversation.channel, limits, templateId } = input;
  if (channel !== conversation.channel) {
    if (!templateId) return addressElsewhere(ctx, { conversation, channel, limits });
    throw refusal('An approved text goes by the channel they wrote by.', 'Name no other channel with it.');
  }
  const { lastReceivedAt } = conversation;
  const window = { channel, lastReceivedAt, windowHours: limits.answerWindowHours ?? null };
  if (!templateId) refuseWindow(ctx, window);
  const address = await answerAddress(ctx, { conversation, reply });
  return { address, closesAt: templateId ? null : windowEnd(window) };
}

async function templateOf(
  ctx: Ctx,
  { conversation, templateId }: { conversation: Conversation; templateId: string },
): Promise<RowContent['rendered']> {
  const found = (await fittingTemplates(ctx, conversation)).find(({ id }) => id === templateId);
  if (found) return found.rendered;
  throw new AppError(
    'reply:state',
    'That approved text does not fit this person, or is not approved any more.',
    {
      nextStep: 'Choose another one.',
    },
  );
}

async function findReply(ctx: Ctx, replyId: string): Promise<ReplyRow> {
  const [row] = isId(replyId) ? await ctx.tx.select().from(replies).where(eq(replies.id, replyId)) : [];
  if (!row) throw new AppError('reply:unknown', 'There is no such reply.');
  return row;
}

async function findByCall(ctx: Ctx, call: Call): Promise<FrozenAnswer | null> {
  const [row] = await ctx.tx
    .select({ approvalId: approvals.id, digest: approvals.digest, campaignId: approvals.campaignId })
    .from(approvals)
    .innerJoin(answers, eq(answers.approvalId, approvals.id))
    .where(and(eq(approvals.threadId, call.threadId), eq(approvals.toolCallId, call.toolCallId)));
  return row ?? null;
}

// Controls that a text has no use for; line breaks and tabs stay.
const CONTROLS = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;
const PLACEHOLDER = /\{\{.*?\}\}|\[(?:name|date|amount|company)\]|<(?:name|date|amount)>/iu;

function checkText({ text, limits }: AnswerInput): string {
  const clean = text.replace(/\r\n?/gu, '\n').replace(CONTROLS, '').toWellFormed().trim();
  const wrong = !clean
    ? 'There is nothing in the answer.'
    : clean.length > limits.maxTextLength
      ? `The answer has ${clean.length} characters; this channel carries ${limits.maxTextLength}.`
      : PLACEHOLDER.test(clean)
        ? 'A placeholder is left in the answer.'
        : null;
  if (wrong) throw new AppError('input:invalid', wrong, { where: { field: 'text' } });
  return clean;
}

const MESSAGE_ID = /^<[^<>\s]{1,900}>$/u;

function mailHead(
  { headers }: ReplyRow,
  { isAcknowledgement }: Pick<AnswerInput, 'isAcknowledgement'>,
): Pick<RowContent['rendered'], 'subject' | 'headers'> {
  const said = (headers.subject ?? '')
    .replace(/^(?:\s*(?:re|aw|antw|sv|rv|res|回复|答复)\s*[:：])+/iu, '')
    .trim();
  const id = headers['message-id']?.trim() ?? '';
  const head = {
    ...(MESSAGE_ID.test(id) ? { 'In-Reply-To': id, References: id } : {}),
    // So that no other robot answers it (RFC 3834).
    ...(isAcknowledgement ? { 'Auto-Submitted': 'auto-replied' } : {}),
  };
  return {
    subject: `Re: ${said || 'your message'}`.slice(0, 200),
    ...(Object.keys(head).length > 0 ? { headers: head } : {}),
  };
}
