import { z } from 'zod';
import type { Channel, LimitWindow } from '../contract.ts';
import { type StandinStore, standinProvider } from '../standin.ts';
import { createSmtp } from './smtp.ts';

const HOUR_MS = 3_600_000;

/** What an ordinary mailbox provider lets through before it asks questions. */
const LIMITS: readonly LimitWindow[] = [{ perMs: HOUR_MS, max: 100 }];

export const createEmail = ({ store }: { store: StandinStore }): Channel => ({
  key: 'email',
  label: 'E-mail',
  capabilities: {
    maxTextLength: 100_000,
    hasSubject: true,
    hasHtml: true,
    receipts: ['delivered'],
    isIdempotent: false,
  },
  normalise: normaliseEmail,
  providers: {
    standin: standinProvider(store, { channel: 'email', limits: LIMITS }),
    smtp: createSmtp(LIMITS),
  },
});

const email = z.email().max(254);

/** Lower-cased whole: no mailbox provider in use tells "Ann@" from "ann@", and an opt-out must reach both. */
export function normaliseEmail(address: string): string | null {
  const parsed = email.safeParse(address.trim().toLowerCase());
  return parsed.success ? parsed.data : null;
}
