import type { Channel, LimitWindow } from '../contract.ts';
import { normaliseOpaqueId } from '../opaque-id.ts';
import { type ShelfStore, shelfProvider } from '../shelf.ts';
import { type StandinStore, standinProvider } from '../standin.ts';

const LIMITS: readonly LimitWindow[] = [{ perMs: 1000, max: 1000 }];

type Deps = { store: StandinStore; shelf: ShelfStore };

/** Notices inside an app or a web site of one's own, which fetches them for the person who is signed in to it. */
export const createInApp = ({ store, shelf }: Deps): Channel => ({
  key: 'in_app',
  label: 'In-app message',
  capabilities: {
    maxTextLength: 2000,
    maxTitleLength: 100,
    hasSubject: true,
    hasHtml: false,
    receipts: ['delivered', 'read'],
    isIdempotent: true,
  },
  normalise: normaliseOpaqueId,
  providers: {
    standin: standinProvider({ store, channel: 'in_app', limits: LIMITS }),
    inbox: shelfProvider({ key: 'inbox', channel: 'in_app', shelf, limits: LIMITS }),
  },
});
