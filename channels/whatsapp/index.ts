import parsePhone, { type CountryCode } from 'libphonenumber-js';
import type { Channel, LimitWindow } from '../contract.ts';
import { type StandinStore, standinProvider } from '../standin.ts';

const DAY_MS = 86_400_000;

/** Templates to people outside an open conversation, in a moving day; the provider reports the real figure. */
const LIMITS: readonly LimitWindow[] = [{ perMs: DAY_MS, max: 1000 }];

export const createWhatsApp = ({ store }: { store: StandinStore }): Channel => ({
  key: 'whatsapp',
  label: 'WhatsApp',
  capabilities: {
    maxTextLength: 1024,
    hasSubject: false,
    hasHtml: false,
    receipts: ['delivered', 'read'],
    isIdempotent: true,
  },
  normalise: toE164,
  providers: { standin: standinProvider(store, { channel: 'whatsapp', limits: LIMITS }) },
});

/** "+66 90 000 0001" → "+66900000001"; a national number needs its country. */
export function toE164(address: string, country?: string): string | null {
  const phone = parsePhone(address, country as CountryCode | undefined);
  return phone?.isPossible() ? phone.number : null;
}
