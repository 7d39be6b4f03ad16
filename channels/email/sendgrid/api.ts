// Twilio SendGrid's Mail Send, version 3. Its own tracking stays off: what goes out is what was approved.
import { z } from 'zod';
import { apiSender, judgeSaid } from '../../api-sender.ts';
import type { VendorAnswer } from '../../call-vendor.ts';
import type { LimitWindow, Outgoing, Provider, SendResult } from '../../contract.ts';
import { oneLine, ownHeaders } from '../compose-mail.ts';
import { MESSAGE_ARGUMENT, sendgridWebhook } from './webhook.ts';

export const sendgridSettings = z.strictObject({
  apiKey: z.string().min(1),
  /** A verified sender; replies go to the sender of the message. */
  from: z.email(),
  /** "Verification key" of the signed event webhook; without it nothing is believed that comes by it. */
  webhookPublicKey: z.base64().min(80).optional(),
  timeoutMs: z.int().positive().default(20_000),
});
export type SendgridSettings = z.infer<typeof sendgridSettings>;

/** Where the API is: never a setting of a workspace, which could point our credentials anywhere. */
export const SENDGRID_API = 'https://api.sendgrid.com';

type Options = { limits: readonly LimitWindow[]; baseUrl: string };

export const sendgridProvider = ({ limits, baseUrl }: Options): Provider<SendgridSettings> => ({
  key: 'sendgrid',
  settings: sendgridSettings,
  defaultLimits: limits,
  open: ({ apiKey, from, timeoutMs }) =>
    apiSender({
      atOnce: 16,
      call: (message) => ({
        url: `${baseUrl}/v3/mail/send`,
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
        body: JSON.stringify(bodyOf(message, from)),
        timeoutMs,
      }),
      judge,
    }),
  webhook: sendgridWebhook,
});

const OFF = { enable: false };

function bodyOf({ messageId, to, content, sender }: Outgoing, from: string): unknown {
  const name = oneLine(sender.name);
  const parts = [
    { type: 'text/plain', value: content.text },
    { type: 'text/html', value: content.html ?? '' },
  ];
  return {
    personalizations: [{ to: [{ email: to }], custom_args: { [MESSAGE_ARGUMENT]: messageId } }],
    from: { email: from, ...(name ? { name } : {}) },
    ...(sender.email === from ? {} : { reply_to: { email: sender.email, ...(name ? { name } : {}) } }),
    subject: oneLine(content.subject ?? ''),
    // An empty part is refused.
    content: parts.filter(({ value }) => value !== ''),
    headers: ownHeaders({ messageId, content }),
    tracking_settings: {
      click_tracking: { ...OFF, enable_text: false },
      open_tracking: OFF,
      subscription_tracking: OFF,
      ganalytics: OFF,
    },
  };
}

const refusal = z.object({
  errors: z.array(z.object({ message: z.string(), field: z.string().nullish() })).min(1),
});

function judge(answer: VendorAnswer): SendResult {
  const errors = refusal.safeParse(answer.body).data?.errors ?? [];
  const isAboutAddress = errors.some(({ field }) => /^personalizations\.\d+\.to\b/.test(field ?? ''));
  return judgeSaid(answer, {
    id: String(answer.headers['x-message-id'] ?? '') || undefined,
    detail: errors.map(({ message }) => message).join(' '),
    ...(answer.status === 400 && isAboutAddress ? { meaning: { is: 'nobody' } } : {}),
  });
}
