import { z } from 'zod';
import type { Inbound } from '../contract.ts';
import { readPress } from '../press.ts';
import { readJson } from '../read-json.ts';
import type { Press, SurfaceEvent } from '../surface-contract.ts';
import { aloneWith, placeOf } from './place.ts';
import { readSlackText } from './read-text.ts';

/** What Slack tells by one signed request: an event as JSON, an interaction or a command as a form. */
export function readSlackEvents(inbound: Inbound): SurfaceEvent[] {
  const type = inbound.headers['content-type'] ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return readEnvelope(readJson(inbound.body));
  const form = new URLSearchParams(Buffer.from(inbound.body).toString('utf8'));
  const payload = form.get('payload');
  if (payload) return readInteraction(readJson(Buffer.from(payload)));
  return readCommand(Object.fromEntries(form));
}

const message = z.object({
  type: z.enum(['app_mention', 'message']),
  user: z.string(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  channel: z.string(),
  channel_type: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
});
const assistant = z.object({
  type: z.literal('assistant_thread_started'),
  assistant_thread: z.object({ user_id: z.string(), channel_id: z.string(), thread_ts: z.string() }),
});
const homeOpened = z.object({
  type: z.literal('app_home_opened'),
  user: z.string(),
  tab: z.string().default('home'),
});
const envelope = z.object({ type: z.literal('event_callback'), event: z.unknown() });

/** An event of the Events API, by HTTP or by a socket. */
export function readEnvelope(body: unknown): SurfaceEvent[] {
  const event = envelope.safeParse(body).data?.event;
  const said = message.safeParse(event).data;
  if (said) return readMessage(said);
  const started = assistant.safeParse(event).data?.assistant_thread;
  if (started) {
    const place = placeOf(started.channel_id, started.thread_ts);
    return [{ kind: 'opened', what: 'assistant', from: started.user_id, place }];
  }
  const home = homeOpened.safeParse(event).data;
  if (home?.tab === 'home')
    return [{ kind: 'opened', what: 'home', from: home.user, place: aloneWith(home.user) }];
  return [];
}

// Everything else that has the shape of a message is an edit, a deletion, a joining, or our own.
const SPOKEN = new Set([undefined, 'file_share', 'thread_broadcast']);

function readMessage(told: z.infer<typeof message>): SurfaceEvent[] {
  const { type, user, text, ts, thread_ts, channel, channel_type, subtype, bot_id } = told;
  const isDirect = channel_type === 'im';
  if (bot_id || !SPOKEN.has(subtype) || (type === 'message' && !isDirect)) return [];
  // A mention begins a thread; a direct conversation without one is one.
  const place = placeOf(channel, thread_ts ?? (isDirect ? undefined : ts));
  // A message has one time in its channel: by whatever event it is told, and however often, it is the same.
  const externalId = `${channel}:${ts}`;
  return [{ kind: 'said', externalId, from: user, place, text: readSlackText(text), ref: ts }];
}

const command = z.object({ user_id: z.string(), text: z.string().default(''), trigger_id: z.string() });

export function readCommand(body: unknown): SurfaceEvent[] {
  const told = command.safeParse(body).data;
  if (!told) return [];
  const { user_id: from, text, trigger_id: externalId } = told;
  const place = aloneWith(from);
  if (!text.trim()) return [{ kind: 'opened', what: 'home', from, place }];
  return [{ kind: 'said', externalId, from, place, text: readSlackText(text) }];
}

const field = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

const interaction = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('block_actions'),
    user: z.object({ id: z.string() }),
    trigger_id: z.string(),
    channel: z.object({ id: z.string() }).optional(),
    message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
    actions: z.array(
      z.object({ action_id: z.string(), value: z.string().default(''), action_ts: z.string().default('') }),
    ),
  }),
  z.object({
    type: z.literal('view_submission'),
    user: z.object({ id: z.string() }),
    view: z.object({
      id: z.string(),
      callback_id: z.enum(['answer', 'contact', 'wording']),
      private_metadata: z.string().default(''),
      state: z.object({
        values: z.record(z.string(), z.record(z.string(), field)),
      }),
    }),
  }),
]);

export function readInteraction(body: unknown): SurfaceEvent[] {
  const told = interaction.safeParse(body).data;
  if (!told) return [];
  const from = told.user.id;
  if (told.type === 'view_submission') return readSubmission(from, told.view);
  const { channel, message: shown, trigger_id: trigger } = told;
  const isDirect = channel?.id.startsWith('D') ?? false;
  const thread = shown?.thread_ts ?? (isDirect ? undefined : shown?.ts);
  const place = channel ? placeOf(channel.id, thread) : aloneWith(from);
  return told.actions.flatMap(({ action_id, value, action_ts }) => {
    const press = readPress(action_id, value);
    const externalId = `${trigger}:${action_ts}`;
    return press ? [{ kind: 'pressed', externalId, from, place, press, trigger } as const] : [];
  });
}

type View = Extract<z.infer<typeof interaction>, { type: 'view_submission' }>['view'];

function readSubmission(
  from: string,
  { id: externalId, callback_id: form, private_metadata: about, state }: View,
): SurfaceEvent[] {
  const values = Object.fromEntries(
    Object.entries(state.values).map(([key, { value: filled }]) => [
      key,
      filled?.value ?? filled?.selected_option?.value ?? '',
    ]),
  );
  const press: Press = { name: 'submit', form, about, values };
  return [{ kind: 'pressed', externalId, from, place: aloneWith(from), press }];
}
