import type { Channel, LimitWindow } from '../contract.ts';
import { META_API } from '../meta/graph.ts';
import { type StandinStore, standinProvider } from '../standin.ts';
import { cloudProvider } from './cloud.ts';
import { DAILY } from './daily-limit.ts';
import { normalisePerson } from './normalise-person.ts';
import { standinTemplates } from './templates.ts';

const LIMITS: readonly LimitWindow[] = [DAILY];

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
