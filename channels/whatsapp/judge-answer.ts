import { z } from 'zod';
import { retryAfterMs, type VendorAnswer } from '../call-vendor.ts';
import type { SendResult } from '../contract.ts';
import { type Meaning, resultOf } from '../meaning.ts';
import { META_ERRORS } from './errors.ts';

const accepted = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) });
const refusal = z.object({
  error: z.object({
    message: z.string(),
    code: z.number(),
    error_data: z.object({ details: z.string().optional() }).optional(),
  }),
});

/** What Meta's answer to a send means; what has no code of its own is a refusal of this message. */
export function judgeAnswer({ status, headers, body }: VendorAnswer): SendResult {
  if (status === 200) {
    const id = accepted.safeParse(body).data?.messages[0]?.id;
    if (id) return { outcome: 'submitted', providerId: id };
  }
  const error = refusal.safeParse(body).data?.error;
  // An answer that is not Meta's own, from a gateway on the way: the message may have got through.
  if (!error) return { outcome: 'unknown', detail: `HTTP ${status} without an answer of the API.` };
  const { code, message, error_data } = error;
  const said = { code: String(code), detail: error_data?.details ?? message, ...retryAfterMs(headers) };
  return resultOf(META_ERRORS.get(code) ?? byStatus(status), said);
}

function byStatus(status: number): Meaning {
  if (status === 401) return { is: 'account' };
  return status === 429 || status >= 500 ? { is: 'later', waitMs: 60_000 } : { is: 'message' };
}
