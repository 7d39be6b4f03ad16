import { z } from 'zod';
import { equalInConstantTime } from '../../lib/crypto.ts';
import type { ChannelEvent, Webhook } from '../contract.ts';
import { readJson } from '../read-json.ts';
import { messageName, type TelegramSettings } from './bot-api.ts';

// Telegram signs nothing: whoever knows the secret that was given to it is Telegram.
export const telegramWebhook: Webhook<TelegramSettings> = {
  isSigned: ({ webhookSecret }, { headers }) =>
    webhookSecret !== undefined &&
    equalInConstantTime(headers['x-telegram-bot-api-secret-token'] ?? '', webhookSecret),
  parse: ({ body }) => {
    const told = update.safeParse(readJson(body)).data;
    return told ? [...fromPerson(told), ...fromMembership(told)] : [];
  },
};

const chat = z.object({ id: z.number(), type: z.string() });
const seconds = z.number().transform((at) => new Date(at * 1000));
const status = z.object({ status: z.string() });

const update = z.object({
  update_id: z.number(),
  message: z
    .object({
      message_id: z.number(),
      date: seconds,
      chat,
      from: z.object({ is_bot: z.boolean().default(false) }).optional(),
      text: z.string().optional(),
      reply_to_message: z.object({ message_id: z.number() }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  my_chat_member: z
    .object({ chat, date: seconds, old_chat_member: status, new_chat_member: status })
    .optional()
    .catch(undefined),
});
type Update = z.infer<typeof update>;

/** What is said in a group is nobody's answer; "/stop" is the command with which people end a bot. */
function fromPerson({ update_id, message }: Update): ChannelEvent[] {
  if (!message?.text || message.chat.type !== 'private' || message.from?.is_bot) return [];
  const { chat: place, date: at, text, reply_to_message: answered } = message;
  const from = String(place.id);
  return [
    ...(/^\/stop\b/i.test(text)
      ? [{ kind: 'opt_out', address: from, scope: 'all', externalId: `${update_id}:wish`, at } as const]
      : []),
    {
      kind: 'reply',
      from,
      text,
      externalId: String(update_id),
      at,
      ...(answered ? { inReplyTo: messageName(place.id, answered.message_id) } : {}),
    },
  ];
}

/** They blocked the bot, or took that back. */
function fromMembership({ update_id, my_chat_member: told }: Update): ChannelEvent[] {
  if (told?.chat.type !== 'private') return [];
  const [before, after] = [told.old_chat_member.status, told.new_chat_member.status];
  const kind = after === 'kicked' ? 'opt_out' : before === 'kicked' && after === 'member' ? 'opt_in' : null;
  if (!kind) return [];
  return [
    { kind, address: String(told.chat.id), scope: 'all', externalId: String(update_id), at: told.date },
  ];
}
