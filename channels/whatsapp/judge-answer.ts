import { z } from 'zod';
import { retryAfterMs, type VendorAnswer } from '../call-vendor.ts';
import type { SendResult } from '../contract.ts';

const accepted = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) });
const refusal = z.object({
  error: z.object({
    message: z.string(),
    code: z.number(),
    error_data: z.object({ details: z.string().optional() }).optional(),
  }),
});

const MINUTE = 60_000;
// Not now: too many of the account's, of the number's, to this person; a spam brake; a service that is down.
const LATER = new Map([
  [4, 5 * MINUTE],
  [80007, 5 * MINUTE],
  [130429, 5_000],
  [131048, 60 * MINUTE],
  [131056, 7_000],
  [131016, MINUTE],
  [131000, MINUTE],
]);
// About the account, not the message: token, permission, payment, lock, policy.
const ACCOUNT = new Set([0, 3, 10, 190, 200, 368, 131005, 131031, 131042, 133010]);
const PERSON_STOPPED = 131050;

/** Meta's codes decide, never its titles. What has no code of its own is a refusal of this message. */
export function judgeAnswer({ status, headers, body }: VendorAnswer): SendResult {
  if (status === 200) {
    const id = accepted.safeParse(body).data?.messages[0]?.id;
    if (id) return { outcome: 'submitted', providerId: id };
  }
  const error = refusal.safeParse(body).data?.error;
  // An answer that is not Meta's own, from a gateway on the way: the message may have got through.
  if (!error) return { outcome: 'unknown', detail: `HTTP ${status} without an answer of the API.` };
  const { code, message } = error;
  const detail = error.error_data?.details ?? message;
  const wait = LATER.get(code);
  if (wait)
    return { outcome: 'retry', code: String(code), detail, retryAfterMs: wait, ...retryAfterMs(headers) };
  if (ACCOUNT.has(code) || status === 401) return { outcome: 'retry', code: 'auth', detail };
  if (status === 429 || status >= 500)
    return { outcome: 'retry', code: String(code), detail, ...retryAfterMs(headers) };
  const suppress = code === PERSON_STOPPED ? ({ suppress: 'opted_out' } as const) : {};
  return { outcome: 'rejected', code: String(code), detail, ...suppress };
}
