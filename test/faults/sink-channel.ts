import { z } from 'zod';
import { callVendor, sendEach } from '../../channels/call-vendor.ts';
import type { Channel, SendResult } from '../../channels/contract.ts';

/** A channel that hands every message to the sink, one after the other; `beside` hears of each before and after. */
export const sinkChannel = (url: string, beside: (at: 'send' | 'answered') => void = () => {}): Channel => ({
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
          sendEach(messages, 1, async ({ messageId }): Promise<SendResult> => {
            beside('send');
            const body = JSON.stringify({ messageId });
            const answer = await callVendor({ url, headers: {}, body, timeoutMs: 10_000 });
            beside('answered');
            if ('outcome' in answer) return answer;
            const { providerId } = z.object({ providerId: z.string() }).parse(answer.body);
            return { outcome: 'submitted', providerId };
          }),
      }),
    },
  },
});
