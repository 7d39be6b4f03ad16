import type { Channel, LimitWindow } from '../contract.ts';
import { normalisePhone } from '../normalise-phone.ts';
import { type StandinStore, standinProvider } from '../standin.ts';
import { TWILIO_API } from '../twilio/account.ts';
import { TELNYX_API, telnyxProvider } from './telnyx.ts';
import { twilioProvider } from './twilio.ts';

/** What one long number carries: a message a second. A service with more numbers is given more. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 1000, max: 1 }];

type Deps = { store: StandinStore; twilioApi?: string; telnyxApi?: string };

export const createSms = ({ store, twilioApi = TWILIO_API, telnyxApi = TELNYX_API }: Deps): Channel => ({
  key: 'sms',
  label: 'SMS',
  capabilities: {
    maxTextLength: 1600,
    hasSubject: false,
    hasHtml: false,
    receipts: ['delivered'],
    isIdempotent: false,
  },
  normalise: normalisePhone,
  providers: {
    standin: standinProvider({ store, channel: 'sms', limits: LIMITS }),
    twilio: twilioProvider({ limits: LIMITS, baseUrl: twilioApi }),
    telnyx: telnyxProvider({ limits: LIMITS, baseUrl: telnyxApi }),
  },
});
