import type { Channel, LimitWindow } from '../contract.ts';
import { normalisePhone } from '../normalise-phone.ts';
import { type StandinStore, standinProvider } from '../standin.ts';
import { TWILIO_API } from '../twilio/account.ts';
import { rcsProvider } from './twilio.ts';

/** What Twilio lets an RCS agent begin with. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 1000, max: 20 }];

type Deps = { store: StandinStore; twilioApi?: string };

export const createRcs = ({ store, twilioApi = TWILIO_API }: Deps): Channel => ({
  key: 'rcs',
  label: 'RCS',
  capabilities: {
    // What carriers take of a basic message with a text of its own.
    maxTextLength: 2000,
    hasSubject: false,
    hasHtml: false,
    receipts: ['delivered', 'read'],
    isIdempotent: false,
  },
  normalise: normalisePhone,
  providers: {
    standin: standinProvider({ store, channel: 'rcs', limits: LIMITS }),
    twilio: rcsProvider({ limits: LIMITS, baseUrl: twilioApi }),
  },
});
