// Mailgun's Messages API. Its own tracking stays off: what goes out is what was approved.
import { z } from 'zod';
import { apiSender, judgeSaid } from '../../api-sender.ts';
import type { VendorAnswer } from '../../call-vendor.ts';
import type { LimitWindow, Outgoing, Provider, SendResult } from '../../contract.ts';
import type { Meaning } from '../../meaning.ts';
import { oneLine, ownHeaders } from '../compose-mail.ts';
import { MESSAGE_VARIABLE, mailgunWebhook } from './webhook.ts';

export const mailgunSettings = z.strictObject({
  apiKey: z.string().min(1),
  domain: z.hostname(),
  region: z.enum(['us', 'eu']).default('us'),
  /** An address of that domain; replies go to the sender of the message. */
  from: z.email(),
  /** "HTTP webhook signing key"; without it nothing is believed that comes by one. */
  webhookSigningKey: z.string().min(1).optional(),
  timeoutMs: z.int().positive().default(20_000),
});
export type MailgunSettings = z.infer<typeof mailgunSettings>;

/** Where the API is: never a setting of a workspace, which could point our credentials anywhere. */
const MAILGUN_API = { us: 'https://api.mailgun.net', eu: 'https://api.eu.mailgun.net' };

type Options = { limits: readonly LimitWindow[]; baseUrl?: string | undefined };

export const mailgunProvider = ({ limits, baseUrl }: Options): Provider<MailgunSettings> => ({
  key: 'mailgun',
  settings: mailgunSettings,
  defaultLimits: limits,
  open: ({ apiKey, domain, region, from, timeoutMs }) =>
    apiSender({
      atOnce: 16,
      call: (message) => ({
        url: `${baseUrl ?? MAILGUN_API[region]}/v3/${domain}/messages`,
        headers: {
          authorization: `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(formOf(message, from)).toString(),
        timeoutMs,
      }),
      judge,
    }),
  webhook: mailgunWebhook,
});

function formOf({ messageId, to, content, sender }: Outgoing, from: string): Record<string, string> {
  const headers = Object.entries(ownHeaders({ messageId, content }));
  return {
    from: `${quoted(sender.name)}<${from}>`,
    to,
    subject: oneLine(content.subject ?? ''),
    // One of both is asked for; an empty one counts as none.
    ...(content.text || !content.html ? { text: content.text || ' ' } : {}),
    ...(content.html ? { html: content.html } : {}),
    ...(sender.email === from ? {} : { 'h:Reply-To': `${quoted(sender.name)}<${sender.email}>` }),
    'h:Message-Id': `<${messageId}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    ...Object.fromEntries(headers.map(([name, value]) => [`h:${name}`, value])),
    [`v:${MESSAGE_VARIABLE}`]: messageId,
    'o:tracking': 'no',
  };
}

/** A name as RFC 5322 quotes it; Mailgun encodes what is not ASCII. */
function quoted(name: string): string {
  const words = oneLine(name).replace(/["\\]/g, '\\$&');
  return words ? `"${words}" ` : '';
}

const said = z.object({ id: z.string().optional(), message: z.string().default('') });

function judge(answer: VendorAnswer): SendResult {
  const { id, message } = said.safeParse(answer.body).data ?? { message: '' };
  return judgeSaid(answer, { id, detail: message, meaning: meaningOf(answer.status, message) });
}

function meaningOf(status: number, message: string): Meaning | undefined {
  // Payment is due; the domain is not there.
  if (status === 402 || status === 404) return { is: 'account' };
  if (status !== 400) return undefined;
  if (/'?to'? parameter is not a valid address/i.test(message)) return { is: 'nobody' };
  return /domain .*(not allowed to send|is not active|disabled)/i.test(message)
    ? { is: 'account' }
    : undefined;
}
