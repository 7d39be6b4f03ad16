import type { Channel, LimitWindow } from '../contract.ts';
import { normalisePhone } from '../normalise-phone.ts';
import { type ShelfStore, shelfProvider } from '../shelf.ts';
import { type StandinStore, standinProvider } from '../standin.ts';

/** What a small team can call in a day. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 24 * 3_600_000, max: 200 }];

type Deps = { store: StandinStore; shelf: ShelfStore };

/** Calls that people make: the message is what to say, the address whom to call. */
export const createTask = ({ store, shelf }: Deps): Channel => ({
  key: 'task',
  label: 'Call task',
  capabilities: {
    maxTextLength: 5000,
    hasSubject: false,
    hasHtml: false,
    receipts: ['delivered'],
    isIdempotent: true,
  },
  normalise: normalisePhone,
  providers: {
    standin: standinProvider({ store, channel: 'task', limits: LIMITS }),
    list: shelfProvider({ key: 'list', channel: 'task', shelf, limits: LIMITS }),
  },
});
