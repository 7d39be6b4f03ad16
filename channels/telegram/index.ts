import type { Channel, LimitWindow } from '../contract.ts';
import { type StandinStore, standinProvider } from '../standin.ts';
import { TELEGRAM_API, telegramProvider } from './bot-api.ts';

/** What Telegram lets a bot say to different people. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 1000, max: 30 }];

type Deps = { store: StandinStore; telegramApi?: string };

export const createTelegram = ({ store, telegramApi = TELEGRAM_API }: Deps): Channel => ({
  key: 'telegram',
  label: 'Telegram',
  capabilities: { maxTextLength: 4096, hasSubject: false, hasHtml: false, receipts: [], isIdempotent: false },
  normalise: normaliseChatId,
  providers: {
    standin: standinProvider({ store, channel: 'telegram', limits: LIMITS }),
    'bot-api': telegramProvider({ limits: LIMITS, baseUrl: telegramApi }),
  },
});

/** The number of a person's chat with the bot; a name ("@ann") cannot be written to, a group is nobody. */
function normaliseChatId(address: string): string | null {
  const id = address.trim();
  // They have up to 52 bits.
  return /^[1-9]\d{4,15}$/.test(id) && Number.isSafeInteger(Number(id)) ? id : null;
}
