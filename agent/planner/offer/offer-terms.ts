// "…, unique codes, first 50 only, one per customer, valid until 31 December": what an offer's codes are held to, taken out of
// what is said, so that the rest is read as if it were not there.
import type { OfferTerms } from '../../../core/campaigns/draft.ts';
import { AMOUNT_WITH_UNIT, readMoney } from '../brief/read-budget.ts';
import { readFrame } from '../frame.ts';
import { readItems } from '../read-items.ts';
import { resolvePeriod } from '../time/period.ts';
import type { PlannerInput } from '../types.ts';
import { TERM_WORDS, type TermKind } from './term-words.ts';

export type SaidTerms = {
  /** The text without them. */
  rest: string;
  /** Empty where none is said; */
  terms: Partial<OfferTerms>;
  /** Something is said of codes, or that only codes can be held to. */
  hasCodes: boolean;
  hasNone: boolean;
  /** What the readers of the letter have to know as well, in the words that were said. */
  told: string[];
  /** How its own budget was said. */
  budgets: string[];
  /** All of it as it was said. */
  words: string[];
};

export const NO_TERMS: OfferTerms = {
  prefix: null,
  limit: null,
  oncePerCustomer: false,
  validUntil: null,
  value: null,
  budget: null,
};

const BEFORE = String.raw`(?:(?<=^|[\n、。])|[,;.:–]|\s-|(?<!\p{L})(?:and|und|et|y|e|with|mit|plus|but)(?=\s)|(?<=\p{Script=Thai})(?=\s))\s*(?:(?:and|und|et|y|e|also|but)\s+)*`;
const BEHIND = String.raw`(?=\s*(?:[,;.!\n、。]|$|\s(?:and|und|et|y|e)\s|(?<=\p{Script=Thai}|\d)\s))`;

const FORMS = TERM_WORDS.flatMap(({ kind, isTold, sources }) =>
  sources.map((source) => ({
    ...{ kind, isTold },
    form: new RegExp(`${BEFORE}(?<said>${source.replaceAll('MONEY', AMOUNT_WITH_UNIT)})${BEHIND}`, 'iu'),
  })),
);

const NUMBERS: Readonly<Record<string, number>> = {
  ten: 10,
  twenty: 20,
  thirty: 30,
  fifty: 50,
  hundred: 100,
};
const numberOf = (said: string): number => NUMBERS[said.toLowerCase()] ?? Number(said.replace(/[.,]/g, ''));

const READ: Record<
  TermKind,
  (said: Record<string, string | undefined>, currency: string) => Partial<OfferTerms>
> = {
  validity: () => ({}),
  codes: () => ({}),
  once: () => ({}),
  none: () => ({}),
  limit: ({ limit = '' }) => (numberOf(limit) > 0 ? { limit: numberOf(limit) } : {}),
  oncePerCustomer: () => ({ oncePerCustomer: true }),
  prefix: ({ prefix = '' }) => ({ prefix: prefix.toUpperCase() }),
  budget: ({ money = '' }, currency) => ({ budget: readMoney(money, currency) }),
};

export function takeTerms(text: string, { currency = 'THB' }: PlannerInput): SaidTerms {
  const found: SaidTerms = {
    rest: text,
    terms: {},
    hasCodes: false,
    hasNone: false,
    told: [],
    budgets: [],
    words: [],
  };
  for (const { kind, isTold, form } of FORMS) {
    const match = form.exec(found.rest);
    if (!match) continue;
    const { index } = match;
    const behind = found.rest.slice(index + match[0].length);
    found.rest = `${found.rest.slice(0, index)}${behind}`;
    Object.assign(found.terms, READ[kind](match.groups ?? {}, currency));
    found.hasCodes ||= kind !== 'none' && kind !== 'validity';
    found.hasNone ||= kind === 'none';
    found.words.push(match.groups!.said!);
    if (isTold)
      found.told.push(
        toReader(match.groups!.until ?? match.groups!.said!, READ[kind](match.groups ?? {}, currency)),
      );
    if (kind === 'budget') found.budgets.push(match.groups!.said!);
  }
  return found;
}

const UNTIL = String.raw`(?:valid\s+|good\s+|redeemable\s+|gültig\s+|valables?\s+|válid[oa]s?\s+)*(?:until|till|through|thru|valid\s+to|expir(?:es|ing|y)(?:\s+on)?(?::)?|ends?\s+on|before|by|bis(?:\s+(?:zum|ende))?|jusqu[’']?(?:au|à)?|hasta(?:\s+el)?|até(?:\s+(?:o|a))?|ถึง(?:วันที่)?|ภายใน(?:วันที่)?)\s*`;
const ENDS = new RegExp(
  String.raw`(?<!\p{L})(?<how>${UNTIL})(?<day>[^,;.!。]+(?:\.(?=\s*\p{L})[^,;.!。]+)?)`,
  'giu',
);
const ENDS_BEHIND = /(?<day>(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|今月末|年末)(?:まで|前|为止|之前|截止)/u;
const ENDS_ZH = /(?:至|截止到?|到)(?<day>(?:\d{4}年)?\d{1,2}月\d{1,2}日)/u;

/** The last day that an offer names; null where it names none, or none that is to come. */
export function validityIn(says: string, input: PlannerInput): string | null {
  for (const { how = '', day = '' } of [
    ...[...says.matchAll(ENDS)].map(({ groups }) => groups ?? {}),
    ENDS_BEHIND.exec(says)?.groups ?? {},
    ENDS_ZH.exec(says)?.groups ?? {},
  ]) {
    const isBefore = /^before|^vor/i.test(how.trim());
    const last = day && lastDayOf(day, { input, isBefore });
    if (last && last >= input.today) return last;
  }
  return null;
}

type Asked = { input: PlannerInput; isBefore: boolean };

function lastDayOf(words: string, { input, isBefore }: Asked): string | null {
  const { reader } = readFrame(`${isBefore ? 'before' : 'until'} ${words}`, input);
  const item = readItems(reader).find(({ kind }) => kind === 'period' || kind === 'dated');
  const period = item && 'period' in item ? item.period : null;
  return (period && resolvePeriod(period, { today: input.today, direction: 'future' })?.to) ?? null;
}

/** What one redemption costs, where the offer is an amount of money; what has to be spent for it is none. */
export function valueIn(says: string, currency: string): OfferTerms['value'] {
  for (const match of says.matchAll(new RegExp(AMOUNT_WITH_UNIT, 'giu'))) {
    const before = says.slice(0, match.index);
    if (!SPENT.test(before)) return readMoney(match[0], currency);
  }
  return null;
}
/** The offer's sentence without its end mark and without the last day that it names. */
export const withoutEnd = (says: string): string =>
  says
    .replace(
      new RegExp(
        String.raw`[,;]?\s*(?<!\p{L})(?:${UNTIL})(?:the\s+)?(?=[^,;!。]*\d|[^,;!。]*(?:end|christmas|new\s+year))[^,;!。.]+`,
        'giu',
      ),
      '',
    )
    .replace(/[.\s]+$/u, '');

const SPENT =
  /(?:spend|spends|spending|orders?|purchase|minimum|over|above|from|ab|au-delà\s+de|desde|a\s+partir\s+de)(?:\s+(?:of|is|over|above|from|at\s+least|von|de))*\s*$/iu;

const ONCE = 'one per customer';
const toldOf = ({ limit, oncePerCustomer }: Partial<OfferTerms>): string[] => [
  ...(limit ? [`for the first ${limit.toLocaleString('en')}`] : []),
  ...(oncePerCustomer ? [ONCE] : []),
];

const ENGLISH =
  /^(?=.*\b(?:the|first|limit\w*|only|most|per|for|each|one|once|max\w*|total|vouchers?|codes?)\b)[\x20-\x7e’]+$/iu;
/** As a reader of the letter is told of it; what is said in another language than English is theirs as it stands. */
const toReader = (said: string, terms: Partial<OfferTerms>): string =>
  (ENGLISH.test(said) ? toldOf(terms)[0] : null) ?? said;

const FIRST = /^for the first [\d,]+\.?$/i;
const withoutTold = (says: string): string =>
  says
    .split(/,\s+/)
    .filter((part) => !FIRST.test(part) && part.replace(/\.$/, '').toLowerCase() !== ONCE)
    .join(', ');

/** The offer's sentence with what its readers have to know of its terms; a new number takes the place of another. */
function withTold(offered: string, told: readonly string[]): string {
  if (told.length === 0) return offered;
  const isNumbered = told.some((one) => FIRST.test(one));
  const kept = isNumbered ? offered.split(/,\s+/).filter((part) => !FIRST.test(part)) : [offered];
  const plain = kept.join(', ').replace(/[.。\s]+$/u, '');
  const lacking = [...new Set(told)].filter((one) => !plain.toLowerCase().includes(one.toLowerCase()));
  return [plain, ...lacking].join(SPACELESS.test(plain) ? '、' : ', ');
}
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/** A code stands behind it in the letter. */
const ended = (says: string): string =>
  /[.!?…。]$/u.test(says) || /\p{Script=Thai}$|\p{Script=Thai}\s*\d*$/u.test(says)
    ? says
    : `${says}${SPACELESS.test(says) ? '。' : '.'}`;

export type Sayable = { kind: 'discount' | 'free_item' | 'voucher' | 'points' | 'other'; says: string };

export type Bound<T> = { offer: Omit<T, 'code'> & { code?: OfferTerms | null }; unheld: string[] };

/** The offer with its codes as they were said, where something said needs codes; and what they cannot be held to. */
export function boundOffer<T extends Sayable & { code?: OfferTerms | null }>(
  offer: T,
  said: SaidTerms,
  input: PlannerInput,
): Bound<T> {
  const { code: had, ...plain } = offer;
  if (said.hasNone) return { offer: { ...plain, says: withoutTold(offer.says), code: null }, unheld: [] };
  const told = [...(had ? toldOf({ ...had, ...said.terms }) : []), ...said.told];
  const says =
    told.length > 0 || said.hasCodes ? ended(withTold(offer.says, told)).slice(0, 300) : offer.says;
  if (!said.hasCodes && !had) return { offer: { ...plain, says }, unheld: [] };
  const isMoney = ['voucher', 'discount'].includes(offer.kind);
  const value = (isMoney ? valueIn(offer.says, input.currency ?? 'THB') : null) ?? had?.value ?? null;
  const validUntil = validityIn(says, input) ?? had?.validUntil ?? null;
  const { budget = had?.budget ?? null, ...terms } = said.terms;
  // What is spent is counted by what one redemption costs.
  const isCounted = budget === null || value?.currency === budget.currency;
  return {
    offer: {
      ...plain,
      says,
      code: { ...NO_TERMS, ...had, ...terms, validUntil, value, budget: isCounted ? budget : null },
    },
    unheld: isCounted ? [] : said.budgets,
  };
}
