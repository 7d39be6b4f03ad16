import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCase, type ContentCase, readerOf } from '../../test/content-cases.ts';
import { type Ask, errorsOf, openWritingRoom, type WritingRoom } from '../../test/write-letter.ts';
import type { Recipient } from '../audience/recipient.ts';
import { CAMPAIGN_TYPES } from './built-in-types.ts';
import { composeMessages } from './compose-messages.ts';

let room: WritingRoom;
beforeAll(async () => {
  room = await openWritingRoom();
});
afterAll(() => room.close());

const textOf = (ask: Ask) => room.textOf(ask);

const CASES: ContentCase[] = ['complete', 'noPrice', 'noDate', 'noZones', 'nothing', 'twelveZones', 'ended'];
const READERS = [['Arthit Sample'], [null], ['Arthit Sample', 'Mali Sample']];
const BROKEN = /null|undefined|NaN|THB 0|\(\)|—|\{\{|%\}| {2}| [,.]|,,|\.\.|\n\n\n/;

describe.each(CAMPAIGN_TYPES.map(({ key, purpose }) => ({ type: key, purpose })))(
  'a letter of the type $type',
  ({ type, purpose }) => {
    for (const channel of ['email', 'whatsapp', 'line'])
      for (const tone of ['formal', 'casual'] as const)
        it(`reads well by ${channel}, ${tone}, whatever is not known`, async () => {
          const messages = await room.system(async (ctx) => {
            const recipients: Recipient[] = [];
            for (const which of CASES)
              for (const names of READERS) {
                const id = await addCase(ctx, which);
                recipients.push(...names.map((name) => readerOf(id, { channel, name, purpose })));
              }
            return composeMessages(ctx, { draft: { type, tone, topic: null, wording: {} }, recipients });
          });
          expect(messages).toHaveLength(CASES.length * 4);
          expect(errorsOf(messages)).toEqual([]);
          for (const { rendered, made, recipient } of messages) {
            const text = `${rendered.subject ?? ''}\n${rendered.text}`;
            expect(text).not.toMatch(BROKEN);
            for (const unit of made.facts.units) expect(text).toContain(unit);
            expect(text).toContain('Hilton Andaman Bay');
            expect(text).toContain('Nina Sample');
            const whom =
              made.view.is_team || !recipient.contactName ? 'Hilton Andaman Bay team' : 'Arthit Sample';
            expect(rendered.text.split('\n')[0]).toMatch(new RegExp(`^(Dear|Hello) ${whom}[,!]$`));
            expect(text).not.toContain('Mali');
          }
        });
  },
);

describe('a renewal letter', () => {
  it('names every zone, does the sum, and says when the agreement ends', async () => {
    const text = await textOf({});
    expect(text).toContain('Zones: Drift Bar, Edge, Horizon and Shore');
    expect(text).toContain('4 zones × THB 12,000 = THB 48,000 a year');
    expect(text).toContain('ends on 31 October 2027');
  });

  it('offers to send a price that is not known, and names none', async () => {
    const text = await textOf({ which: 'noPrice' });
    expect(text).not.toMatch(/THB|×/);
    expect(text).toContain('we will send you the price for the coming year');
  });

  it('gives no date where none is known', async () => {
    expect(await textOf({ which: 'noDate' })).not.toMatch(/20\d\d/);
  });

  it('says of an agreement that is over that it ended', async () => {
    expect(await textOf({ which: 'ended' })).toContain('ended on 31 October 2026');
  });

  it('that goes out after the end says that the agreement ended', async () => {
    const schedule = { kind: 'local', date: '2027-11-02', time: '09:00' } as const;
    expect(await textOf({ schedule })).toContain('ended on 31 October 2027');
    expect(await textOf({ schedule: { ...schedule, date: '2027-10-31' } })).toContain(
      'ends on 31 October 2027',
    );
  });

  it('ends its sentences once, whatever the customer is called', async () => {
    expect(await textOf({ customer: { name: 'Sample Foods Ltd.' } })).not.toContain('..');
  });

  it('counts the zones that are paid for where more are than are named', async () => {
    const text = await textOf({ which: 'moreThanNamed' });
    expect(text).toContain('Zones: 6, among them Drift Bar, Edge, Horizon and Shore');
    expect(text).toContain('6 zones × THB 12,000 = THB 72,000 a year');
  });

  it('takes a price of nothing as not known', async () => {
    const contracts = [{ endsOn: '2027-10-31', unitCount: 4, pricePerUnitMinor: 0, currency: 'THB' }];
    expect(await textOf({ customer: { contracts } })).not.toContain('THB');
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
  ])('in %s with the topic %s is %s', async (country, topic, occasion) => {
    const text = await textOf({ type: 'seasonal', topic, customer: { country } });
    expect(text).toContain(`warm wishes for ${occasion}`);
    expect(text.includes('playlists')).toBe(topic?.includes('playlists') ?? false);
    expect(text).not.toContain('2027');
  });
});
