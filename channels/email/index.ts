import type { Channel, LimitWindow } from '../contract.ts';
import { type StandinStore, standinProvider } from '../standin.ts';
import { mailgunProvider } from './mailgun/api.ts';
import { normaliseEmail } from './normalise-email.ts';
import { SENDGRID_API, sendgridProvider } from './sendgrid/api.ts';
import { sesProvider } from './ses/api.ts';
import type { ReadCertificate } from './ses/webhook.ts';
import { smtpProvider } from './smtp.ts';

/** 100 in a moving hour: what a young sender gets through before mailbox providers look twice. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 3_600_000, max: 100 }];

/** The vendors' own addresses unless a test stands in for them; those of SES and Mailgun depend on the region. */
type Deps = {
  store: StandinStore;
  sesApi?: string | undefined;
  readCertificate?: ReadCertificate | undefined;
  sendgridApi?: string;
  mailgunApi?: string | undefined;
};

export const createEmail = (deps: Deps): Channel => ({
  key: 'email',
  label: 'E-mail',
  capabilities: {
    // Gmail hides what follows the first 102 kB.
    maxTextLength: 100_000,
    hasSubject: true,
    hasHtml: true,
    receipts: ['delivered'],
    isIdempotent: false,
  },
  normalise: normaliseEmail,
  providers: {
    standin: standinProvider({ store: deps.store, channel: 'email', limits: LIMITS }),
    smtp: smtpProvider(LIMITS),
    ses: sesProvider({ limits: LIMITS, baseUrl: deps.sesApi, readCertificate: deps.readCertificate }),
    sendgrid: sendgridProvider({ limits: LIMITS, baseUrl: deps.sendgridApi ?? SENDGRID_API }),
    mailgun: mailgunProvider({ limits: LIMITS, baseUrl: deps.mailgunApi }),
  },
});
