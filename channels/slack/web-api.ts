// Messages to people and channels of a Slack workspace that our app is in, such as a shared one of a customer.
import type { ChatPostMessageArguments } from '@slack/web-api';
import { z } from 'zod';
import { apiSender, judgeSaid } from '../api-sender.ts';
import type { VendorAnswer } from '../call-vendor.ts';
import type { Channel, ChannelEvent, LimitWindow, Outgoing, Provider, SendResult } from '../contract.ts';
import type { Meaning } from '../meaning.ts';
import { readJson } from '../read-json.ts';
import { type StandinStore, standinProvider } from '../standin.ts';
import { SLACK_API } from './client.ts';
import { escapeSlack } from './read-text.ts';
import { isFromSlack } from './signature.ts';

export const slackChannelSettings = z.strictObject({
  /** "Bot User OAuth Token" of an app of its own: what people answer goes to the account, not to the agent. */
  botToken: z.string().startsWith('xoxb-'),
  signingSecret: z.string().min(16),
  timeoutMs: z.int().positive().default(20_000),
});
export type SlackChannelSettings = z.infer<typeof slackChannelSettings>;

/** Slack lets an app write about one message a second to each channel; people have channels of their own. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 1000, max: 20 }];

type Deps = { store: StandinStore; slackApi?: string };

export const createSlackChannel = ({ store, slackApi = SLACK_API }: Deps): Channel => ({
  key: 'slack',
  label: 'Slack',
  // Above 4,000 characters Slack advises against; it cuts at 40,000.
  capabilities: { maxTextLength: 4000, hasSubject: false, hasHtml: false, receipts: [], isIdempotent: false },
  normalise: normaliseSlackId,
  providers: {
    standin: standinProvider({ store, channel: 'slack', limits: LIMITS }),
    'web-api': slackProvider(slackApi),
  },
});

/** A person (U…, W…) or a channel (C…, G…) as Slack numbers them. */
function normaliseSlackId(address: string): string | null {
  const id = address.trim().toUpperCase();
  return /^[UWCG](?=[A-Z]*\d)[A-Z0-9]{7,20}$/.test(id) ? id : null;
}

const slackProvider = (baseUrl: string): Provider<SlackChannelSettings> => ({
  key: 'web-api',
  settings: slackChannelSettings,
  defaultLimits: LIMITS,
  open: ({ botToken, timeoutMs }) =>
    apiSender({
      atOnce: 10,
      call: (message) => ({
        url: new URL('chat.postMessage', baseUrl).href,
        headers: { authorization: `Bearer ${botToken}`, 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(bodyOf(message)),
        timeoutMs,
      }),
      judge,
    }),
  webhook: {
    isSigned: ({ signingSecret }, inbound) => isFromSlack(signingSecret, inbound),
    challenge: (_settings, { body }) => check.safeParse(readJson(body)).data?.challenge ?? null,
    parse: ({ body }) => fromPerson(readJson(body)),
  },
});

/** Says what it says and nothing more: no markup, no previews of links, nobody called by a name. */
const bodyOf = ({ to, content, messageId }: Outgoing) =>
  ({
    channel: to,
    text: escapeSlack(content.text),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    link_names: false,
    metadata: { event_type: 'refrain_message', event_payload: { id: messageId } },
  }) satisfies ChatPostMessageArguments;

const answered = z.object({
  ok: z.boolean(),
  channel: z.string().optional(),
  ts: z.string().optional(),
  error: z.string().optional(),
});

const entries = (meaning: Meaning, ...codes: string[]) =>
  codes.map((code): [string, Meaning] => [code, meaning]);
const MONTH = 30 * 24 * 3_600_000;

/** https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const ERRORS: ReadonlyMap<string, Meaning> = new Map([
  ...entries(
    { is: 'later', waitMs: 30_000 },
    'ratelimited',
    'rate_limited',
    'service_unavailable',
    'team_added_to_org',
  ),
  ...entries(
    { is: 'account' },
    ...['not_authed', 'invalid_auth', 'account_inactive', 'token_revoked', 'token_expired', 'missing_scope'],
    ...[
      'no_permission',
      'org_login_required',
      'ekm_access_denied',
      'access_denied',
      'team_access_not_granted',
    ],
  ),
  ...entries({ is: 'nobody' }, 'channel_not_found', 'user_not_found', 'user_disabled', 'is_archived'),
  ...entries(
    { is: 'not_here', forMs: MONTH },
    ...['not_in_channel', 'cannot_dm_bot', 'messages_tab_disabled', 'restricted_action', 'user_not_visible'],
  ),
]);
/** After these it may stand there all the same. */
const UNSURE = new Set(['fatal_error', 'internal_error', 'request_timeout']);

/** Slack says no with HTTP 200. */
function judge(answer: VendorAnswer): SendResult {
  const said = answered.safeParse(answer.body).data;
  if (said?.ok && said.channel && said.ts)
    return { outcome: 'submitted', providerId: `${said.channel}:${said.ts}` };
  const code = said?.ok === false ? (said.error ?? 'refused') : undefined;
  if (code && UNSURE.has(code)) return { outcome: 'unknown', detail: `Slack says ${code}.` };
  const status = code && answer.status < 300 ? 400 : answer.status;
  return judgeSaid({ ...answer, status }, { code, detail: code, meaning: ERRORS.get(code ?? '') });
}

const check = z.object({ type: z.literal('url_verification'), challenge: z.string().max(500) });
const told = z.object({
  event_id: z.string().min(1),
  event_time: z.number(),
  event: z.object({
    type: z.literal('message'),
    channel_type: z.literal('im'),
    user: z.string(),
    text: z.string().min(1),
    channel: z.string(),
    thread_ts: z.string().optional(),
    subtype: z.undefined().optional(),
    bot_id: z.undefined().optional(),
  }),
});

/** What a person says to the app alone is an answer; what is said in channels is theirs. */
function fromPerson(body: unknown): ChannelEvent[] {
  const found = told.safeParse(body).data;
  if (!found) return [];
  const { user: from, text, channel, thread_ts } = found.event;
  return [
    {
      kind: 'reply',
      from,
      text,
      externalId: found.event_id,
      at: new Date(found.event_time * 1000),
      ...(thread_ts ? { inReplyTo: `${channel}:${thread_ts}` } : {}),
    },
  ];
}
