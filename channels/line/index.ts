import type { Channel, LimitWindow } from '../contract.ts';
import { type StandinStore, standinProvider } from '../standin.ts';

const DAY_MS = 86_400_000;

/** 500 people a broadcast; held as 500 in a moving day, which is never more. */
const LIMITS: readonly LimitWindow[] = [{ perMs: DAY_MS, max: 500 }];

// The platform's user ids, and the LINE IDs that people write on cards.
const USER_ID = /^U[0-9a-f]{32}$/;
const LINE_ID = /^@?[a-z0-9][a-z0-9._-]{2,38}$/;

export const createLine = ({ store }: { store: StandinStore }): Channel => ({
  key: 'line',
  label: 'LINE',
  capabilities: { maxTextLength: 5000, hasSubject: false, hasHtml: false, receipts: [], isIdempotent: true },
  normalise: normaliseLineId,
  providers: { standin: standinProvider(store, { channel: 'line', limits: LIMITS }) },
});

export function normaliseLineId(address: string): string | null {
  const given = address.trim();
  if (USER_ID.test(given)) return given;
  const id = given.toLowerCase();
  return LINE_ID.test(id) ? id : null;
}
