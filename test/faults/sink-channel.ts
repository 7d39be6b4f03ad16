import { z } from 'zod';
import { callVendor, sendEach } from '../../channels/call-vendor.ts';
import type { Channel, SendResult } from '../../channels/contract.ts';

type Options = {
  /** How many messages at a time. */
  atOnce?: number;
  /** Hears of each message before and after. */
  beside?: (at: 'send' | 'answered') => unknown;
};

/** A channel that hands every message to a provider of ours, which answers an id. */
export const sinkChannel = (url: string, { atOnce = 1, beside = () => {} }: Options = {}): Channel => ({
  key: 'email',
  label: 'e-mail',
  capabilities: { maxTextLength: 4000, hasSubject: true, hasHtml: true, receipts: [], isIdempotent: false },
  normalise: (address) => address,
  providers: {
    test: {
      key: 'test',
      settings: z.unknown(),
      defaultLimits: [],
      open: () => ({
        close: async () => {},
        send: (messages) =>
          sendEach(messages, atOnce, async ({ messageId, content: { text } }) => {
            await beside('send');
            const result = await postToSink(url, JSON.stringify({ messageId, text }));
            await beside('answered');
            return result;
          }),
      }),
    },
  },
});

const HEADERS = { 'content-type': 'application/json' };
const taken = z.object({ providerId: z.string() });

async function postToSink(url: string, body: string): Promise<SendResult> {
  const answer = await callVendor({ url, headers: HEADERS, body, timeoutMs: 10_000 });
  return 'outcome' in answer ? answer : { outcome: 'submitted', ...taken.parse(answer.body) };
}
