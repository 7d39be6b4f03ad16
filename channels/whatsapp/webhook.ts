import { z } from 'zod';
import type { ChannelEvent, Inbound, Webhook } from '../contract.ts';
import { verdictOf } from '../meaning.ts';
import { signedByMeta } from '../meta/signed.ts';
import { readJson } from '../read-json.ts';
import type { CloudSettings } from './cloud.ts';
import { toLimit } from './daily-limit.ts';
import { META_ERRORS } from './errors.ts';
import { toTemplateStatus } from './template-status.ts';

export const cloudWebhook: Webhook<CloudSettings> = {
  ...signedByMeta,
  parse: ({ body, receivedAt }: Inbound) => {
    const entries = envelope.safeParse(readJson(body)).data?.entry ?? [];
    return entries.flatMap(({ id, time, changes }) =>
      changes.flatMap((change) => [
        ...read(value.safeParse(change.value).data),
        ...toLimit({ ...change, entry: id, at: time ?? receivedAt }),
        ...toTemplateStatus({ ...change, at: time ?? receivedAt }),
      ]),
    );
  },
};

const value = z.object({
  messages: z.array(z.unknown()).default([]),
  statuses: z.array(z.unknown()).default([]),
  user_preferences: z.array(z.unknown()).default([]),
});
const seconds = z.coerce.number().transform((at) => new Date(at * 1000));
const envelope = z.object({
  entry: z.array(
    z.object({
      id: z.string().default(''),
      time: seconds.optional(),
      changes: z.array(z.object({ field: z.string().default(''), value: z.unknown() })),
    }),
  ),
});

const message = z.object({
  // Who hides their number has no other name than the business's own for them.
  from: z.string().optional(),
  from_user_id: z.string().optional(),
  id: z.string(),
  timestamp: seconds,
  context: z.object({ id: z.string().optional() }).optional(),
  text: z.object({ body: z.string() }).optional(),
  button: z.object({ text: z.string() }).optional(),
  interactive: z
    .object({
      button_reply: z.object({ title: z.string(), id: z.string().optional() }).optional(),
      list_reply: z.object({ title: z.string(), id: z.string().optional() }).optional(),
    })
    .optional(),
});

const status = z.object({
  id: z.string(),
  status: z.string(),
  timestamp: seconds,
  recipient_id: z.string().optional(),
  recipient_user_id: z.string().optional(),
  biz_opaque_callback_data: z.string().optional(),
  errors: z
    .array(z.object({ code: z.number(), title: z.string().optional(), message: z.string().optional() }))
    .optional(),
});

const preference = z.object({
  wa_id: z.string().optional(),
  user_id: z.string().optional(),
  category: z.literal('marketing_messages'),
  value: z.enum(['stop', 'resume']),
  timestamp: seconds,
});

function read(told: z.infer<typeof value> | undefined): ChannelEvent[] {
  if (!told) return [];
  const { messages, statuses, user_preferences } = told;
  return [
    ...messages.flatMap((one) => toReply(message.safeParse(one).data)),
    ...statuses.flatMap((one) => toReceipt(status.safeParse(one).data)),
    ...user_preferences.flatMap((one) => toWish(preference.safeParse(one).data)),
  ];
}

// Numbers come without their plus.
const personOf = (number: string | undefined, scoped: string | undefined): string | null =>
  number ? `+${number.replace(/^\+/, '')}` : (scoped ?? null);

/** Who is known by both is told by the number; a stop under the other must find it. */
const samePerson = (
  number: string | undefined,
  scoped: string | undefined,
): { samePerson?: [string, string] } =>
  number && scoped ? { samePerson: [personOf(number, undefined)!, scoped] } : {};

function toReply(told: z.infer<typeof message> | undefined): ChannelEvent[] {
  if (!told) return [];
  const { text, button, interactive, context } = told;
  const words =
    text?.body ?? button?.text ?? interactive?.button_reply?.title ?? interactive?.list_reply?.title;
  const from = personOf(told.from, told.from_user_id);
  if (!words || !from) return [];
  const inReplyTo = context?.id ? { inReplyTo: context.id } : {};
  const payload = interactive?.button_reply?.id ?? interactive?.list_reply?.id;
  const names = samePerson(told.from, told.from_user_id);
  const base = { externalId: told.id, at: told.timestamp, ...names };
  return [
    {
      ...base,
      kind: 'reply',
      from,
      text: words,
      ...inReplyTo,
      ...(payload ? { payload } : {}),
    },
  ];
}

const RECEIPTS = { delivered: 'delivered', read: 'read', played: 'read', failed: 'failed' } as const;

function toReceipt(told: z.infer<typeof status> | undefined): ChannelEvent[] {
  const known =
    told && Object.hasOwn(RECEIPTS, told.status) ? RECEIPTS[told.status as keyof typeof RECEIPTS] : null;
  if (!told || !known) return [];
  const error = told.errors?.[0];
  return [
    {
      kind: 'receipt',
      status: known,
      providerId: told.id,
      externalId: `${told.id}:${told.status}`,
      at: told.timestamp,
      ...samePerson(told.recipient_id, told.recipient_user_id),
      ...(told.biz_opaque_callback_data ? { messageId: told.biz_opaque_callback_data } : {}),
      ...(error ? { detail: `${error.code} ${error.message ?? error.title ?? ''}`.trim() } : {}),
      ...verdictOf(error && META_ERRORS.get(error.code)),
    },
  ];
}

function toWish(told: z.infer<typeof preference> | undefined): ChannelEvent[] {
  if (!told) return [];
  const { wa_id, user_id, value: wish, timestamp: at } = told;
  const address = personOf(wa_id, user_id);
  if (!address) return [];
  const externalId = `preference:${wa_id ?? user_id}:${at.getTime()}`;
  const kind = wish === 'stop' ? 'opt_out' : 'opt_in';
  const names = samePerson(wa_id, user_id);
  return [{ kind, address, scope: 'marketing', byEveryName: true, externalId, at, ...names }];
}
