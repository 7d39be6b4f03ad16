// Which feast a seasonal greeting is for: the one that the person named, else the great one of the recipient's country.
import { fold } from '../../lib/text.ts';

/** `name` stands after "for": "warm wishes for Songkran", "for the festive season". */
type Occasion = { name: string; words: readonly string[]; countries: readonly string[] };

/** Where no single feast is shared by all, or the country is not known. */
const ANY_SEASON = 'the festive season';

const OCCASIONS: readonly Occasion[] = [
  {
    name: 'Lunar New Year',
    words: ['lunar new year', 'spring festival'],
    countries: ['CN', 'HK', 'MO', 'TW', 'SG', 'VN', 'KR', 'KP', 'MN'],
  },
  { name: 'Chinese New Year', words: ['chinese new year', 'cny'], countries: [] },
  { name: 'Tết', words: ['tet', 'tet nguyen dan', 'vietnamese new year'], countries: [] },
  { name: 'Seollal', words: ['seollal', 'korean new year'], countries: [] },
  { name: 'Songkran', words: ['songkran', 'thai new year'], countries: ['TH'] },
  { name: 'Lao New Year', words: ['pi mai', 'lao new year'], countries: ['LA'] },
  { name: 'Khmer New Year', words: ['khmer new year', 'choul chnam thmey'], countries: ['KH'] },
  { name: 'Thingyan', words: ['thingyan', 'burmese new year'], countries: ['MM'] },
  { name: 'Loy Krathong', words: ['loy krathong', 'loi krathong'], countries: [] },
  { name: 'the New Year', words: ['new year', 'new years eve', 'oshogatsu'], countries: ['JP', 'RU', 'TR'] },
  {
    name: 'Nowruz',
    words: ['nowruz', 'norooz'],
    countries: ['IR', 'AF', 'TJ', 'UZ', 'KZ', 'KG', 'TM', 'AZ'],
  },
  { name: 'Diwali', words: ['diwali', 'deepavali'], countries: ['IN', 'NP'] },
  { name: 'Holi', words: ['holi'], countries: [] },
  { name: 'Vesak', words: ['vesak', 'wesak'], countries: ['LK', 'BT'] },
  { name: 'Ramadan', words: ['ramadan', 'ramadhan'], countries: [] },
  { name: 'Eid al-Adha', words: ['eid al adha'], countries: [] },
  {
    name: 'Eid al-Fitr',
    words: ['eid al fitr', 'hari raya', 'lebaran', 'eid'],
    countries: [
      ...['ID', 'MY', 'BN', 'MV', 'BD', 'PK', 'SA', 'AE', 'QA', 'KW', 'BH', 'OM', 'YE'],
      ...['JO', 'IQ', 'SY', 'PS', 'EG', 'LY', 'TN', 'DZ', 'MA', 'MR', 'SD', 'SO', 'DJ'],
    ],
  },
  {
    name: 'Christmas',
    words: ['christmas', 'xmas', 'weihnachten', 'noel', 'navidad', 'natal'],
    countries: [
      ...[
        'GB',
        'IE',
        'FR',
        'DE',
        'AT',
        'CH',
        'LI',
        'BE',
        'NL',
        'LU',
        'ES',
        'PT',
        'AD',
        'IT',
        'MT',
        'GR',
        'CY',
      ],
      ...[
        'DK',
        'SE',
        'NO',
        'FI',
        'IS',
        'EE',
        'LV',
        'LT',
        'PL',
        'CZ',
        'SK',
        'HU',
        'SI',
        'HR',
        'RO',
        'BG',
        'MC',
      ],
      ...[
        'US',
        'CA',
        'MX',
        'BR',
        'AR',
        'CL',
        'PE',
        'CO',
        'EC',
        'UY',
        'PY',
        'BO',
        'VE',
        'CR',
        'PA',
        'GT',
        'DO',
      ],
      ...[
        'HN',
        'SV',
        'NI',
        'CU',
        'JM',
        'BS',
        'BB',
        'TT',
        'AU',
        'NZ',
        'FJ',
        'PG',
        'PH',
        'TL',
        'ZA',
        'NA',
        'UA',
      ],
      ...['SC', 'MU', 'KE', 'GH', 'RS', 'ME', 'MK', 'GE', 'AM', 'MD'],
    ],
  },
  { name: 'Easter', words: ['easter', 'ostern', 'paques'], countries: [] },
  {
    name: "Valentine's Day",
    words: ['valentines day', 'valentines', 'valentine s day', 'valentine'],
    countries: [],
  },
  { name: "Mother's Day", words: ['mothers day', 'mother s day'], countries: [] },
  { name: "Father's Day", words: ['fathers day', 'father s day'], countries: [] },
  { name: 'Halloween', words: ['halloween'], countries: [] },
  { name: 'Thanksgiving', words: ['thanksgiving'], countries: [] },
  { name: 'Hanukkah', words: ['hanukkah', 'chanukah'], countries: ['IL'] },
  {
    name: 'the Mid-Autumn Festival',
    words: ['mid autumn', 'mid autumn festival', 'moon festival'],
    countries: [],
  },
  { name: 'Golden Week', words: ['golden week'], countries: [] },
  { name: 'Oktoberfest', words: ['oktoberfest'], countries: [] },
  { name: 'Carnival', words: ['carnival', 'karneval', 'mardi gras'], countries: [] },
  {
    name: ANY_SEASON,
    words: ['festive season', 'holidays', 'holiday season', 'the holidays'],
    countries: [],
  },
  { name: 'the summer season', words: ['summer', 'summer season'], countries: [] },
  { name: 'the winter season', words: ['winter', 'winter season'], countries: [] },
  { name: 'the spring season', words: ['spring', 'spring season'], countries: [] },
  { name: 'the autumn season', words: ['autumn', 'fall season', 'autumn season'], countries: [] },
  { name: 'the high season', words: ['high season', 'peak season'], countries: [] },
];

const byCountry = new Map(OCCASIONS.flatMap(({ name, countries }) => countries.map((code) => [code, name])));
// The longest words first: "chinese new year" is not "new year".
const byWords = OCCASIONS.flatMap(({ name, words }) => words.map((word) => ({ name, word }))).sort(
  (a, b) => b.word.length - a.word.length,
);

/** The occasion that the topic names, else that of the country (ISO 3166-1 alpha-2), else the festive season. */
export function occasionFor({ topic, country }: { topic: string | null; country: string | null }): string {
  return occasionNamed(topic)?.name ?? byCountry.get(country ?? '') ?? ANY_SEASON;
}

const PLAIN = new Set(
  'the a our for happy merry joyful wish wishes wishing warm greeting greetings season seasons seasonal festival holiday holidays campaign message card'.split(
    ' ',
  ),
);

/** Whether the topic says nothing but which occasion it is. */
export function isOnlyOccasion(topic: string): boolean {
  const named = occasionNamed(topic);
  if (named === undefined) return false;
  const rest = ` ${fold(topic)} `.replace(` ${named.word} `, ' ').split(' ');
  return rest.every((word) => word === '' || /^20\d\d$/.test(word) || PLAIN.has(word));
}

function occasionNamed(topic: string | null): { name: string; word: string } | undefined {
  if (!topic) return undefined;
  const words = ` ${fold(topic)} `;
  return byWords.find(({ word }) => words.includes(` ${word} `));
}
