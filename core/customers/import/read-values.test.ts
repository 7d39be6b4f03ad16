import { describe, expect, it } from 'vitest';
import { splitUnits } from './prepare-contract.ts';
import { known } from './raw-record.ts';
import { readCount, readDate, readLanguage, readPrice, readYesNo } from './read-values.ts';

const value = (read: object) => ('value' in read ? read.value : null);
const price = (text: string, currency: string | null = null) =>
  readPrice(text, { currency, fallback: 'THB' });

describe('a cell', () => {
  it.each(['—', '-', '–', ' ', '', 'TBA', 'n/a', '?', 'N/A', 'unknown', '...', 'none'])(
    'of "%s" is not known',
    (text) => {
      expect(known(text)).toBeNull();
    },
  );

  it('of anything else is what it says', () => {
    expect(['0', 'No Name Bar', 'Nil Restaurant', ' x '].map(known)).toEqual([
      '0',
      'No Name Bar',
      'Nil Restaurant',
      'x',
    ]);
  });
});

describe('a date', () => {
  it.each([
    ['2026-08-31', '2026-08-31'],
    ['2026/8/3', '2026-08-03'],
    ['31.10.2026', '2026-10-31'],
    ['3.4.2026', '2026-04-03'],
    ['31/10/2026', '2026-10-31'],
    ['10/31/2026', '2026-10-31'],
    ['5/5/2026', '2026-05-05'],
    ['31 Oct 2026', '2026-10-31'],
    ['31st October 2026', '2026-10-31'],
    ['October 31, 2026', '2026-10-31'],
    ['2026-08-31T00:00:00Z', '2026-08-31'],
    ['2569-10-31', '2026-10-31'],
    ['28 ก.พ. 2570', '2027-02-28'],
    ['31. Dezember 2026', '2026-12-31'],
    ['12 août 2027', '2027-08-12'],
    ['15 de marzo de 2027', '2027-03-15'],
    ['2028-02-29', '2028-02-29'],
  ])('"%s" is %s', (text, date) => {
    expect(value(readDate(text))).toBe(date);
  });

  it.each([
    '2026-02-30',
    '31.11.2026',
    '2027-02-29',
    '3/4/2026',
    'October',
    '2026',
    '45678',
    '0000-01-01',
    '1899-01-01',
    '2026-13-01',
    'soon',
    '1 Moon 2026',
  ])('"%s" is told, not guessed', (text) => {
    expect(readDate(text)).toHaveProperty('problem');
  });

  it('says when a Buddhist year was read', () => {
    expect(readDate('2569-10-31')).toMatchObject({ because: expect.stringContaining('Buddhist') });
  });
});

describe('a price', () => {
  it.each([
    ['THB 12,000', { minor: 1_200_000, currency: 'THB' }],
    ['12,000 THB', { minor: 1_200_000, currency: 'THB' }],
    ['€1.200,50', { minor: 120_050, currency: 'EUR' }],
    ['US$ 320', { minor: 32_000, currency: 'USD' }],
    ['JPY 52,000', { minor: 52_000, currency: 'JPY' }],
    ["CHF 1'250", { minor: 125_000, currency: 'CHF' }],
    ['฿9500', { minor: 950_000, currency: 'THB' }],
  ])('"%s" is read', (text, expected) => {
    expect(value(price(text))).toEqual(expected);
  });

  it('takes the currency from its own column, else the workspace, and says so', () => {
    expect(price('350', 'EUR')).toEqual({ value: { minor: 35_000, currency: 'EUR' } });
    expect(price('350')).toEqual({
      value: { minor: 35_000, currency: 'THB' },
      because: 'no currency is given; taken as THB',
    });
  });

  it.each(['THB 1,000 per month', 'free', '12,000 or 10,000', 'THB -5', 'on request', 'total 90,000'])(
    '"%s" is told, not guessed',
    (text) => {
      expect(price(text)).toHaveProperty('problem');
    },
  );
});

describe('other words', () => {
  it('are numbers, answers and languages', () => {
    expect([readCount('4'), readCount('4 zones')].map(value)).toEqual([4, 4]);
    expect(['4.5', 'many', '-1', '1e9'].map((text) => value(readCount(text)))).toEqual(Array(4).fill(null));
    expect(['yes', 'Ja', '✓', 'no', 'maybe'].map(readYesNo)).toEqual([true, true, true, false, null]);
    expect(['Thai', 'th', 'Deutsch', '日本語', 'en-GB', 'Klingon', 'xx'].map(readLanguage)).toEqual([
      'th',
      'th',
      'de',
      'ja',
      'en-GB',
      null,
      null,
    ]);
  });
});

describe('the names of units', () => {
  it.each([
    ['Drift Bar, Edge, Horizon', 3, ['Drift Bar', 'Edge', 'Horizon']],
    ['Lobby / Bar', 1, ['Lobby / Bar']],
    ['Lobby / Bar', 2, ['Lobby', 'Bar']],
    ['Lobby/Bar/Spa', 6, ['Lobby/Bar/Spa']],
    ['Lounge (east, west), Spa', 2, ['Lounge (east, west)', 'Spa']],
    ['', null, []],
  ])('"%s" of %s are parted where that is certain', (text, count, names) => {
    expect(splitUnits(text, count)).toEqual(names);
  });
});
