import type { Channel, LimitWindow } from '../contract.ts';
import { normaliseOpaqueId } from '../opaque-id.ts';
import { type StandinStore, standinProvider } from '../standin.ts';
import { standardProvider } from './standard.ts';

/** What a small program of somebody's own takes without falling behind. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 1000, max: 10 }];

type Deps = { store: StandinStore; webhookTo?: string | undefined };

export const createWebhook = ({ store, webhookTo }: Deps): Channel => ({
  key: 'webhook',
  label: 'Webhook',
  capabilities: {
    maxTextLength: 10_000,
    hasSubject: false,
    hasHtml: false,
    receipts: ['delivered', 'read'],
    isIdempotent: true,
  },
  normalise: normaliseOpaqueId,
  providers: {
    standin: standinProvider({ store, channel: 'webhook', limits: LIMITS }),
    standard: standardProvider({ limits: LIMITS, toUrl: webhookTo }),
  },
});
