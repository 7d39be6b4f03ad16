import type { Channel, LimitWindow } from '../contract.ts';
import { type StandinStore, standinProvider } from '../standin.ts';
import { normaliseEmail } from './normalise-email.ts';
import { smtpProvider } from './smtp.ts';

/** 100 in a moving hour: what a young sender gets through before mailbox providers look twice. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 3_600_000, max: 100 }];

export const createEmail = ({ store }: { store: StandinStore }): Channel => ({
  key: 'email',
  label: 'E-mail',
  capabilities: {
    // Gmail hides what follows the first 102 kB.
    maxTextLength: 100_000,
    hasSubject: true,
    hasHtml: true,
    receipts: ['delivered'],
    isIdempotent: false,
  },
  normalise: normaliseEmail,
  providers: {
    standin: standinProvider({ store, channel: 'email', limits: LIMITS }),
    smtp: smtpProvider(LIMITS),
  },
});
