import { describe, expect, it } from 'vitest';
import { CONTENT_CASES, type ContentCase } from '../../test/content-cases.ts';
import { SPOKEN_DESK } from '../../test/spoken-desk.ts';
import { type Ask, errorsOf, TEST_DESK, writePurely } from '../../test/write-letter.ts';
import { tenantSettings } from '../tenants/settings.ts';
import { CAMPAIGN_TYPES } from './built-in-types.ts';

const textOf = (ask: Ask): string => writePurely(ask)[0]?.rendered.text ?? '';

const CASES: ContentCase[] = ['complete', 'noPrice', 'noDate', 'noZones', 'nothing', 'twelveZones', 'ended'];
const READERS: (string | null)[][] = [['Arthit Sample'], [null], ['Arthit Sample', 'Mali Sample']];
const SHAPES = ['email', 'whatsapp', 'line'].flatMap((channel) =>
  (['formal', 'casual'] as const).map((tone) => ({ channel, tone })),
);
const BROKEN = /null|undefined|NaN|THB 0|\(\)|—|\{\{|%\}| {2}| [,.]|,,|\.\.|\n\n\n|[.!?] \p{Ll}/u;

describe.each(CAMPAIGN_TYPES)('a letter of the type $key', ({ key: type, listsUnits }) => {
  it.each(SHAPES)('reads well by $channel, $tone, whatever is not known', ({ channel, tone }) => {
    for (const which of CASES)
      for (const names of READERS)
        for (const [topic, length] of [[null], ['the new app, out on Monday'], [null, 'short']] as const) {
          const messages = writePurely({ type, which, channel, tone, topic, names, length });
          expect(errorsOf(messages)).toEqual([]);
          for (const { rendered, made, recipient } of messages) {
            const text = `${rendered.subject ?? ''}\n${rendered.text.replace(/\/u\/\S+/, '/u/…')}`;
            expect(text).not.toMatch(BROKEN);
            const names = which === 'nothing' || !listsUnits ? [] : (CONTENT_CASES[which].units ?? []);
            for (const unit of names) expect(text).toContain(unit);
            if (!listsUnits) expect(text).not.toMatch(/Edge|Pool 2/);
            expect(text).toContain('Hilton Andaman Bay');
            expect(text).toContain('Nina Sample');
            const whom =
              made.view.is_team || !recipient.contactName ? 'Hilton Andaman Bay team' : 'Arthit Sample';
            expect(rendered.text.split('\n')[0]).toMatch(new RegExp(`^(Dear|Hello) ${whom}[,!]$`));
            expect(text).not.toContain('Mali');
            if (topic) expect(text).toMatch(/new app/i);
          }
        }
  });
});

describe('a renewal letter', () => {
  it('names every zone, does the sum, and says when the agreement ends', () => {
    const text = textOf({});
    expect(text).toContain('Zones: Drift Bar, Edge, Horizon and Shore');
    expect(text).toContain('4 zones × THB 12,000 = THB 48,000 a year');
    expect(text).toContain('ends on 31 October 2027');
  });

  it('offers to send a price that is not known, and names none', () => {
    const text = textOf({ which: 'noPrice' });
    expect(text).not.toMatch(/THB|×/);
    expect(text).toContain('we will send you the price for the coming year');
  });

  it('warns in one language, whatever the letter is written in', () => {
    const [message] = writePurely({ which: 'noZones', reads: 'th' }, SPOKEN_DESK);
    expect(message!.rendered.text).toMatch(/[\u0E00-\u0E7F]/);
    const words = message!.findings.map((finding) => finding.message);
    expect(words).toContain('No zone is known by name; the text names none.');
  });

  it('gives no date where none is known', () => {
    expect(textOf({ which: 'noDate' })).not.toMatch(/20\d\d/);
  });

  it('says of an agreement that is over that it ended', () => {
    expect(textOf({ which: 'ended' })).toContain('ended on 31 October 2026');
  });

  it('that goes out after the end says that the agreement ended', () => {
    const schedule = { kind: 'local', date: '2027-11-02', time: '09:00' } as const;
    expect(textOf({ schedule })).toContain('ended on 31 October 2027');
    expect(textOf({ schedule: { ...schedule, date: '2027-10-31' } })).toContain('ends on 31 October 2027');
  });

  it('ends its sentences once, whatever the customer is called', () => {
    expect(textOf({ customer: { name: 'Sample Foods Ltd.' } })).not.toContain('..');
  });

  it('counts the zones that are paid for where more are than are named', () => {
    const text = textOf({ which: 'moreThanNamed' });
    expect(text).toContain('Zones: 6, among them Drift Bar, Edge, Horizon and Shore');
    expect(text).toContain('6 zones × THB 12,000 = THB 72,000 a year');
  });

  it('takes a price of nothing as not known', () => {
    const contracts = [{ endsOn: '2027-10-31', unitCount: 4, pricePerUnitMinor: 0, currency: 'THB' }];
    expect(textOf({ customer: { contracts } })).not.toContain('THB');
  });
});

describe('the offer of a renewal', () => {
  const settings = tenantSettings.parse({
    sender: { postalAddress: '1 Sample Road, Bangkok 10110' },
    renewalOffers: [
      { when: { hasEnded: true }, says: 'Come back this month and the first month is free.' },
      {
        when: { minYears: 5, minRenewals: 2 },
        says: 'After all these years the price stays as it is for 3 years.',
      },
      { when: { minUnits: 4 }, says: 'With 4 or more, support on weekends is included.' },
    ],
  });
  const desk = { ...TEST_DESK, tenant: { ...TEST_DESK.tenant, settings } };
  const [contract] = CONTENT_CASES.complete.contracts ?? [];
  const loyal = ['2019', '2022', '2025'].map((year) => ({ ...contract, startsOn: `${year}-11-01` }));
  const offers = settings.renewalOffers.map(({ says }) => says);

  it.each([
    ['of a loyal customer', { customer: { contracts: [...loyal, contract ?? {}] } }, 1],
    ['of a customer whose agreement is over', { which: 'ended' }, 0],
    ['of a new customer with many units', {}, 2],
    ['of a new customer with few', { which: 'oneZone' }, null],
    ['of a customer of whom nothing is known', { which: 'nothing' }, null],
  ] as const)('%s follows from the history', (_, ask, offer) => {
    for (const type of ['renewal', 'early_renewal', 'win_back'])
      for (const channel of ['email', 'line']) {
        const messages = writePurely({ ...ask, type, channel } as Ask, desk);
        expect(errorsOf(messages)).toEqual([]);
        const text = messages[0]?.rendered.text ?? '';
        expect(offers.filter((says) => text.includes(says))).toEqual(offer === null ? [] : [offers[offer]]);
      }
  });

  it('is told to whoever approves, with why', () => {
    const noted = (ask: Ask) =>
      writePurely({ type: 'renewal', ...ask }, desk)[0]!.findings.map(({ message }) => message);
    expect(noted({ customer: { contracts: [...loyal, contract ?? {}] } })).toContain(
      `Offered by history (with us for at least 5 years and renewed at least 2 times): “${offers[1]}”.`,
    );
    expect(noted({ which: 'ended' })).toContain(
      `Offered by history (the agreement is over): “${offers[0]}”.`,
    );
    expect(noted({ which: 'nothing' })).toContain('Offered nothing: no renewal offer is for this history.');
    const wording = { email: { subject: 'Renewal', body: 'Please reply about {{ unit_list }}.' } };
    expect(noted({ which: 'ended', wording })).toContain(
      `Not offered here, as the text leaves it out (the agreement is over): “${offers[0]}”.`,
    );
    expect(noted({ type: 'survey' }).join()).not.toContain('by history');
  });

  it('stands beside the year since when they work with us', () => {
    const text = textOf({ customer: { contracts: loyal } });
    expect(text).toContain('at Hilton Andaman Bay since 2019.');
  });
});

describe('the occasion of a seasonal letter', () => {
  it.each([
    ['TH', '2027-03-01', 'Songkran'],
    ['TH', '2027-04-15', 'Songkran'],
    ['TH', '2026-11-21', 'the New Year'],
    ['DE', '2026-11-21', 'Christmas'],
    ['VN', '2026-11-21', 'Lunar New Year'],
    ['SG', '2026-10-20', 'Diwali'],
    ['AE', '2027-02-01', 'Eid al-Fitr'],
    ['QA', '2027-02-01', 'Eid al-Fitr'],
    ['JP', '2027-04-01', 'Golden Week'],
    ['IN', '2027-10-01', 'Diwali'],
    ['US', '2026-11-02', 'Christmas'],
    ['CN', '2027-08-20', 'the Mid-Autumn Festival'],
    [null, '2026-11-21', 'the festive season'],
  ])('in %s on %s is %s', (country, date, occasion) => {
    const schedule = { kind: 'local', date, time: '09:00' } as const;
    const text = textOf({ type: 'seasonal', schedule, customer: { country } });
    expect(text).toContain(`warm wishes for ${occasion}`);
  });

  it.each([
    ['TH', 'Christmas', 'Christmas'],
    ['DE', 'our Chinese New Year playlists', 'Chinese New Year'],
    ['TH', 'Happy Diwali wishes 2027', 'Diwali'],
  ])('in %s with the topic %s is the one that it names', (country, topic, occasion) => {
    const text = textOf({ type: 'seasonal', topic, customer: { country } });
    expect(text).toContain(`warm wishes for ${occasion}`);
    expect(text.includes('playlists')).toBe(topic.includes('playlists'));
    expect(text).not.toContain('2027');
  });

  it('may be named with its day, and with no other', () => {
    const body = (day: string) => ({
      email: { body: `{{ units }}. Warm wishes for {{ occasion }}, {{ occasion_on }}${day}. Please reply.` },
    });
    const write = (day: string) =>
      writePurely({ type: 'seasonal', wording: body(day), customer: { country: 'DE' } });
    expect(write('')[0]?.rendered.text).toContain('Christmas, 25 December 2026.');
    expect(errorsOf(write(''))).toEqual([]);
  });

  it('that is months away is said', () => {
    const schedule = { kind: 'local', date: '2027-05-10', time: '09:00' } as const;
    const [message] = writePurely({ type: 'seasonal', schedule, customer: { country: 'TH' } });
    expect(message?.findings.map((finding) => finding.message)).toEqual([
      'Songkran is 339 days away; name another occasion as the topic, or wait.',
    ]);
  });
});
