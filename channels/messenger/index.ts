import type { Channel, LimitWindow } from '../contract.ts';
import { directProvider, normaliseScopedId } from '../meta/direct-messages.ts';
import { META_API } from '../meta/graph.ts';
import { type StandinStore, standinProvider } from '../standin.ts';

/** A tenth of what a page may send, so that a campaign leaves room for conversations. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 1000, max: 30 }];

type Deps = { store: StandinStore; metaApi?: string };

export const createMessenger = ({ store, metaApi = META_API }: Deps): Channel => ({
  key: 'messenger',
  label: 'Messenger',
  capabilities: {
    maxTextLength: 2000,
    answerWindowHours: 24,
    hasSubject: false,
    hasHtml: false,
    receipts: ['delivered'],
    isIdempotent: false,
  },
  normalise: normaliseScopedId,
  providers: {
    standin: standinProvider({ store, channel: 'messenger', limits: LIMITS }),
    graph: directProvider({ limits: LIMITS, baseUrl: metaApi }),
  },
});
