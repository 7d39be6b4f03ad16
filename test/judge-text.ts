// A text as a model writes it to one customer, and what is found in it; no database.

import { channelForm } from '../core/content/channel-form.ts';
import type { CustomerFacts } from '../core/content/facts.ts';
import { type VerifyInput, verifyMessage } from '../core/content/verify/verify-message.ts';
import { makeView } from '../core/content/view.ts';
import type { Ctx } from '../core/context.ts';
import { tenantSettings } from '../core/tenants/settings.ts';

export const FACTS: CustomerFacts = {
  asOf: '2026-11-21',
  customerId: '0190a5e2-0000-7000-8000-000000000001',
  name: 'Hilton Andaman Bay',
  brand: 'Hilton',
  brandPath: ['Hilton'],
  type: 'Hotel',
  city: 'Pattaya',
  countryCode: 'TH',
  country: 'Thailand',
  units: ['Drift Bar', 'Edge', 'Level 33'],
  unitCount: 3,
  endsOn: '2027-10-31',
  daysLeft: 344,
  since: '2019-11-01',
  hasLapsed: false,
  renewals: 7,
  unitPrice: { minor: 1_200_000, currency: 'THB' },
  total: { minor: 3_600_000, currency: 'THB' },
  attributes: { platform: 'Beat Breeze', screens: 7 },
};

const settings = tenantSettings.parse({
  sender: {
    company: 'Andaman Sound',
    signature: 'Nina Sample',
    email: 'nina@example.com',
    postalAddress: '1 Sample Road',
  },
});
const ctx = { tenant: { id: FACTS.customerId, slug: 't', name: 'T', settings } } as Pick<
  Ctx,
  'tenant'
> as Ctx;
export const view = makeView(ctx, {
  facts: FACTS,
  recipient: { contactName: 'Arthit Sample', role: 'general_manager' },
  isTeam: false,
  tone: 'formal',
  topic: null,
  offer: null,
  language: 'en',
});

export const GOOD = [
  'Dear Arthit Sample,',
  'Your agreement for Drift Bar, Edge and Level 33 ends on 31 October 2027, in 344 days.',
  '3 zones × THB 12,000 = THB 36,000 a year. Please reply to renew.',
  'Nina Sample, Andaman Sound',
].join('\n\n');

type Change = Partial<VerifyInput> & { subject?: string };

/** The messages of what is found in a text that a model wrote. */
export function found(
  body: string,
  { subject = 'Your renewal at Hilton Andaman Bay', ...more }: Change = {},
): string[] {
  const findings = verifyMessage({
    letter: { subject, body },
    rendered: { subject, text: body, headers: { 'List-Unsubscribe': '<https://refrain.example/u/x>' } },
    facts: FACTS,
    view,
    sources: ['Please reply to renew. Your agreement ends. Zones, Level'],
    author: 'writer',
    channel: 'email',
    form: channelForm('email'),
    listsUnits: true,
    purpose: 'service',
    language: 'en',
    allowedLinks: ['https://refrain.example', 'https://help.example.com'],
    ...more,
  });
  return findings.map(({ severity, place, message }) => `${severity} ${place}: ${message}`);
}

/** The same of more words below the good ones. */
export const adding = (words: string, change?: Change) => found(`${GOOD}\n\n${words}`, change);
