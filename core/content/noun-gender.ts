// What the service is called has a gender in most languages, and the fixed words beside it have it too. The letters are written
// for a masculine word.

export type Gender = 'masculine' | 'feminine' | 'neuter';

type Pairs = readonly (readonly [RegExp, string])[];

const IS_SERVICE = '(?= \\{\\{ sender\\.service \\}\\})';
const before = (words: string, said: string): Pairs[number] => [
  new RegExp(`${words}${IS_SERVICE}`, 'gu'),
  said,
];

const FORMS: Readonly<Record<string, Partial<Record<Gender, Pairs>>>> = {
  de: {
    feminine: [before('unserem', 'unserer'), before('unseren', 'unsere'), before('([uU])nser', '$1nsere')],
    neuter: [before('unseren', 'unser')],
  },
  es: { feminine: [before('([nN])uestro', '$1uestra'), [/presentarlo/gu, 'presentarla']] },
  fr: { feminine: [[/de le présenter/gu, 'de la présenter']] },
  pt: {
    feminine: [
      before('\\b([dn])o nosso', '$1a nossa'),
      before('\\bao nosso', 'à nossa'),
      before('([nN])osso', '$1ossa'),
      [/apresentá-lo/gu, 'apresentá-la'],
    ],
  },
};

/** The fixed words of a letter beside a word of this gender. */
export const inGender = (
  source: string,
  { language, gender }: { language: string; gender: Gender },
): string =>
  (FORMS[language]?.[gender] ?? []).reduce((text, [given, said]) => text.replace(given, said), source);
