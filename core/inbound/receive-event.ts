import type { ChannelEvent } from '../../channels/contract.ts';
import { addressHash } from '../consent/address-hash.ts';
import { liftSuppression, suppress } from '../consent/suppress.ts';
import type { Ctx } from '../context.ts';
import { recordReceipt } from '../delivery/record-receipt.ts';
import { receiveReply } from '../replies/receive-reply.ts';
import type { ChannelNormaliser } from '../replies/reply-input.ts';

export type InboundEvent = { channel: string; event: ChannelEvent; normalise: ChannelNormaliser };

/**
 * Does what one signed event of a provider says, once however often it comes: a receipt settles its message, a reply
 * is kept and a stop in it acts, a wish made with the provider's own means holds for that address.
 */
export async function receiveEvent(ctx: Ctx, { channel, event, normalise }: InboundEvent): Promise<void> {
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
    case 'reply': {
      const { from: identifier, text: message, externalId, inReplyTo, at: receivedAt } = event;
      const told = { channel, identifier, message, externalId, inReplyTo, receivedAt, normalise };
      await receiveReply(ctx, { ...told, isSenderProven: true });
      return;
    }
    case 'opt_out':
    case 'opt_in': {
      const address = normalise(channel, event.address);
      if (!address) return;
      const wish = { addressHash: addressHash(ctx.keys, address), scope: event.scope, source: 'provider' };
      if (event.kind === 'opt_out') await suppress(ctx, { ...wish, reason: 'opted_out' });
      else await liftSuppression(ctx, wish);
      return;
    }
  }
}
