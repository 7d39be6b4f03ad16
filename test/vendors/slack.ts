// Slack on loopback, as far as our app sees it: takes what the Web API takes, refuses what it refuses (unknown
// arguments, blocks over its limits, edits of messages that are not there), and keeps what people would see.
import { createHmac } from 'node:crypto';
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { startVendor, type VendorReply, type VendorRequest } from '../vendor-server.ts';

export const SLACK_SECRET = 'the signing secret of a test app';
export const SLACK_TOKEN = 'xoxb-a-test';

export type SlackMessage = {
  channel: string;
  ts: string;
  thread_ts: string | undefined;
  text: string;
  blocks: KnownBlock[];
  /** Seen by one person only. */
  only?: string;
};

/** The arguments that each method takes; another one is a mistake of ours. */
const TAKES: Record<string, readonly string[]> = {
  'auth.test': [],
  'chat.postMessage': [
    'channel',
    'thread_ts',
    'text',
    'blocks',
    'unfurl_links',
    'unfurl_media',
    'link_names',
  ],
  'chat.update': ['channel', 'ts', 'text', 'blocks'],
  'chat.postEphemeral': ['channel', 'user', 'text', 'thread_ts'],
  'chat.startStream': [
    'channel',
    'thread_ts',
    'markdown_text',
    'chunks',
    'recipient_user_id',
    'recipient_team_id',
  ],
  'chat.appendStream': ['channel', 'ts', 'markdown_text', 'chunks'],
  'chat.stopStream': ['channel', 'ts', 'markdown_text', 'chunks', 'blocks'],
  'conversations.open': ['users'],
  'reactions.add': ['channel', 'timestamp', 'name'],
  'reactions.remove': ['channel', 'timestamp', 'name'],
  'views.open': ['trigger_id', 'view'],
  'views.publish': ['user_id', 'view'],
  'assistant.threads.setStatus': ['channel_id', 'thread_ts', 'status'],
  'assistant.threads.setSuggestedPrompts': ['channel_id', 'thread_ts', 'title', 'prompts'],
  'files.getUploadURLExternal': ['filename', 'length'],
  'files.completeUploadExternal': ['files', 'channel_id', 'thread_ts'],
};

export async function startSlack() {
  const messages: SlackMessage[] = [];
  const calls: { method: string; args: Record<string, string> }[] = [];
  const wrong: string[] = [];
  const files: string[] = [];
  let clock = 1_795_000_000;
  const nextTs = () => {
    clock += 1;
    return `${clock}.000100`;
  };
  const find = (channel?: string, ts?: string) =>
    messages.find((one) => one.channel === channel && one.ts === ts);

  const answers: Record<string, (args: Record<string, string>) => Record<string, unknown>> = {
    'auth.test': () => ({ team_id: 'T1', user_id: 'UBOT', bot_id: 'B1' }),
    'chat.postMessage': (args) => keep(args),
    'chat.postEphemeral': (args) => keep(args, args.user),
    'chat.startStream': (args) => keep({ ...args, text: args.markdown_text ?? '' }),
    'chat.appendStream': ({ channel, ts, markdown_text }) => {
      const shown = find(channel, ts);
      if (!shown) return { error: 'message_not_in_streaming_state' };
      shown.text += markdown_text ?? '';
      return { channel, ts };
    },
    'chat.stopStream': ({ channel, ts, markdown_text }) => {
      const shown = find(channel, ts);
      if (!shown) return { error: 'message_not_in_streaming_state' };
      shown.text += markdown_text ?? '';
      return { channel, ts };
    },
    'chat.update': ({ channel, ts, text, blocks }) => {
      const shown = find(channel, ts);
      if (!shown) return { error: 'message_not_found' };
      Object.assign(shown, { text, blocks: JSON.parse(blocks ?? '[]') });
      return { channel, ts };
    },
    'conversations.open': ({ users }) => ({ channel: { id: `D${users}` } }),
    'files.getUploadURLExternal': () => ({ upload_url: `${vendor.url}/upload`, file_id: 'F1' }),
    'files.completeUploadExternal': () => ({ files: [{ id: 'F1' }] }),
  };

  function keep(args: Record<string, string>, only?: string) {
    const { channel = '', thread_ts, text = '' } = args;
    const blocks = JSON.parse(args.blocks ?? '[]') as KnownBlock[];
    const ts = nextTs();
    messages.push({ channel, ts, thread_ts, text, blocks, ...(only ? { only } : {}) });
    return { channel, ts };
  }

  const vendor = await startVendor((request): VendorReply => {
    if (request.path === '/upload') {
      files.push(request.body);
      return { status: 200, body: 'OK' };
    }
    const method = request.path.replace(/^\/api\//, '');
    const args = argumentsOf(request);
    calls.push({ method, args });
    const mistakes = mistakesIn(method, { args, request });
    wrong.push(...mistakes);
    if (mistakes.length > 0) return { status: 200, body: { ok: false, error: 'invalid_arguments' } };
    const answer = answers[method]?.(args) ?? {};
    return { status: 200, body: { ok: !('error' in answer), ...answer } };
  });

  return { ...vendor, api: `${vendor.url}/api/`, messages, calls, wrong, files };
}

export type Slack = Awaited<ReturnType<typeof startSlack>>;

const argumentsOf = ({ body }: VendorRequest): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(body));

function mistakesIn(
  method: string,
  { args, request }: { args: Record<string, string>; request: VendorRequest },
): string[] {
  const takes = TAKES[method];
  if (!takes) return [`${method} is none of ours`];
  const unknown = Object.keys(args).filter((name) => !takes.includes(name));
  const view = args.view ? (JSON.parse(args.view) as { blocks: KnownBlock[] }) : null;
  const blocks = view?.blocks ?? (args.blocks ? (JSON.parse(args.blocks) as KnownBlock[]) : []);
  return [
    ...unknown.map((name) => `${method} takes no ${name}`),
    ...(request.headers.authorization === `Bearer ${SLACK_TOKEN}` ? [] : [`${method} without the token`]),
    ...(blocks.length > (view ? 100 : 50) ? [`${method}: ${blocks.length} blocks`] : []),
    ...(method === 'views.open' ? mistakesOfView(JSON.parse(args.view!)) : blocks.flatMap(mistakesOf)).map(
      (what) => `${method}: ${what}`,
    ),
    ...((args.markdown_text ?? '').length > 12_000 ? [`${method}: a text too long for a stream`] : []),
  ];
}

const LONGEST: Record<string, number> = { section: 3000, header: 150 };

/** https://docs.slack.dev/reference/block-kit/blocks */
export function mistakesOf(block: KnownBlock): string[] {
  const found: string[] = [];
  if ('text' in block && block.text && typeof block.text === 'object') {
    const { text, type } = block.text;
    if (text.length === 0 || text.length > (LONGEST[block.type] ?? 3000))
      found.push(`${block.type} of ${text.length}`);
    if (type !== 'plain_text') found.push(`${block.type} that reads markup`);
  }
  if (block.type === 'actions') {
    const ids = block.elements.map((element) => ('action_id' in element ? element.action_id : undefined));
    if (new Set(ids).size !== ids.length) found.push('two actions with one id');
    if (block.elements.length > 25) found.push('too many actions');
    for (const element of block.elements)
      if (element.type === 'button' && (element.value ?? '').length > 2000) found.push('a value too long');
  }
  if (block.type === 'context' && block.elements.length > 10) found.push('too many elements');
  if (block.type === 'data_table' && block.rows.length > 100) found.push('too many rows');
  return found;
}

type Signed = { payload: string; headers: Record<string, string> };

/** https://docs.slack.dev/reference/views and /block-kit/blocks/input-block */
export function mistakesOfView(view: ModalView): string[] {
  const found = view.blocks.flatMap((block) => mistakesOf(block as KnownBlock));
  for (const part of ['title', 'submit', 'close'] as const)
    if ((view[part]?.text.length ?? 0) > 24) found.push(`${part} of more than 24`);
  if ((view.private_metadata ?? '').length > 3000) found.push('too much private_metadata');
  const ids = view.blocks.flatMap(({ block_id }) => block_id ?? []);
  if (new Set(ids).size !== ids.length) found.push('two blocks with one id');
  for (const block of view.blocks)
    if (block.type === 'input') found.push(...mistakesOfInput(block as InputBlock));
  return found;
}

function mistakesOfInput({ label, hint, element }: InputBlock): string[] {
  const found: string[] = [];
  if (label.text.length > 2000 || (hint?.text.length ?? 0) > 2000) found.push('a label or hint too long');
  if (element.type === 'plain_text_input') {
    const { max_length = 3000, initial_value = '' } = element;
    if (max_length > 3000 || initial_value.length > max_length) found.push('a text too long');
  }
  if (element.type === 'static_select') {
    const { options = [], initial_option } = element;
    if (options.length === 0 || options.length > 100) found.push(`${options.length} options`);
    if (options.some(({ text, value = '' }) => text.text.length > 75 || value.length > 150))
      found.push('an option too long');
    if (initial_option && !options.some(({ value }) => value === initial_option.value))
      found.push('an option that there is not');
  }
  return found;
}

/** A request as Slack signs it; `now` in seconds. */
export function signedBySlack(body: unknown, now: number, secret = SLACK_SECRET): Signed {
  const isForm = typeof body === 'string';
  const payload = isForm ? body : JSON.stringify(body);
  const signature = createHmac('sha256', secret).update(`v0:${now}:${payload}`).digest('hex');
  return {
    payload,
    headers: {
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      'x-slack-request-timestamp': String(now),
      'x-slack-signature': `v0=${signature}`,
    },
  };
}

export const slackEvent = (event: Record<string, unknown>) => ({
  type: 'event_callback',
  team_id: 'T1',
  api_app_id: 'A1',
  event_id: 'Ev1',
  event_time: 1,
  event,
});

export const slackForm = (payload: unknown): string =>
  new URLSearchParams({ payload: JSON.stringify(payload) }).toString();

/** A form that was filled in. */
export const submissionOf = (user: string, opened: { args: Record<string, string> }, values: object) => {
  const { callback_id, private_metadata } = JSON.parse(opened.args.view!) as ModalView;
  const filled = Object.entries(values).map(([key, value]) => [key, { value: { type: 'any', value } }]);
  const state = { values: Object.fromEntries(filled) };
  return slackForm({
    ...{ type: 'view_submission', user: { id: user } },
    view: { id: 'V1', callback_id, private_metadata, state },
  });
};

/** The button of a message, pressed by somebody. */
export function pressOf(message: SlackMessage, { user, action }: { user: string; action: string }) {
  const buttons = message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  const found = buttons.find((one) => one.type === 'button' && one.action_id === action);
  if (found?.type !== 'button') throw new Error(`There is no button ${action}.`);
  return {
    type: 'block_actions',
    user: { id: user, username: user, name: user, team_id: 'T1' },
    api_app_id: 'A1',
    trigger_id: `trigger-${message.ts}-${user}-${action}`,
    channel: { id: message.channel, name: 'somewhere' },
    message: { ts: message.ts, ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}) },
    actions: [{ type: 'button', action_id: action, value: found.value, action_ts: '1.1' }],
  };
}
