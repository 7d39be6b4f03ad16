import { describe, expect, it } from 'vitest';
import { CONTENT_CASES, type ContentCase } from '../../test/content-cases.ts';
import { type Ask, errorsOf, writePurely } from '../../test/write-letter.ts';
import { CAMPAIGN_TYPES } from './built-in-types.ts';

const textOf = (ask: Ask): string => writePurely(ask)[0]?.rendered.text ?? '';

const CASES: ContentCase[] = ['complete', 'noPrice', 'noDate', 'noZones', 'nothing', 'twelveZones', 'ended'];
const READERS: (string | null)[][] = [['Arthit Sample'], [null], ['Arthit Sample', 'Mali Sample']];
const SHAPES = ['email', 'whatsapp', 'line'].flatMap((channel) =>
  (['formal', 'casual'] as const).map((tone) => ({ channel, tone })),
);
const BROKEN = /null|undefined|NaN|THB 0|\(\)|—|\{\{|%\}| {2}| [,.]|,,|\.\.|\n\n\n|[.!?] \p{Ll}/u;

describe.each(CAMPAIGN_TYPES.map(({ key }) => ({ type: key })))('a letter of the type $type', ({ type }) => {
  it.each(SHAPES)('reads well by $channel, $tone, whatever is not known', ({ channel, tone }) => {
    for (const which of CASES)
      for (const names of READERS)
        for (const topic of [null, 'the new app, out on Monday']) {
          const messages = writePurely({ type, which, channel, tone, topic, names });
          expect(errorsOf(messages)).toEqual([]);
          for (const { rendered, made, recipient } of messages) {
            const text = `${rendered.subject ?? ''}\n${rendered.text.replace(/\/u\/\S+/, '/u/…')}`;
            expect(text).not.toMatch(BROKEN);
            for (const unit of CONTENT_CASES[which].units ?? []) expect(text).toContain(unit);
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

describe('the occasion of a seasonal letter', () => {
  it.each([
    ['TH', null, 'Songkran'],
    ['DE', null, 'Christmas'],
    ['VN', null, 'Lunar New Year'],
    ['AE', null, 'Eid al-Fitr'],
    [null, null, 'the festive season'],
    ['TH', 'Christmas', 'Christmas'],
    ['DE', 'our Chinese New Year playlists', 'Chinese New Year'],
    ['TH', 'Happy Diwali wishes 2027', 'Diwali'],
  ])('in %s with the topic %s is %s', (country, topic, occasion) => {
    const text = textOf({ type: 'seasonal', topic, customer: { country } });
    expect(text).toContain(`warm wishes for ${occasion}`);
    expect(text.includes('playlists')).toBe(topic?.includes('playlists') ?? false);
    expect(text).not.toContain('2027');
  });
});
