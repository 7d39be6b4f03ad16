import type { Channel, LimitWindow } from '../contract.ts';
import { META_API } from '../meta/graph.ts';
import { type StandinStore, standinProvider } from '../standin.ts';
import { cloudProvider } from './cloud.ts';
import { normalisePerson } from './normalise-person.ts';
import { standinTemplates } from './templates.ts';

/** 1,000 template messages in a moving day, until the provider reports another figure. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 24 * 3_600_000, max: 1000 }];

export const createWhatsApp = ({
  store,
  metaApi = META_API,
}: {
  store: StandinStore;
  metaApi?: string;
}): Channel => ({
  key: 'whatsapp',
  label: 'WhatsApp',
  capabilities: {
    // The body of a template.
    maxTextLength: 1024,
    answerWindowHours: 24,
    hasSubject: false,
    hasHtml: false,
    receipts: ['delivered', 'read'],
    isIdempotent: false,
  },
  normalise: normalisePerson,
  providers: {
    standin: {
      ...standinProvider({ store, channel: 'whatsapp', limits: LIMITS }),
      templates: standinTemplates,
    },
    'cloud-api': cloudProvider({ limits: LIMITS, baseUrl: metaApi }),
  },
});
