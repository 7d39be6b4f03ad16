import type { ChannelEvent } from '../../channels/contract.ts';
import type { SurfaceRegistry } from '../../channels/surface-contract.ts';
import { learnLimit } from '../accounts/learn-limit.ts';
import { addressHash } from '../consent/address-hash.ts';
import { addressesOf } from '../consent/opt-out-contact.ts';
import { liftSuppression, type NewSuppression, suppress } from '../consent/suppress.ts';
import { takeStatus } from '../content/message-templates/take-status.ts';
import type { Ctx } from '../context.ts';
import { recordReceipt } from '../delivery/record-receipt.ts';
import type { Triager } from '../ports.ts';
import { receiveReplies } from '../replies/receive-reply.ts';
import type { ChannelNormaliser } from '../replies/reply-input.ts';
import { accountsOfAgent, type Diverted, divertToAgent } from '../surfaces/divert.ts';
import { keepNames } from './keep-names.ts';

/** `requestId`: by which it was told. */
export type InboundEvent = {
  accountId: string;
  channel: string;
  event: ChannelEvent;
  requestId?: string | null;
};
type Told<Kind extends ChannelEvent['kind']> = InboundEvent & {
  event: Extract<ChannelEvent, { kind: Kind }>;
};
type By = { normalise: ChannelNormaliser; surfaces: SurfaceRegistry; triager?: Triager };

/**
 * Does what signed events of providers say, once however often they come: a receipt settles its message, a reply is kept
 * and a stop in it acts, a wish made with the provider's own means holds for that address, and what an account may send, or became of a template, is kept. Answers for each what is for
 * the agent rather than a customer's.
 */
export async function receiveEvents(
  ctx: Ctx,
  { events, normalise, surfaces, triager }: By & { events: readonly InboundEvent[] },
): Promise<(Diverted | null)[]> {
  await keepNames(ctx, { events, normalise });
  const shared = await accountsOfAgent(
    ctx,
    events.map(({ accountId }) => accountId),
  );
  const diverted: (Diverted | null)[] = [];
  const replies: Told<'reply'>[] = [];
  for (const told of events) {
    let own: Diverted | null = null;
    if (isReply(told)) {
      if (shared.has(told.accountId)) own = await divertToAgent(ctx, { ...told, normalise, surfaces });
      if (!own) replies.push(told);
    } else await receiveReport(ctx, told, normalise);
    diverted.push(own);
  }
  await receiveReplies(
    ctx,
    replies.map((told) => ({ ...replyOf(told, normalise), isLikelyStop: triager?.isLikelyStop })),
  );
  return diverted;
}

const isReply = (told: InboundEvent): told is Told<'reply'> => told.event.kind === 'reply';

function replyOf({ channel, event }: Told<'reply'>, normalise: ChannelNormaliser) {
  const { from: identifier, text: message, externalId, inReplyTo, at: receivedAt } = event;
  return { channel, identifier, message, externalId, inReplyTo, receivedAt, normalise, isSenderProven: true };
}

async function receiveReport(
  ctx: Ctx,
  { accountId, channel, event }: InboundEvent,
  normalise: ChannelNormaliser,
): Promise<void> {
  switch (event.kind) {
    case 'receipt': {
      const { status, ...receipt } = event;
      const named = { ...receipt, kind: status };
      // Our own id first: it also finds a message whose submit was interrupted before the provider's was known.
      const found = event.messageId ? await recordReceipt(ctx, named) : 'no_such_message';
      const { messageId: _, ...byProvider } = named;
      if (found === 'no_such_message') await recordReceipt(ctx, byProvider);
      return;
    }
    case 'opt_out':
    case 'opt_in': {
      const address = normalise(channel, event.address);
      if (!address) return;
      const wish = { addressHash: addressHash(ctx.keys, address), scope: event.scope, source: 'provider' };
      if (event.kind === 'opt_in') await liftSuppression(ctx, wish);
      else {
        await suppress(ctx, { ...wish, reason: 'opted_out' });
        if (event.byEveryName) await stopOtherNames(ctx, { ...wish, reason: 'opted_out', channel });
      }
      return;
    }
    case 'limit':
      return learnLimit(ctx, { ...event, accountId });
    case 'template':
      return takeStatus(ctx, { ...event, channel });
  }
}

/** One other name on the channel is the same person's. Of several nobody knows which: they are held until a person decides. */
async function stopOtherNames(
  ctx: Ctx,
  { channel, ...stop }: NewSuppression & { channel: string },
): Promise<void> {
  const [theirs] = await addressesOf(ctx, [stop]);
  const others = new Set(
    theirs!.filter((one) => one.channel === channel && one.hash !== stop.addressHash).map(({ hash }) => hash),
  );
  for (const addressHash of others)
    await suppress(
      ctx,
      others.size === 1 ? { ...stop, addressHash } : { ...stop, addressHash, scope: 'held', reason: 'held' },
    );
}
