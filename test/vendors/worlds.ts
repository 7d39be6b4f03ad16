// The vendors on loopback, as far as a sender sees them: each checks what it is asked against the vendor's own
// specification where that is at hand, keeps it, and answers as the vendor does.
import type { Opened } from '../../channels/contract.suite.ts';
import type { AccountPlace, Rendered, Sender } from '../../channels/contract.ts';
import { lineProvider } from '../../channels/line/messaging-api.ts';
import { rcsProvider } from '../../channels/rcs/twilio.ts';
import { twilioProvider } from '../../channels/sms/twilio.ts';
import { cloudProvider } from '../../channels/whatsapp/cloud.ts';
import { startVendor, type VendorReply, type VendorRequest } from '../vendor-server.ts';
import { lineSpec, metaSpec, twilioSpec, type Validate, withoutVendor } from './specs.ts';

const limits = [{ perMs: 1000, max: 1 }];
type Arrived = { messageId: string; to: string; content: Rendered };
type World = {
  spec: () => Validate;
  /** The body as the specification describes it, and what arrived with it. */
  read(request: VendorRequest): { body: unknown; arrived: Arrived } | null;
  answer(request: VendorRequest, arrived: Arrived[]): VendorReply;
  open(baseUrl: string): Sender;
};

const validators = new Map<() => Validate, Validate>();
function validatorOf(spec: () => Validate): Validate {
  const known = validators.get(spec) ?? spec();
  validators.set(spec, known);
  return known;
}

async function openWorld({ spec, read, answer, open }: World): Promise<Opened & { refused: string[] }> {
  const arrived: Arrived[] = [];
  const refused: string[] = [];
  const vendor = await startVendor((request) => {
    const given = read(request);
    const wrong = given && !withoutVendor ? validatorOf(spec)(given.body) : [];
    refused.push(...wrong);
    if (wrong.length > 0) return { status: 400, body: { message: wrong.join('; ') } };
    const reply = answer(request, arrived);
    if (given && typeof reply !== 'string' && reply.status < 300) arrived.push(given.arrived);
    return reply;
  });
  const sender = open(vendor.url);
  return {
    sender,
    refused,
    arrived: async () => arrived,
    close: async () => {
      await sender.close();
      await vendor.stop();
    },
  };
}

let made = 0;
const json = ({ body }: VendorRequest) => JSON.parse(body);

export const openWhatsAppWorld = () =>
  openWorld({
    spec: metaSpec,
    read: (request) => {
      const body = json(request);
      const content = { text: body.text?.body ?? '' };
      return { body, arrived: { messageId: body.biz_opaque_callback_data, to: body.to, content } };
    },
    answer: (request) => ({
      status: 200,
      body: {
        messaging_product: 'whatsapp',
        contacts: [{ input: json(request).to, wa_id: json(request).to.slice(1) }],
        messages: [{ id: `wamid.${++made}`, message_status: 'accepted' }],
      },
    }),
    open: (baseUrl) =>
      cloudProvider({ limits, baseUrl }).open({
        phoneNumberId: '106540352242922',
        accessToken: 'token',
        appSecret: 'app secret',
        verifyToken: 'chosen by us',
        apiVersion: 'v23.0',
        timeoutMs: 5000,
      }),
  });

export const openLineWorld = () => {
  const accepted = new Map<string, object>();
  return openWorld({
    spec: lineSpec,
    read: (request) => {
      if (request.method === 'GET') return null;
      const body = json(request);
      const content = { text: body.messages[0].text };
      return {
        body,
        arrived: { messageId: String(request.headers['x-line-retry-key']), to: body.to, content },
      };
    },
    answer: ({ method, headers }) => {
      if (method === 'GET') return { status: 200, body: { type: 'none' } };
      const key = String(headers['x-line-retry-key']);
      const before = accepted.get(key);
      if (before) return { status: 409, body: { message: 'The retry key is already accepted', ...before } };
      const sent = { sentMessages: [{ id: `46123096684206${++made}`, quoteToken: 'q' }] };
      accepted.set(key, sent);
      return { status: 200, body: sent };
    },
    open: (baseUrl) =>
      lineProvider({ limits, baseUrl }).open({
        channelAccessToken: 'token',
        channelSecret: 'secret',
        timeoutMs: 5000,
      }),
  });
};

const TWILIO = {
  accountSid: `AC${'a'.repeat(32)}`,
  authToken: 'token',
  messagingServiceSid: `MG${'b'.repeat(32)}`,
  timeoutMs: 5000,
};

export const openTwilioWorld = () =>
  openTwilioMessagesWorld((baseUrl, place) => twilioProvider({ limits, baseUrl }).open(TWILIO, place));

/** With a content template of Twilio's. */
export const openRcsWorld = () =>
  openTwilioMessagesWorld((baseUrl, place) =>
    rcsProvider({ limits, baseUrl }).open({ ...TWILIO, contentSid: `HX${'d'.repeat(32)}` }, place),
  );

const openTwilioMessagesWorld = (open: (baseUrl: string, place: AccountPlace) => Sender) => {
  const list: { sid: string; to: string; body: string; direction: string; date_created: string }[] = [];
  const place: AccountPlace = { webhookUrl: 'https://refrain.example/webhooks/t/a' };
  return openWorld({
    spec: twilioSpec,
    read: ({ method, body }) => {
      if (method !== 'POST') return null;
      const form = Object.fromEntries(new URLSearchParams(body)) as Record<string, string>;
      const messageId = new URL(form.StatusCallback!).searchParams.get('message')!;
      const text = form.Body ?? JSON.parse(form.ContentVariables!)[1];
      return { body: form, arrived: { messageId, to: form.To!.replace('rcs:', ''), content: { text } } };
    },
    answer: ({ method, path, body }) => {
      if (method === 'GET') {
        const to = new URL(path, 'http://x').searchParams.get('To');
        return { status: 200, body: { messages: list.filter((one) => one.to === to), next_page_uri: null } };
      }
      const form = new URLSearchParams(body);
      const sid = `SM${String(++made).padStart(32, '0')}`;
      const common = { direction: 'outbound-api', date_created: new Date().toUTCString() };
      const words = form.get('Body') ?? JSON.parse(form.get('ContentVariables')!)[1];
      list.push({ sid, to: form.get('To')!, body: words, ...common });
      return { status: 201, body: { sid, status: 'accepted', error_code: null } };
    },
    open: (baseUrl) => open(baseUrl, place),
  });
};
