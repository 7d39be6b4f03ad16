import type { Channel, LimitWindow } from '../contract.ts';
import { type StandinStore, standinProvider } from '../standin.ts';
import { panelProvider } from './panel.ts';

/** Nobody answers faster by hand; what is above that is a fault of ours. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 60_000, max: 600 }];

// A visitor of a site, as the panel names them: somebody it does not know, or a contact whom the site vouches for.
const VISITOR = /^(?:visitor|contact):[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function normaliseVisitor(address: string): string | null {
  const name = address.trim().toLowerCase();
  return VISITOR.test(name) ? name : null;
}

/** The panel that customers open on a web site: they write there, and read there what was answered. */
export const createWidget = ({ store }: { store: StandinStore }): Channel => ({
  key: 'widget',
  label: 'Web site',
  capabilities: {
    maxTextLength: 4000,
    hasSubject: false,
    hasHtml: false,
    receipts: ['read'],
    isIdempotent: true,
  },
  normalise: normaliseVisitor,
  providers: {
    standin: standinProvider({ store, channel: 'widget', limits: LIMITS }),
    panel: panelProvider(LIMITS),
  },
});
