// Telegram's Bot API. A bot reaches people who began a conversation with it; there is no idempotency and no receipt.
import { z } from 'zod';
import { apiSender, judgeSaid } from '../api-sender.ts';
import type { VendorAnswer } from '../call-vendor.ts';
import type { LimitWindow, Provider, SendResult } from '../contract.ts';
import type { Meaning } from '../meaning.ts';
import { telegramWebhook } from './webhook.ts';

export const telegramSettings = z.strictObject({
  /** What BotFather gives. */
  botToken: z.string().regex(/^\d{5,15}:[\w-]{30,60}$/),
  /** Chosen freely, and given to setWebhook as `secret_token`: what comes without it counts as nothing. */
  webhookSecret: z
    .string()
    .regex(/^[\w-]{16,256}$/)
    .optional(),
  timeoutMs: z.int().positive().default(20_000),
});
export type TelegramSettings = z.infer<typeof telegramSettings>;

/** Where the API is: never a setting of a workspace, which could point our credentials anywhere. */
export const TELEGRAM_API = 'https://api.telegram.org';

type Options = { limits: readonly LimitWindow[]; baseUrl: string };

export const telegramProvider = ({ limits, baseUrl }: Options): Provider<TelegramSettings> => ({
  key: 'bot-api',
  settings: telegramSettings,
  defaultLimits: limits,
  open: ({ botToken, timeoutMs }) =>
    apiSender({
      atOnce: 10,
      call: ({ to, content: { text } }) => ({
        url: `${baseUrl}/bot${botToken}/sendMessage`,
        headers: { 'content-type': 'application/json' },
        // Without a parse mode every sign is shown as it is.
        body: JSON.stringify({ chat_id: Number(to), text, link_preview_options: { is_disabled: true } }),
        timeoutMs,
      }),
      judge,
    }),
  webhook: telegramWebhook,
});

const taken = z.object({
  ok: z.literal(true),
  result: z.object({ message_id: z.number(), chat: z.object({ id: z.number() }) }),
});
const refusal = z.object({
  ok: z.literal(false),
  error_code: z.number(),
  description: z.string().default(''),
  parameters: z.object({ retry_after: z.number().optional() }).optional(),
});

/** Its answers have no finer codes than HTTP's: the words decide. https://core.telegram.org/bots/api#making-requests */
function judge(answer: VendorAnswer): SendResult {
  const result = taken.safeParse(answer.body).data?.result;
  const refused = refusal.safeParse(answer.body).data;
  return judgeSaid(answer, {
    id: result && messageName(result.chat.id, result.message_id),
    code: refused?.error_code,
    detail: refused?.description,
    meaning: refused && meaningOf(refused),
  });
}

/** Messages are numbered within a chat. */
export const messageName = (chat: number, message: number): string => `${chat}:${message}`;

const DAY = 24 * 3_600_000;

function meaningOf({ error_code, description, parameters }: z.infer<typeof refusal>): Meaning | undefined {
  if (error_code === 429) return { is: 'later', waitMs: (parameters?.retry_after ?? 5) * 1000 };
  // A token that is none is answered with "Not Found".
  if (error_code === 401 || error_code === 404) return { is: 'account' };
  if (/blocked by the user/i.test(description)) return { is: 'opted_out' };
  if (/deactivated|chat not found|user not found|peer_id_invalid/i.test(description)) return { is: 'nobody' };
  if (/can'?t initiate conversation|kicked|not a member/i.test(description))
    return { is: 'not_here', forMs: 30 * DAY };
  return error_code === 403 ? { is: 'not_here', forMs: 30 * DAY } : undefined;
}
