// From when until when an offer is valid: read out of what is said of it, and said so that it stays true whenever it is read.
import type { OfferTerms } from '../../../core/campaigns/draft.ts';
import { type CalendarDate, formatDate } from '../../../lib/dates.ts';
import { readFrame } from '../frame.ts';
import { readItems } from '../read-items.ts';
import { resolvePeriod } from '../time/period.ts';
import type { PlannerInput } from '../types.ts';
import { languageOf } from './language-of.ts';
import { DAYS_IN_OFFER, RELATIVE_DAY } from './validity-words.ts';

export type Validity = Pick<OfferTerms, 'validFrom' | 'validUntil'>;

const UNTIL = String.raw`(?:valid\s+|good\s+|redeemable\s+|gültig\s+|valables?\s+|válid[oa]s?\s+)*(?:until|till|through|thru|valid\s+to|expir(?:es|ing|y)(?:\s+on)?(?::)?|ends?\s+on|before|by|bis(?:\s+(?:zum|ende))?|jusqu[’']?(?:au|à)?|hasta(?:\s+el)?|até(?:\s+(?:o|a))?|ถึง(?:วันที่)?|ภายใน(?:วันที่)?)\s*`;
const ENDS = new RegExp(
  String.raw`(?<!\p{L})(?<how>${UNTIL})(?<day>[^,;.!。]+(?:\.(?=\s*\p{L})[^,;.!。]+)?)`,
  'giu',
);
const ENDS_BEHIND = /(?<day>(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|今月末|年末)(?:まで|前|为止|之前|截止)/u;
const ENDS_ZH = /(?:至|截止到?|到)(?<day>(?:\d{4}年)?\d{1,2}月\d{1,2}日)/u;
const SPANS = new RegExp(DAYS_IN_OFFER, 'giu');

/** The first and the last day that an offer names; null where it names none, or none that is to come. */
export function validityIn(says: string, input: PlannerInput): Validity {
  for (const { groups } of says.matchAll(SPANS)) {
    const days = daysOf(groups!.days!, input);
    if (days?.validFrom) return { ...days, validUntil: days.validUntil ?? lastDayIn(says, input) };
  }
  return { validFrom: null, validUntil: lastDayIn(says, input) };
}

function lastDayIn(says: string, input: PlannerInput): CalendarDate | null {
  for (const { how = '', day = '' } of [
    ...[...says.matchAll(ENDS)].map(({ groups }) => groups ?? {}),
    ENDS_BEHIND.exec(says)?.groups ?? {},
    ENDS_ZH.exec(says)?.groups ?? {},
  ]) {
    const isBefore = /^before|^vor/i.test(how.trim());
    const last = day && (periodIn(`${isBefore ? 'before' : 'until'} ${day}`, input)?.range.to ?? null);
    if (last && last >= input.today) return last;
  }
  return null;
}

/** A length of time says neither when it begins nor when it ends. */
const LENGTHS = ['next', 'last', 'ahead', 'ago'];
const OPEN =
  /^(?:from|as\s+of|start|begin|ab|à\s+partir|dès|desde|a\s+partir|ตั้งแต่|从)(?!\p{Script=Latin})|(?:から|起)$/iu;

/** What days some words mean, where they are to come; null where they are none. What begins today has begun. */
export function daysOf(
  words: string,
  input: PlannerInput,
  isOpen = OPEN.test(words.trim()),
): Validity | null {
  const found = periodIn(plainly(words), input);
  if (!found || LENGTHS.includes(found.kind)) return null;
  const { from, to } = found.range;
  const until = isOpen && from === to ? null : to;
  if (until && until < input.today) return null;
  const validFrom = from && from > input.today ? from : null;
  return validFrom || until ? { validFrom, validUntil: until } : null;
}

function periodIn(words: string, input: PlannerInput) {
  const { reader } = readFrame(words, input);
  const item = readItems(reader).find(({ kind }) => kind === 'period' || kind === 'dated');
  const period = item && 'period' in item ? item.period : null;
  const range = period && resolvePeriod(period, { today: input.today, direction: 'future' });
  return range && { kind: period.kind, range };
}

/** 「12月1日から15日まで」, “ตั้งแต่ 1 ถึง 31 ธันวาคม”: as the calendar reads them. */
const plainly = (words: string): string =>
  words
    .replace(
      /((?:\d{4}年)?(\d{1,2}月)\d{1,2}日)\s*(?:から|〜|～|至|到|-|–)\s*(?:((?:\d{4}年)?\d{1,2}月))?(\d{1,2}日)(?:まで)?/u,
      (_, first: string, month: string, other: string | undefined, day: string) =>
        `${first}至${other ?? month}${day}`,
    )
    .replace(
      /^(?:ตั้งแต่|ระหว่าง)?\s*(?:วันที่)?\s*(\d{1,2})\s*(?:ถึง|และ|-|–)\s*(?:วันที่)?\s*(\d{1,2}\s*\p{Script=Thai}+)/u,
      '$1-$2',
    );

/** The offer's sentence without its end mark and without the days that it names. */
export const withoutDays = (says: string, input: PlannerInput): string =>
  says
    .replace(
      new RegExp(String.raw`[,;]?\s*(?:valid\s+|good\s+|redeemable\s+)?${DAYS_IN_OFFER}`, 'giu'),
      (said, ...rest) => (daysOf((rest.at(-1) as { days: string }).days, input) ? '' : said),
    )
    .replace(
      new RegExp(
        String.raw`[,;]?\s*(?<!\p{L})(?:${UNTIL})(?:the\s+)?(?=[^,;!。]*\d|[^,;!。]*(?:end|christmas|new\s+year|${RELATIVE_DAY}))[^,;!。.]+`,
        'giu',
      ),
      '',
    )
    .replace(/[.\s]+$/u, '');

const RELATIVE = new RegExp(String.raw`(?<!\p{L})${RELATIVE_DAY}`, 'iu');
/** It names days that are others to whoever reads it later. */
export const isRelative = (says: string): boolean => RELATIVE.test(says);

type Said = {
  on: (day: string) => string;
  from: (day: string) => string;
  until: (day: string) => string;
  both: (a: string, b: string) => string;
};
const IN: Readonly<Record<string, Said & { locale: string }>> = {
  en: {
    locale: 'en-GB',
    on: (a) => `valid on ${a}`,
    from: (a) => `valid from ${a}`,
    until: (b) => `valid until ${b}`,
    both: (a, b) => `valid from ${a} to ${b}`,
  },
  de: {
    locale: 'de',
    on: (a) => `gültig am ${a}`,
    from: (a) => `gültig ab ${a}`,
    until: (b) => `gültig bis ${b}`,
    both: (a, b) => `gültig vom ${a} bis ${b}`,
  },
  fr: {
    locale: 'fr',
    on: (a) => `valable le ${a}`,
    from: (a) => `valable à partir du ${a}`,
    until: (b) => `valable jusqu’au ${b}`,
    both: (a, b) => `valable du ${a} au ${b}`,
  },
  es: {
    locale: 'es',
    on: (a) => `válido el ${a}`,
    from: (a) => `válido desde el ${a}`,
    until: (b) => `válido hasta el ${b}`,
    both: (a, b) => `válido del ${a} al ${b}`,
  },
  pt: {
    locale: 'pt-BR',
    on: (a) => `válido em ${a}`,
    from: (a) => `válido a partir de ${a}`,
    until: (b) => `válido até ${b}`,
    both: (a, b) => `válido de ${a} a ${b}`,
  },
  th: {
    locale: 'th',
    on: (a) => `ใช้ได้วันที่ ${a}`,
    from: (a) => `ใช้ได้ตั้งแต่ ${a}`,
    until: (b) => `ใช้ได้ถึง ${b}`,
    both: (a, b) => `ใช้ได้ตั้งแต่ ${a} ถึง ${b}`,
  },
  ja: {
    locale: 'ja',
    on: (a) => `${a}のみ有効`,
    from: (a) => `${a}から有効`,
    until: (b) => `${b}まで有効`,
    both: (a, b) => `${a}から${b}まで有効`,
  },
  zh: {
    locale: 'zh-CN',
    on: (a) => `仅限${a}有效`,
    from: (a) => `自${a}起有效`,
    until: (b) => `有效期至${b}`,
    both: (a, b) => `${a}至${b}有效`,
  },
};

/** The days by their dates, in the language of the offer: “from Monday” is another day to whoever reads it later. */
export function validityWords({ validFrom, validUntil }: Validity, says: string): string {
  const { locale, on, from, until, both } = IN[languageOf(says)] ?? IN.en!;
  const said = (day: CalendarDate) =>
    formatDate(day, locale).replace(/^1(?= \p{L}+ \d{4}$)/u, locale === 'fr' ? '1er' : '1');
  if (validFrom && validFrom === validUntil) return on(said(validFrom));
  if (validFrom && validUntil) return both(...together(said(validFrom), said(validUntil)));
  return validFrom ? from(said(validFrom)) : validUntil ? until(said(validUntil)) : '';
}

/** “1 to 15 December 2026”: what both end with is said once. */
function together(first: string, last: string): [string, string] {
  const [a, b] = [first.split(' '), last.split(' ')];
  while (a.length > 1 && a.at(-1) === b.at(-1)) {
    a.pop();
    b.pop();
  }
  return [a.join(' ').replace(/ de$/, ''), last];
}
