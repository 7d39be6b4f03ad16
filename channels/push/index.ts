import type { Channel, LimitWindow } from '../contract.ts';
import { type StandinStore, standinProvider } from '../standin.ts';
import { FCM_API, fcmProvider } from './fcm.ts';
import { GOOGLE_TOKENS } from './google-token.ts';

/** A tenth of what a project takes, so that one campaign leaves room for what the app itself sends. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 60_000, max: 60_000 }];

type Deps = { store: StandinStore; fcmApi?: string; googleTokens?: string };

export const createPush = ({ store, fcmApi = FCM_API, googleTokens = GOOGLE_TOKENS }: Deps): Channel => ({
  key: 'push',
  label: 'Mobile push',
  capabilities: {
    // Phones show no more of it, of a title and of a text.
    maxTextLength: 240,
    maxTitleLength: 65,
    hasSubject: true,
    hasHtml: false,
    // FCM tells of no single message whether it was shown.
    receipts: [],
    isIdempotent: false,
  },
  normalise: normaliseToken,
  providers: {
    standin: standinProvider({ store, channel: 'push', limits: LIMITS }),
    fcm: fcmProvider({ limits: LIMITS, baseUrl: fcmApi, tokenUrl: googleTokens }),
  },
});

/** A registration token as an app is given it; it tells capitals apart. */
function normaliseToken(address: string): string | null {
  const token = address.trim();
  return /^[\w:-]{60,1024}$/.test(token) && /[\d_:-]/.test(token) ? token : null;
}
