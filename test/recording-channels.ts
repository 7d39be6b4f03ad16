// Channels whose provider keeps what it is given and answers what the test says.
import { z } from 'zod';
import type { Channel, LookupResult, Outgoing, SendResult } from '../channels/contract.ts';
import type { Ctx } from '../core/context.ts';
import { openSenders } from '../core/delivery/open-senders.ts';
import { channelAccounts } from '../db/schema/index.ts';
import { seal } from '../lib/crypto.ts';
import { TEST_KEYS } from './workspace.ts';

type Answer = (message: Outgoing) => SendResult | Promise<SendResult>;

export function openRecordingChannels(keys: readonly string[] = ['email', 'whatsapp']) {
  const sent: Outgoing[] = [];
  const state = {
    sent,
    answer: ((message) => ({ outcome: 'submitted', providerId: `p-${message.messageId}` })) as Answer,
    lookup: null as ((message: Outgoing) => LookupResult) | null,
  };
  const channel = (key: string): Channel => ({
    key,
    label: key,
    capabilities: { maxTextLength: 4000, hasSubject: true, hasHtml: true, receipts: [], isIdempotent: false },
    normalise: (address) => (address.includes(' ') ? null : address),
    providers: { test: provider(state) },
  });
  const channels = new Map(keys.map((key) => [key, channel(key)]));
  return { ...state, state, channels, senders: openSenders({ channels, keys: TEST_KEYS }) };
}

function provider(state: {
  sent: Outgoing[];
  answer: Answer;
  lookup: ((message: Outgoing) => LookupResult) | null;
}): Channel['providers'][string] {
  return {
    key: 'test',
    settings: z.unknown(),
    defaultLimits: [],
    open: () => ({
      send: async (messages) => {
        const results: SendResult[] = [];
        for (const message of messages) {
          state.sent.push(message);
          results.push(await state.answer(message));
        }
        return results;
      },
      get lookup() {
        const { lookup } = state;
        return lookup ? async (message: Outgoing) => lookup(message) : undefined;
      },
      close: async () => {},
    }),
  };
}

type Account = { channel?: string; name?: string; limits?: { perMs: number; max: number }[] };

export async function addAccount(
  ctx: Ctx,
  { channel = 'email', name = `Test ${channel}`, limits = [] }: Account = {},
): Promise<string> {
  const [row] = await ctx.tx
    .insert(channelAccounts)
    .values({
      tenantId: ctx.tenant.id,
      channel,
      provider: 'test',
      name,
      sealedSettings: seal(ctx.keys.seal, '{}'),
      limits,
    })
    .returning();
  return row!.id;
}
