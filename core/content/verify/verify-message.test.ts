import { describe, expect, it } from 'vitest';
import type { Ctx } from '../../context.ts';
import { tenantSettings } from '../../tenants/settings.ts';
import { channelForm } from '../channel-form.ts';
import type { CustomerFacts } from '../facts.ts';
import { makeView } from '../view.ts';
import { type VerifyInput, verifyMessage } from './verify-message.ts';

const FACTS: CustomerFacts = {
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
const view = makeView(ctx, {
  facts: FACTS,
  recipient: { contactName: 'Arthit Sample', role: 'general_manager' },
  isTeam: false,
  tone: 'formal',
  topic: null,
  offer: null,
  language: 'en',
});

const GOOD = [
  'Dear Arthit Sample,',
  'Your agreement for Drift Bar, Edge and Level 33 ends on 31 October 2027, in 344 days.',
  '3 zones × THB 12,000 = THB 36,000 a year. Please reply to renew.',
  'Nina Sample, Andaman Sound',
].join('\n\n');

type Change = Partial<VerifyInput> & { subject?: string };

/** The messages of what is found in a text that a model wrote. */
function found(
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
    purpose: 'service',
    language: 'en',
    allowedLinks: ['https://refrain.example', 'https://help.example.com'],
    ...more,
  });
  return findings.map(({ severity, place, message }) => `${severity} ${place}: ${message}`);
}

const adding = (words: string, change?: Change) => found(`${GOOD}\n\n${words}`, change);

describe('a text that says what is known', () => {
  it('passes', () => {
    expect(found(GOOD)).toEqual([]);
  });

  it.each([
    'It ends on October 31, 2027.',
    'It ends on 31st October.',
    'It ends in October 2027.',
    'It ends on 2027-10-31, or 31/10/2027.',
    'That is ฿12,000 per zone and 36,000 baht in total.',
    'There are 7 screens with Beat Breeze in Pattaya, Thailand.',
    'Write to nina@example.com or see https://help.example.com/renew.',
    'May we renew?',
  ])('passes: %s', (words) => {
    expect(adding(words)).toEqual([]);
  });
});

describe('an invention', () => {
  it.each([
    ['It ends on 30 October 2027.', 'date "30 October 2027"'],
    ['It ends in November.', 'date "November"'],
    ['It ends on 31 October 2028.', 'date "31 October 2028"'],
    ['It ends on 2027-11-01.', 'date "2027-11-01"'],
    ['It ends on 01/11/2027.', 'date "01/11/2027"'],
    ['You pay THB 11,000.', 'amount "THB 11,000"'],
    ['You pay USD 12,000.', 'amount "USD 12,000"'],
    ['You pay €12,000.', 'amount "€12,000"'],
    ['You pay THB 36,000 per zone.', 'amount "THB 36,000"'],
    ['You pay THB 12,000 in total.', 'amount "THB 12,000"'],
    ['Save 10% today.', 'number "10%'],
    ['You have 5 zones.', 'number "5 zones"'],
    ['It ends in 10 days.', 'number "10 days"'],
    ['We are here 24/7.', 'number "24"'],
    ['Our number is 3 of 99.', 'number "99"'],
    ['Mr Somchai will call, says Somchai Prasert.', 'name "Somchai"'],
    ['We also serve the Marriott nearby.', 'name "Marriott"'],
    ['We call you on Monday.', 'name "Monday"'],
  ])('is found: %s', (words, message) => {
    expect(adding(words)).toEqual(expect.arrayContaining([expect.stringContaining(message)]));
  });

  it('is found where nothing is known that could be meant', () => {
    const facts = { ...FACTS, endsOn: null, daysLeft: null, unitPrice: null, total: null, unitCount: null };
    const text = GOOD.replace('3 zones', 'zones');
    expect(found(text, { facts }).join('\n')).toMatch(/31 October 2027[\s\S]*THB 12,000[\s\S]*THB 36,000/);
  });

  it('of another greeting is found', () => {
    expect(found(GOOD.replace('Dear Arthit Sample', 'Dear Mali'))).toEqual([
      expect.stringContaining('name "Mali"'),
    ]);
  });
});

describe('what is left out', () => {
  it('is found when it is a unit', () => {
    expect(found(GOOD.replace('Edge', 'the bar'))).toEqual([
      expect.stringContaining('does not name the zone "Edge"'),
    ]);
    expect(found(GOOD.replace('Edge', 'Edges'))).toEqual([
      expect.stringContaining('does not name the zone "Edge"'),
      expect.anything(),
    ]);
  });

  it('is said and allowed where a person chose their own words', () => {
    const findings = found('Dear Arthit Sample, all is well.', { author: 'person' });
    expect(findings).toEqual([
      expect.stringMatching(/^warning body: The text does not name the zones/),
      expect.stringMatching(/^warning body: .*what the reader should do/),
    ]);
  });

  it('is found when it is what the reader should do', () => {
    expect(found(GOOD.replace('Please reply to renew.', ''))).toEqual([
      expect.stringContaining('does not say what the reader should do'),
    ]);
  });

  it('is found when it is the way out of marketing, on every channel', () => {
    expect(found(GOOD, { purpose: 'marketing' })).toEqual([expect.stringContaining('how to opt out')]);
    const chat = { form: channelForm('whatsapp'), channel: 'whatsapp', purpose: 'marketing' } as const;
    expect(found(GOOD, chat)).toEqual([expect.stringContaining('how to opt out')]);
    expect(adding('Reply STOP to opt out.', chat)).toEqual([]);
  });
});

it('marketing mail without the sender’s postal address is not sent; service mail and other channels need none', () => {
  const sender = { ...view.sender, postal_address: null };
  const without = { view: { ...view, sender }, purpose: 'marketing' } as const;
  expect(adding('Reply STOP to opt out.', without)).toEqual([expect.stringContaining('postal address')]);
  expect(adding('Reply STOP to opt out.', { ...without, purpose: 'service' })).toEqual([]);
  const chat = { form: channelForm('line'), channel: 'line' };
  expect(adding('Reply STOP to opt out.', { ...without, ...chat })).toEqual([]);
});

describe('what a template left over', () => {
  it.each([
    'Dear {{ contact.name }}',
    'It ends {% if x %}',
    'Dear [Name],',
    'Hello <first_name>',
    'It costs null a year.',
    'It costs undefined.',
    'It costs NaN.',
    'Price: —',
    'Price: -',
    'Zones ()',
    'TODO: price',
    'Ends on \uE000.',
  ])('is found: %s', (words) => {
    expect(adding(words).filter((line) => line.startsWith('error body: '))).not.toEqual([]);
  });

  it('is not seen in a name that has it', () => {
    const facts = { ...FACTS, name: 'Null Island [Hotel]', units: ['Bar (null)'] };
    expect(
      found('Please reply for Bar (null) at Null Island [Hotel].', { facts, subject: 'Renewal' }),
    ).toEqual([]);
  });

  it('is not seen in a dash between words', () => {
    expect(adding('We renew — as always — with care. The 3-zone agreement ends.')).toEqual([]);
  });
});

describe('a link', () => {
  it.each([
    'See https://evil.example/renew.',
    'See www.evil.example.',
    'See pay-here.com/renew.',
    'See https://help.example.com.evil.example/x',
    'See https://refrain.example@evil.example/',
    'Write to other@example.com.',
    'javascript:alert(1)',
  ])('that is not the workspace’s own is found: %s', (words) => {
    expect(adding(words).join('\n')).toMatch(/not one of the workspace's own addresses/);
  });
});

describe('a subject', () => {
  it.each([
    ['', 'has no subject'],
    ['Re: your renewal', 'pretends to answer'],
    ['RE : your renewal', 'pretends to answer'],
    ['FWD: your renewal', 'pretends to answer'],
    ['AW: your renewal', 'pretends to answer'],
    ['RENEW YOUR AGREEMENT NOW', 'all in capitals'],
    ['Renew now!!!', 'repeated exclamation'],
  ])('that misleads or shouts is found: "%s"', (subject, message) => {
    expect(found(GOOD, { subject }).join('\n')).toContain(message);
  });

  it('may hold a name that is in capitals', () => {
    const facts = { ...FACTS, name: 'AVANI+ SAMUI RESORT' };
    expect(found(GOOD, { facts, subject: 'AVANI+ SAMUI RESORT: your renewal' })).toEqual([]);
    expect(found(GOOD, { facts, subject: 'AVANI+ SAMUI RESORT: RENEW NOW' }).join()).toContain(
      'all in capitals',
    );
  });
});

describe('a text that is too long', () => {
  it('is found, with both numbers', () => {
    expect(found(GOOD, { form: { ...channelForm('email'), maxLength: 100 } })).toEqual([
      expect.stringMatching(/has \d+ characters; email takes 100/),
    ]);
  });
});

describe('other languages', () => {
  it.each([
    ['th', 'สัญญาสิ้นสุดวันที่ 31 ตุลาคม 2570', 0],
    ['th', 'สัญญาสิ้นสุดวันที่ ๓๑ ตุลาคม ๒๕๗๐', 0],
    ['th', 'สัญญาสิ้นสุดวันที่ 30 ตุลาคม 2570', 1],
    ['ja', '契約は2027年10月31日に終了します。', 0],
    ['ja', '契約は2027年11月30日に終了します。', 1],
    ['de', 'Ihr Vertrag endet am 31. Oktober 2027.', 0],
    ['de', 'Ihr Vertrag endet am 1. Dezember 2027.', 1],
    ['fr', 'Votre contrat prend fin le 31 octobre 2027, pour 12 000 THB.', 0],
    ['es', 'Su contrato termina el 30 de noviembre de 2027.', 1],
  ])('have their dates read too: %s %s', (language, words, count) => {
    const wrong = adding(words, { language }).filter((line) => /The (date|amount|number)/.test(line));
    expect(wrong).toHaveLength(count);
  });
});
