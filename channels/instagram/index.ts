import type { Channel, LimitWindow } from '../contract.ts';
import { directProvider, normaliseScopedId } from '../meta/direct-messages.ts';
import { META_API } from '../meta/graph.ts';
import { type StandinStore, standinProvider } from '../standin.ts';

/** A tenth of what a page may send, so that a campaign leaves room for conversations. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 1000, max: 30 }];

type Deps = { store: StandinStore; metaApi?: string };

export const createInstagram = ({ store, metaApi = META_API }: Deps): Channel => ({
  key: 'instagram',
  label: 'Instagram',
  capabilities: {
    maxTextLength: 1000,
    answerWindowHours: 24,
    hasSubject: false,
    hasHtml: false,
    receipts: ['read'],
    isIdempotent: false,
  },
  normalise: normaliseScopedId,
  providers: {
    standin: standinProvider({ store, channel: 'instagram', limits: LIMITS }),
    graph: directProvider({ limits: LIMITS, baseUrl: metaApi }),
  },
});
