// The feasts and seasons that a greeting may be for, as data.

/**
 * `name` stands after "for": "warm wishes for Songkran". `words` are what people call it, folded; `countries` those
 * whose great feast it is. `on` is where the calendar has its first day: in the list of the country `in`, under a name
 * that matches `as`; a country in whose own list such a day is a public holiday keeps it too. It lasts `days`.
 */
export type Occasion = {
  name: string;
  words: readonly string[];
  countries: readonly string[];
  on?: { in: string; as: RegExp; days: number };
};

/** Where no single feast is shared by all, or the country is not known. */
export const ANY_SEASON = 'the festive season';

export const OCCASIONS: readonly Occasion[] = [
  {
    name: 'Lunar New Year',
    words: ['lunar new year', 'spring festival'],
    countries: 'CN HK MO TW SG VN KR KP MN'.split(' '),
    on: { in: 'HK', as: /^Lunar New Year’s Day|^Chinese New Year|^Spring Festival/, days: 15 },
  },
  {
    name: 'Chinese New Year',
    words: ['chinese new year', 'cny'],
    countries: [],
    on: { in: 'HK', as: /^Lunar New Year’s Day/, days: 15 },
  },
  {
    name: 'Tết',
    words: ['tet', 'tet nguyen dan', 'vietnamese new year'],
    countries: [],
    on: { in: 'VN', as: /^Vietnamese New Year$/, days: 7 },
  },
  {
    name: 'Seollal',
    words: ['seollal', 'korean new year'],
    countries: [],
    on: { in: 'KR', as: /^Korean New Year$/, days: 3 },
  },
  {
    name: 'Songkran',
    words: ['songkran', 'thai new year'],
    countries: 'TH'.split(' '),
    on: { in: 'TH', as: /^Songkran/, days: 3 },
  },
  {
    name: 'Lao New Year',
    words: ['pi mai', 'lao new year'],
    countries: 'LA'.split(' '),
    on: { in: 'TH', as: /^Songkran/, days: 3 },
  },
  {
    name: 'Khmer New Year',
    words: ['khmer new year', 'choul chnam thmey'],
    countries: 'KH'.split(' '),
    on: { in: 'TH', as: /^Songkran/, days: 3 },
  },
  {
    name: 'Thingyan',
    words: ['thingyan', 'burmese new year'],
    countries: 'MM'.split(' '),
    on: { in: 'TH', as: /^Songkran/, days: 3 },
  },
  { name: 'Loy Krathong', words: ['loy krathong', 'loi krathong'], countries: [] },
  {
    name: 'the New Year',
    words: ['new year', 'new years eve', 'oshogatsu'],
    countries: 'JP RU TR'.split(' '),
    on: { in: 'GB', as: /^New Year's Day/, days: 3 },
  },
  {
    name: 'Nowruz',
    words: ['nowruz', 'norooz'],
    countries: 'IR AF TJ UZ KZ KG TM AZ'.split(' '),
    on: { in: 'IR', as: /^Nowruz/, days: 4 },
  },
  {
    name: 'Diwali',
    words: ['diwali', 'deepavali'],
    countries: 'IN NP'.split(' '),
    on: { in: 'SG', as: /^Deepavali|^Diwali/, days: 2 },
  },
  { name: 'Holi', words: ['holi'], countries: [] },
  {
    name: 'Vesak',
    words: ['vesak', 'wesak'],
    countries: 'LK BT'.split(' '),
    on: { in: 'ID', as: /^Vesak/, days: 1 },
  },
  {
    name: 'Ramadan',
    words: ['ramadan', 'ramadhan'],
    countries: [],
    on: { in: 'AE', as: /^First day of Ramadan/, days: 28 },
  },
  {
    name: 'Eid al-Adha',
    words: ['eid al adha'],
    countries: [],
    on: { in: 'AE', as: /\(Eid al-Adha\)|^Hari Raya Haji/, days: 4 },
  },
  {
    name: 'Eid al-Fitr',
    words: ['eid al fitr', 'hari raya', 'lebaran', 'eid'],
    countries: 'ID MY BN MV BD PK SA AE QA KW BH OM YE JO IQ SY PS EG LY TN DZ MA MR SD SO DJ'.split(' '),
    on: { in: 'AE', as: /\(Eid al-Fitr\)|^Hari Raya Puasa/, days: 3 },
  },
  {
    name: 'Christmas',
    words: ['christmas', 'xmas', 'weihnachten', 'noel', 'navidad', 'natal'],
    countries:
      'GB IE FR DE AT CH LI BE NL LU ES PT AD IT MT GR CY DK SE NO FI IS EE LV LT PL CZ SK HU SI HR RO BG MC US CA MX BR AR CL PE CO EC UY PY BO VE CR PA GT DO HN SV NI CU JM BS BB TT AU NZ FJ PG PH TL ZA NA UA SC MU KE GH RS ME MK GE AM MD'.split(
        ' ',
      ),
    on: { in: 'GB', as: /^Christmas Day$/, days: 1 },
  },
  {
    name: 'Easter',
    words: ['easter', 'ostern', 'paques'],
    countries: [],
    on: { in: 'DE', as: /^Easter Sunday/, days: 2 },
  },
  {
    name: "Valentine's Day",
    words: ['valentines day', 'valentines', 'valentine s day', 'valentine'],
    countries: [],
    on: { in: 'US', as: /^Valentine's Day/, days: 1 },
  },
  {
    name: "Mother's Day",
    words: ['mothers day', 'mother s day'],
    countries: [],
    on: { in: 'US', as: /^Mother's Day/, days: 1 },
  },
  {
    name: "Father's Day",
    words: ['fathers day', 'father s day'],
    countries: [],
    on: { in: 'US', as: /^Father's Day/, days: 1 },
  },
  { name: 'Halloween', words: ['halloween'], countries: [], on: { in: 'US', as: /^Halloween/, days: 1 } },
  {
    name: 'Thanksgiving',
    words: ['thanksgiving'],
    countries: [],
    on: { in: 'US', as: /^Thanksgiving Day/, days: 1 },
  },
  {
    name: 'Hanukkah',
    words: ['hanukkah', 'chanukah'],
    countries: 'IL'.split(' '),
    on: { in: 'IL', as: /^Hanukkah/, days: 8 },
  },
  {
    name: 'the Mid-Autumn Festival',
    words: ['mid autumn', 'mid autumn festival', 'moon festival'],
    countries: [],
    on: { in: 'TW', as: /^Mid-Autumn Festival/, days: 1 },
  },
  { name: 'Golden Week', words: ['golden week'], countries: [], on: { in: 'JP', as: /^Showa Day/, days: 7 } },
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
