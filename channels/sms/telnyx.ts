// Telnyx's Messaging API, version 2: the second way of a text message. It knows no idempotency.
import { z } from 'zod';
import { apiSender, judgeSaid } from '../api-sender.ts';
import type { VendorAnswer } from '../call-vendor.ts';
import type { AccountPlace, LimitWindow, Provider, SendResult } from '../contract.ts';
import { reportUrl } from '../report-url.ts';
import { TELNYX_ERRORS } from './telnyx-errors.ts';
import { telnyxWebhook } from './telnyx-webhook.ts';

export const telnyxSettings = z.strictObject({
  apiKey: z.string().min(1),
  messagingProfileId: z.uuid(),
  /** A number of the profile; without it the profile's own number pool sends. */
  from: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/)
    .optional(),
  /** "Public key" of the account: 32 bytes in base64; without it nothing is believed that Telnyx tells. */
  publicKey: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/)
    .optional(),
  timeoutMs: z.int().positive().default(20_000),
});
export type TelnyxSettings = z.infer<typeof telnyxSettings>;

/** Where the API is: never a setting of a workspace, which could point our credentials anywhere. */
export const TELNYX_API = 'https://api.telnyx.com';

type Options = { limits: readonly LimitWindow[]; baseUrl: string };

export const telnyxProvider = ({ limits, baseUrl }: Options): Provider<TelnyxSettings> => ({
  key: 'telnyx',
  settings: telnyxSettings,
  defaultLimits: limits,
  open: (settings, place) => openTelnyx(settings, { baseUrl, place }),
  webhook: telnyxWebhook,
});

type Ends = { baseUrl: string; place?: AccountPlace | undefined };

const openTelnyx = (
  { apiKey, messagingProfileId, from, timeoutMs }: TelnyxSettings,
  { baseUrl, place }: Ends,
) =>
  apiSender({
    atOnce: 16,
    call: ({ to, content, messageId }) => {
      const reports = reportUrl(place, messageId);
      return {
        url: `${baseUrl}/v2/messages`,
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          to,
          messaging_profile_id: messagingProfileId,
          ...(from ? { from } : {}),
          type: 'SMS',
          text: content.text,
          ...(reports ? { webhook_url: reports, use_profile_webhooks: false } : {}),
        }),
        timeoutMs,
      };
    },
    judge,
  });

const taken = z.object({ data: z.object({ id: z.string().min(1) }) });
const refusal = z.object({
  errors: z.array(
    z.object({ code: z.string(), title: z.string().default(''), detail: z.string().default('') }),
  ),
});

function judge(answer: VendorAnswer): SendResult {
  const error = refusal.safeParse(answer.body).data?.errors[0];
  return judgeSaid(answer, {
    id: taken.safeParse(answer.body).data?.data.id,
    code: error?.code,
    detail: error && `${error.title} ${error.detail}`.trim(),
    meaning: error && TELNYX_ERRORS.get(error.code),
  });
}
