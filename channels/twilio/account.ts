// What every product of Twilio's asks for, and what its API answers.
import { z } from 'zod';
import { retryAfterMs, type VendorAnswer } from '../call-vendor.ts';
import type { SendResult } from '../contract.ts';
import { resultOf } from '../meaning.ts';
import { TWILIO_ERRORS } from './errors.ts';

export const twilioSid = (kind: string) => z.string().regex(new RegExp(`^${kind}[0-9a-fA-F]{32}$`));

export const twilioAccount = {
  accountSid: twilioSid('AC'),
  /** Also signs what Twilio tells us. */
  authToken: z.string().min(1),
  timeoutMs: z.int().positive().default(20_000),
};
export type TwilioAccount = { accountSid: string; authToken: string; timeoutMs: number };

/** Where the API is: never a setting of a workspace, which could point our credentials anywhere. */
export const TWILIO_API = 'https://api.twilio.com';

export const authorizationOf = ({ accountSid, authToken }: TwilioAccount): string =>
  `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;

const created = z.object({ sid: z.string().min(1) });
const refusal = z.object({ code: z.number(), message: z.string().default('') });

/** What Twilio's answer to a message or a call means. */
export function judgeTwilio({ status, headers, body }: VendorAnswer): SendResult {
  if (status === 201 || status === 200) {
    const sid = created.safeParse(body).data?.sid;
    if (sid) return { outcome: 'submitted', providerId: sid };
  }
  const said = refusal.safeParse(body).data;
  // A fault on their side, or an answer that is not the API's: the message may have got through.
  if (!said || (status >= 500 && !TWILIO_ERRORS.has(said.code)))
    return { outcome: 'unknown', detail: `HTTP ${status}: ${said?.message ?? 'no answer of the API'}` };
  const { code, message: detail } = said;
  const usual =
    status === 401 || status === 403 ? ({ is: 'account' } as const) : ({ is: 'message' } as const);
  const meaning = TWILIO_ERRORS.get(code) ?? (status === 429 ? LATER : usual);
  return resultOf(meaning, { code: String(code), detail, ...retryAfterMs(headers) });
}
const LATER = { is: 'later', waitMs: 5_000 } as const;
