// Twilio's Messages API. It knows no idempotency: a submit that fell silent is looked for in its list of messages.
import { z } from 'zod';
import { callVendor, retryAfterMs, sendEach, type VendorAnswer } from '../call-vendor.ts';
import type {
  AccountPlace,
  LimitWindow,
  LookupResult,
  Outgoing,
  Provider,
  Sender,
  SendResult,
} from '../contract.ts';
import { resultOf } from '../meaning.ts';
import { TWILIO_ERRORS } from './errors.ts';
import { MESSAGE_PARAMETER, twilioWebhook } from './webhook.ts';

const sid = (kind: string) => z.string().regex(new RegExp(`^${kind}[0-9a-fA-F]{32}$`));

export const twilioSettings = z.strictObject({
  accountSid: sid('AC'),
  /** Also signs what Twilio tells us. */
  authToken: z.string().min(1),
  messagingServiceSid: sid('MG'),
  timeoutMs: z.int().positive().default(20_000),
});
export type TwilioSettings = z.infer<typeof twilioSettings>;

/** Where the API is: never a setting of a workspace, which could point our credentials anywhere. */
export const TWILIO_API = 'https://api.twilio.com';

type Options = { limits: readonly LimitWindow[]; baseUrl: string };

export const twilioProvider = ({ limits, baseUrl }: Options): Provider<TwilioSettings> => ({
  key: 'twilio',
  settings: twilioSettings,
  defaultLimits: limits,
  open: (settings, place) => openTwilio(settings, { baseUrl, place }),
  webhook: twilioWebhook,
});

const AT_ONCE = 16;

type Ends = { baseUrl: string; place?: AccountPlace | undefined };

function openTwilio(settings: TwilioSettings, { baseUrl, place }: Ends): Sender {
  const { accountSid, authToken, messagingServiceSid, timeoutMs } = settings;
  const list = `${baseUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;

  async function sendOne({ to, content, messageId }: Outgoing): Promise<SendResult> {
    const form = new URLSearchParams({
      To: to,
      MessagingServiceSid: messagingServiceSid,
      Body: content.text,
      // It would replace letters to save segments; what goes out is what was approved.
      SmartEncoded: 'false',
      ...callbackOf(place, messageId),
    });
    const answer = await callVendor({
      url: list,
      headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
      timeoutMs,
    });
    return 'outcome' in answer ? answer : judge(answer);
  }

  const get = (path: string) =>
    callVendor({ url: path, method: 'GET', headers: { authorization }, timeoutMs });
  return {
    send: (messages) => sendEach(messages, AT_ONCE, sendOne),
    lookup: (message) => findInList(message, { list, get }),
    close: async () => {},
  };
}

/** Twilio takes public addresses only, and refuses the whole message for another one. */
function callbackOf(place: AccountPlace | undefined, messageId: string): { StatusCallback?: string } {
  if (!place?.webhookUrl.startsWith('https://')) return {};
  const url = new URL(place.webhookUrl);
  url.searchParams.set(MESSAGE_PARAMETER, messageId);
  return { StatusCallback: url.href };
}

const created = z.object({ sid: z.string().min(1) });
const refusal = z.object({ code: z.number(), message: z.string().default('') });

function judge({ status, headers, body }: VendorAnswer): SendResult {
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

const page = z.object({
  messages: z.array(
    z.object({
      sid: z.string(),
      body: z.string().nullish(),
      direction: z.string(),
      date_created: z.string(),
    }),
  ),
  next_page_uri: z.string().nullish(),
});
type Page = z.infer<typeof page>;
type Found = Page['messages'][number];
type List = { list: string; get(url: string): ReturnType<typeof callVendor> };

const PAGES = 5;
// Twilio counts in seconds, by its own clock.
const SKEW_MS = 120_000;

/**
 * Looks for the message among those to this person since the attempt began. Not by the day it was sent: one that
 * waits in Twilio's own queue has none yet. "Absent" only where nothing at all went to the person since then.
 */
async function findInList(message: Outgoing, { list, get }: List): Promise<LookupResult> {
  if (!message.attemptedAt) return { outcome: 'unknown' };
  const since = message.attemptedAt.getTime() - SKEW_MS;
  const recent: Found[] = [];
  let next: string | null = `${list}?${new URLSearchParams({ To: message.to, PageSize: '100' })}`;
  for (let at = 0; next !== null; at += 1) {
    const read: Page | null = at < PAGES ? pageOf(await get(next)) : null;
    if (!read) return { outcome: 'unknown' };
    const sent = read.messages.filter(({ direction }) => direction.startsWith('outbound'));
    recent.push(...sent.filter(({ date_created }) => Date.parse(date_created) >= since));
    const isBehind = read.messages.some(({ date_created }) => Date.parse(date_created) < since);
    next = read.next_page_uri && !isBehind ? new URL(read.next_page_uri, list).href : null;
  }
  const same = recent.filter(({ body }) => body === message.content.text);
  if (same.length === 1) return { outcome: 'submitted', providerId: same[0]!.sid };
  return { outcome: recent.length === 0 ? 'absent' : 'unknown' };
}

const pageOf = (answer: Awaited<ReturnType<typeof callVendor>>): Page | null =>
  'status' in answer && answer.status === 200 ? (page.safeParse(answer.body).data ?? null) : null;
