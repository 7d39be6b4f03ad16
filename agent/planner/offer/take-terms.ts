// "…, unique codes, first 50 only, one per customer, valid until 31 December": what an offer's codes are held to, taken out of
// what is said, so that the rest is read as if it were not there.
import type { OfferTerms } from '../../../core/campaigns/draft.ts';
import { AMOUNT_WITH_UNIT, readMoney } from '../brief/read-budget.ts';
import type { PlannerInput } from '../types.ts';
import { TERM_WORDS, type TermKind } from './term-words.ts';
import { toReader } from './told.ts';
import { daysOf, type Validity } from './validity.ts';
import { DAYS_END, OFFERED_DAYS, VALID_DAYS } from './validity-words.ts';

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
  /** From when until when it is valid. */
  days: Validity | null;
  /** How its own budget was said. */
  budgets: string[];
  /** All of it as it was said. */
  words: string[];
};

const BEFORE = String.raw`(?:(?<=^|[\n、。])|[,;.:–]|\s-|(?<!\p{L})(?:and|und|et|y|e|with|mit|plus|but)(?=\s)|(?<=\p{Script=Thai})(?=\s))\s*(?:(?:and|und|et|y|e|also|but)\s+)*`;
const BEHIND = String.raw`(?=\s*(?:[,;.!\n、。]|$|\s(?:and|und|et|y|e)\s|(?<=\p{Script=Thai}|\d)\s))`;

const FORMS = TERM_WORDS.flatMap(({ kind, isTold, sources }) =>
  sources.map((source) => ({
    ...{ kind, isTold },
    form: new RegExp(`${BEFORE}(?<said>${source.replaceAll('MONEY', AMOUNT_WITH_UNIT)})${BEHIND}`, 'iu'),
  })),
);

const DAYS = [
  ...VALID_DAYS.map((source) => `${BEFORE}(?<said>${source})${DAYS_END}`),
  `(?<said>${OFFERED_DAYS})${DAYS_END}`,
].map((source) => new RegExp(source, 'iu'));

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

export const NOTHING_SAID: SaidTerms = {
  ...{ rest: '', terms: {}, hasCodes: false, hasNone: false, told: [], days: null, budgets: [], words: [] },
};

export function takeTerms(text: string, input: PlannerInput): SaidTerms {
  const { currency = 'THB' } = input;
  const found: SaidTerms = { ...NOTHING_SAID, terms: {}, told: [], budgets: [], ...takeDays(text, input) };
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

const STARTS = /\b(?:starts?|begins?)\b/i;

/** Words that no days are found in stay where they are. */
function takeDays(text: string, input: PlannerInput): Pick<SaidTerms, 'rest' | 'days' | 'words'> {
  for (const form of DAYS) {
    const match = form.exec(text);
    const days = match && daysOf(match.groups!.days!, input, STARTS.test(match.groups!.said!) || undefined);
    if (!days) continue;
    const rest = `${text.slice(0, match.index).trimEnd()}${text.slice(match.index + match[0].length)}`;
    return { rest, days, words: [match.groups!.said!] };
  }
  return { rest: text, days: null, words: [] };
}
