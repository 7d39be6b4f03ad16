import type { Channel, LimitWindow } from '../contract.ts';
import { normalisePhone } from '../normalise-phone.ts';
import { type StandinStore, standinProvider } from '../standin.ts';
import { TWILIO_API } from '../twilio/account.ts';
import { voiceProvider } from './twilio.ts';

/** One call a second, what an account begins with. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 1000, max: 1 }];

type Deps = { store: StandinStore; twilioApi?: string };

export const createVoice = ({ store, twilioApi = TWILIO_API }: Deps): Channel => ({
  key: 'voice',
  label: 'Voice call',
  capabilities: {
    // The whole script has 4,000 characters; some of the text's take several.
    maxTextLength: 3000,
    hasSubject: false,
    hasHtml: false,
    receipts: ['delivered'],
    isIdempotent: false,
  },
  normalise: normalisePhone,
  providers: {
    standin: standinProvider({ store, channel: 'voice', limits: LIMITS }),
    twilio: voiceProvider({ limits: LIMITS, baseUrl: twilioApi }),
  },
});
