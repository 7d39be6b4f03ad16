import { and, eq, inArray, or } from 'drizzle-orm';
import { type ReplyEffect, replies } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { addressHash } from '../consent/address-hash.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { type KeptRow, keepReplies, type Unkept } from './keep-replies.ts';
import { cleanReply, type ReplyInput } from './reply-input.ts';

export type Received = {
  replyId: string;
  conversationId: string | null;
  /** False when this message was here before; nothing is done a second time. */
  isNew: boolean;
  contactId: string | null;
  customerId: string | null;
  campaignId: string | null;
  effects: ReplyEffect[];
};

/** As `receiveReplies`, of one. */
export async function receiveReply(ctx: Ctx, input: ReplyInput): Promise<Received> {
  const [received] = await receiveReplies(ctx, [input]);
  return received!;
}

/**
 * Keeps inbound messages, whoever wrote them, in their order, and lets a stop act at once, in this transaction and by
 * code: triage, which may fail, comes later. The same (channel, externalId) twice is one reply. Throws `input:invalid`
 * for what has not the shape of a message.
 */
export async function receiveReplies(ctx: Ctx, inputs: readonly ReplyInput[]): Promise<Received[]> {
  demand(ctx.actor, 'reply');
  const told = inputs.map((input) => readInput(ctx, input));
  const known = await findKnown(ctx, told);
  const fresh = [...new Map(told.toReversed().map((one) => [one.key, one])).values()]
    .filter(({ key }) => !known.has(key))
    .toReversed();
  const kept = new Map((await keepReplies(ctx, fresh)).map((row) => [keyOf(row), row]));
  // Another process may have kept one of them meanwhile.
  const lost = await findKnown(
    ctx,
    fresh.filter(({ key }) => !kept.has(key)),
  );
  const rows = new Map<string, KeptRow>([...known, ...lost, ...kept]);
  return told.map(({ key }) => {
    // What is told twice in one go is new once.
    const isNew = kept.delete(key);
    return toReceived(rows.get(key)!, isNew);
  });
}

type Input = Unkept & { key: string };

const keyOf = ({ channel, externalId }: { channel: string; externalId: string }) =>
  `${channel} ${externalId}`;

function readInput(ctx: Ctx, input: ReplyInput): Input {
  const reply = cleanReply(input);
  const normalised = input.normalise(reply.channel, reply.identifier);
  const externalId = reply.externalId ?? reply.headers['message-id'] ?? `own:${newId()}`;
  return {
    ...{ reply, externalId, isAddress: normalised !== null, isLikelyStop: input.isLikelyStop },
    key: keyOf({ channel: reply.channel, externalId }),
    addressHash: addressHash(ctx.keys, normalised ?? reply.identifier.toLowerCase()),
  };
}

async function findKnown(ctx: Ctx, told: readonly Input[]): Promise<Map<string, KeptRow>> {
  if (told.length === 0) return new Map();
  const rows = await ctx.tx
    .select()
    .from(replies)
    .where(
      or(
        ...[...Map.groupBy(told, ({ reply }) => reply.channel)].map(([channel, of]) =>
          and(
            eq(replies.channel, channel),
            inArray(
              replies.externalId,
              of.map(({ externalId }) => externalId),
            ),
          ),
        ),
      ),
    );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function toReceived({ id, ...row }: KeptRow, isNew: boolean): Received {
  const { conversationId, contactId, customerId, campaignId, effects } = row;
  return { replyId: id, conversationId, isNew, contactId, customerId, campaignId, effects };
}
