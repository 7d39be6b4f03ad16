import { describe, expect, it } from 'vitest';
import { adding, FACTS, found, GOOD, view } from '../../../test/judge-text.ts';
import { channelForm } from '../channel-form.ts';

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
