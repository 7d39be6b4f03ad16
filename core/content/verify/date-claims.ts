// The days, months and years that a text states, in figures and by the names of its language.
import { escapePattern } from '../../../lib/text.ts';
import { type Found, pattern, takeAll } from './take-claims.ts';

export type DateClaim = {
  text: string;
  /** Told from the day on which it is read: nothing that is known says the same. */
  isRelative?: boolean;
  year?: number;
  month?: number;
  day?: number;
  alternatives?: DateClaim[];
};

const ORDINAL = '(?:st|nd|rd|th|er|º|\\.)?';

/** Every day that is stated; `rest` is the text without them. */
export function readDates(text: string, language: string): Found<DateClaim> {
  const months = monthNames(language);
  return takeAll(text, dateForms(language, months), (match) => [toDate(match, months)]);
}

const datesBy = new Map<string, RegExp[]>();

function dateForms(language: string, months: ReadonlyMap<string, number>): RegExp[] {
  const known = datesBy.get(language);
  if (known) return known;
  const names = [...months.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const month = `(?<month>${names.join('|')})\\.?`;
  const end = '(?![\\p{L}\\p{M}])';
  const forms = [
    '(?<year>\\d{4})-(?<m>\\d{2})-(?<day>\\d{2})(?!\\d)',
    '(?<year>\\d{4})年(?:(?<m>\\d{1,2})月(?:(?<day>\\d{1,2})[日号])?)?',
    '(?<m>\\d{1,2})月(?<day>\\d{1,2})[日号]',
    `(?<!\\d)(?<day>\\d{1,2})${ORDINAL}\\s+(?:of\\s+|de\\s+)?${month}${end}(?:,?\\s+(?:de\\s+|พ\\.ศ\\.\\s*)?(?<year>\\d{4})(?!\\d))?`,
    `(?<![\\p{L}])${month}\\s+(?<day>\\d{1,2})${ORDINAL}(?!\\d)(?:,?\\s+(?<year>\\d{4})(?!\\d))?`,
    `(?<![\\p{L}])${month}${end},?\\s+(?:de\\s+)?(?<year>\\d{4})(?!\\d)`,
    `(?<=\\b(?:in|by|until|till|before|since|of|end of|early|mid|late|this|next|from|en|im|bis|em|até)[ -])${month}${end}`,
    '(?<!\\d)(?<a>\\d{1,2})[./-](?<b>\\d{1,2})[./-](?<year>\\d{4}|\\d{2})(?!\\d)',
  ];
  const patterns = forms.map(pattern);
  datesBy.set(language, patterns);
  return patterns;
}

function toDate(match: RegExpExecArray, months: ReadonlyMap<string, number>): DateClaim {
  const { year, month, m, day, a, b } = match.groups ?? {};
  const number = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits));
  const full = year?.length === 2 ? 2000 + Number(year) : number(year);
  const claim = (parts: Omit<DateClaim, 'text'>): DateClaim => ({
    text: match[0].replace(/[.\s]+$/, ''),
    ...Object.fromEntries(
      Object.entries({ ...parts, year: full }).filter(([, value]) => value !== undefined),
    ),
  });
  // 10/11/2027 is a day in October or in November: either may be meant.
  if (a !== undefined) {
    const [x, y] = [Number(a), Number(b)];
    return { ...claim({ day: x, month: y }), alternatives: [claim({ day: y, month: x })] };
  }
  const named = month === undefined ? number(m) : months.get(month.toLowerCase());
  return claim({ month: named, day: number(day) } as Omit<DateClaim, 'text'>);
}

function monthNames(language: string): Map<string, number> {
  const cached = monthsBy.get(language);
  if (cached) return cached;
  const names = new Map<string, number>();
  for (const locale of ['en', language])
    for (const style of ['long', 'short'] as const)
      for (let at = 0; at < 12; at += 1)
        for (const parts of [{ month: style }, { month: style, day: 'numeric' }] as const) {
          const name = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { ...parts, timeZone: 'UTC' })
            .formatToParts(new Date(Date.UTC(2027, at, 1)))
            .find(({ type }) => type === 'month')?.value;
          // Numbers with a sign for "month" are read by their own form.
          if (name && !/\d/.test(name)) names.set(name.toLowerCase().replace(/\.$/, ''), at + 1);
        }
  monthsBy.set(language, names);
  return names;
}
const monthsBy = new Map<string, Map<string, number>>();
