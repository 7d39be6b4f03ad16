// A sender over a vendor's HTTP API that takes one message a request: what to ask, and what the answer means.
import { callVendor, retryAfterMs, sendEach, type VendorAnswer, type VendorCall } from './call-vendor.ts';
import type { Outgoing, Sender, SendResult } from './contract.ts';
import { type Meaning, resultOf } from './meaning.ts';

type Api = {
  /** How many requests run together: about what the vendor takes a second, by the seconds of a round trip. */
  atOnce: number;
  call(message: Outgoing): VendorCall;
  judge(answer: VendorAnswer, message: Outgoing): SendResult;
  /** The vendor knows a message that comes again: after silence it is tried again, which harms nobody. */
  isIdempotent?: boolean;
};

export const apiSender = ({ atOnce, call, judge, isIdempotent = false }: Api): Sender => ({
  send: (messages) =>
    sendEach(messages, atOnce, async (message) => {
      const answer = await callVendor(call(message));
      if (!('outcome' in answer)) return judge(answer, message);
      const mayRepeat = isIdempotent && answer.outcome === 'unknown';
      return mayRepeat ? { ...answer, outcome: 'retry', code: 'no_answer' } : answer;
    }),
  close: async () => {},
});

/** What a body says, as far as it is one of the vendor's: `id` of what it took, else why it did not. */
export type Said = {
  id?: string | undefined;
  code?: string | number | undefined;
  detail?: string | undefined;
  /** From the vendor's table; the status decides where its code stands in none. */
  meaning?: Meaning | undefined;
};

/**
 * For vendors without idempotency: what was taken without an id, and a fault on their side, may have gone out. For
 * what has neither code nor table the status decides.
 */
export function judgeSaid({ status, headers }: VendorAnswer, said: Said): SendResult {
  const detail = (said.detail ?? '').slice(0, 300);
  if (status >= 200 && status < 300)
    return said.id
      ? { outcome: 'submitted', providerId: said.id }
      : { outcome: 'unknown', detail: `HTTP ${status} without an id.` };
  if (status >= 500 && !said.meaning)
    return { outcome: 'unknown', detail: `HTTP ${status} ${detail}`.trim() };
  const code = String(said.code ?? status);
  return resultOf(said.meaning ?? byStatus(status), { code, detail, ...retryAfterMs(headers) });
}

function byStatus(status: number): Meaning {
  if (status === 401 || status === 403) return { is: 'account' };
  return status === 429 ? { is: 'later', waitMs: 5_000 } : { is: 'message' };
}
