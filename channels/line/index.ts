import type { Channel, LimitWindow } from '../contract.ts';
import { type StandinStore, standinProvider } from '../standin.ts';
import { LINE_API, lineProvider } from './messaging-api.ts';
import { normaliseLineId } from './normalise-line-id.ts';

/** 500 people a broadcast, held as 500 in a moving day: never more, and no second broadcast on the same day. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 24 * 3_600_000, max: 500 }];

export const createLine = ({
  store,
  lineApi = LINE_API,
}: {
  store: StandinStore;
  lineApi?: string;
}): Channel => ({
  key: 'line',
  label: 'LINE',
  // LINE reports neither delivery nor reading of a single message; its retry key makes a repeated send harmless.
  capabilities: { maxTextLength: 5000, hasSubject: false, hasHtml: false, receipts: [], isIdempotent: true },
  normalise: normaliseLineId,
  providers: {
    standin: standinProvider({ store, channel: 'line', limits: LIMITS }),
    'messaging-api': lineProvider({ limits: LIMITS, baseUrl: lineApi }),
  },
});
