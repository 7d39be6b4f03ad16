// Twilio's Messages API, for every kind of message that goes by it. It knows no idempotency: a submit that fell silent
// is looked for in its list of messages.
import { z } from 'zod';
import { apiSender } from '../api-sender.ts';
import { callVendor } from '../call-vendor.ts';
import type { AccountPlace, LookupResult, Outgoing, Rendered, Sender } from '../contract.ts';
import { reportUrl } from '../report-url.ts';
import { authorizationOf, judgeTwilio, type TwilioAccount } from './account.ts';

const AT_ONCE = 16;

type Ends = {
  baseUrl: string;
  place?: AccountPlace | undefined;
  /** How Twilio writes an address of the channel. */
  to(address: string): string;
  /** What a message has beside its address and where its reports go. */
  formOf(content: Rendered): Record<string, string>;
};

export function openTwilioMessages(account: TwilioAccount, { baseUrl, place, to, formOf }: Ends): Sender {
  const { accountSid, timeoutMs } = account;
  const list = `${baseUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`;
  const authorization = authorizationOf(account);
  const get = (url: string) => callVendor({ url, method: 'GET', headers: { authorization }, timeoutMs });
  return {
    ...apiSender({
      atOnce: AT_ONCE,
      call: ({ to: address, content, messageId }) => {
        const reports = reportUrl(place, messageId);
        const form = { To: to(address), ...formOf(content), ...(reports ? { StatusCallback: reports } : {}) };
        return {
          url: list,
          headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(form).toString(),
          timeoutMs,
        };
      },
      judge: judgeTwilio,
    }),
    lookup: (message) => findInList({ ...message, to: to(message.to) }, { list, get }),
  };
}

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
