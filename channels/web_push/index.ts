import type { Channel, LimitWindow } from '../contract.ts';
import { type StandinStore, standinProvider } from '../standin.ts';
import { normaliseSubscription } from './subscription.ts';
import { vapidProvider } from './vapid.ts';

/** What push services let one sender do is not published: a rate that none of them refuses. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 1000, max: 100 }];

type Deps = { store: StandinStore; webPushApi?: string | undefined };

export const createWebPush = ({ store, webPushApi }: Deps): Channel => ({
  key: 'web_push',
  label: 'Web push',
  capabilities: {
    maxTextLength: 240,
    maxTitleLength: 65,
    hasSubject: true,
    hasHtml: false,
    receipts: [],
    isIdempotent: false,
  },
  normalise: normaliseSubscription,
  providers: {
    standin: standinProvider({ store, channel: 'web_push', limits: LIMITS }),
    vapid: vapidProvider({ limits: LIMITS, baseUrl: webPushApi }),
  },
});
