// Meta's WhatsApp Cloud API. There is no idempotency: a submit that fell silent is unknown until a status names our id.
import { z } from 'zod';
import { callVendor, sendEach } from '../call-vendor.ts';
import type { LimitWindow, Outgoing, Provider, Sender, SendResult } from '../contract.ts';
import { judgeAnswer } from './judge-answer.ts';
import { isScopedId } from './normalise-person.ts';
import { cloudTemplates } from './templates.ts';
import { cloudWebhook } from './webhook.ts';

export const cloudSettings = z.strictObject({
  phoneNumberId: z.string().regex(/^\d{5,20}$/),
  /** Of the WhatsApp Business account, whose templates are listed and handed in; without it they cannot be. */
  businessAccountId: z
    .string()
    .regex(/^\d{5,20}$/)
    .optional(),
  /** Of Meta's app, by which the pictures of templates are uploaded; without it only those of words are handed in. */
  appId: z
    .string()
    .regex(/^\d{5,20}$/)
    .optional(),
  accessToken: z.string().min(1),
  appSecret: z.string().min(1),
  /** Chosen freely, and typed into Meta's form beside the address of the webhook. */
  verifyToken: z.string().min(8),
  apiVersion: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .default('v23.0'),
  timeoutMs: z.int().positive().default(20_000),
});
export type CloudSettings = z.infer<typeof cloudSettings>;

type Options = { limits: readonly LimitWindow[]; baseUrl: string };

export const cloudProvider = ({ limits, baseUrl }: Options): Provider<CloudSettings> => ({
  key: 'cloud-api',
  settings: cloudSettings,
  defaultLimits: limits,
  open: (settings) => openCloud(settings, baseUrl),
  webhook: cloudWebhook,
  templates: cloudTemplates(baseUrl),
});

// 80 messages a second is what a number carries; a round trip takes some 200 ms.
const AT_ONCE = 16;

function openCloud(settings: CloudSettings, baseUrl: string): Sender {
  const { phoneNumberId, accessToken, apiVersion, timeoutMs } = settings;
  async function sendOne(message: Outgoing): Promise<SendResult> {
    const answer = await callVendor({
      url: `${baseUrl}/${apiVersion}/${phoneNumberId}/messages`,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(bodyOf(message)),
      timeoutMs,
    });
    return 'outcome' in answer ? answer : judgeAnswer(answer);
  }
  return { send: (messages) => sendEach(messages, AT_ONCE, sendOne), close: async () => {} };
}

/** Outside an open conversation Meta takes only approved templates: plain text is for answers. */
function bodyOf({ to, content, messageId }: Outgoing): unknown {
  const { template, image, text } = content;
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...(isScopedId(to) ? { recipient: to } : { to }),
    // Comes back with every status of this message.
    biz_opaque_callback_data: messageId,
    ...(template ? { type: 'template', template: templateOf(template, image) } : freeForm(text, image)),
  };
}

type Content = Outgoing['content'];
const CAPTION = 1024;

const freeForm = (text: string, image: Content['image']) =>
  image && text.length <= CAPTION
    ? { type: 'image', image: { link: image.url, caption: text } }
    : { type: 'text', text: { preview_url: false, body: text } };

function templateOf(
  { name, language, parameters }: NonNullable<Content['template']>,
  image: Content['image'],
) {
  const components = [
    ...(image ? [{ type: 'header', parameters: [{ type: 'image', image: { link: image.url } }] }] : []),
    ...(parameters.length > 0
      ? [{ type: 'body', parameters: parameters.map((text) => ({ type: 'text', text })) }]
      : []),
  ];
  return { name, language: { code: language }, ...(components.length > 0 ? { components } : {}) };
}
