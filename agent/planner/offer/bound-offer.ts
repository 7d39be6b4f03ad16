// An offer held to what was said of it: what its readers are told, and what its codes are redeemed by.
import type { OfferTerms } from '../../../core/campaigns/draft.ts';
import { AMOUNT_WITH_UNIT, readMoney } from '../brief/read-budget.ts';
import type { PlannerInput } from '../types.ts';
import type { SaidTerms } from './take-terms.ts';
import { ONCE, toldOf } from './told.ts';
import { isRelative, type Validity, validityIn, validityWords, withoutDays } from './validity.ts';

export const NO_TERMS: OfferTerms = {
  prefix: null,
  limit: null,
  oncePerCustomer: false,
  validFrom: null,
  validUntil: null,
  value: null,
  budget: null,
};

/** What one redemption costs, where the offer is an amount of money; what has to be spent for it is none. */
export function valueIn(says: string, currency: string): OfferTerms['value'] {
  for (const match of says.matchAll(new RegExp(AMOUNT_WITH_UNIT, 'giu'))) {
    const before = says.slice(0, match.index);
    if (!SPENT.test(before)) return readMoney(match[0], currency);
  }
  return null;
}
const SPENT =
  /(?:spend|spends|spending|orders?|purchase|minimum|over|above|from|ab|au-delà\s+de|desde|a\s+partir\s+de)(?:\s+(?:of|is|over|above|from|at\s+least|von|de))*\s*$/iu;

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
  const named = validityIn(offer.says, input);
  const days = said.days
    ? together(said.days, { ...had, ...known(named) })
    : isRelative(offer.says) && (named.validFrom ?? named.validUntil)
      ? named
      : null;
  const dated = days
    ? withTold(withoutDays(offer.says, input), [validityWords(days, offer.says)])
    : offer.says;
  const told = [...(had ? toldOf({ ...had, ...said.terms }) : []), ...said.told];
  const says =
    told.length > 0 || days || said.hasCodes ? ended(withTold(dated, told)).slice(0, 300) : offer.says;
  if (!said.hasCodes && !had) return { offer: { ...plain, says }, unheld: [] };
  const isMoney = ['voucher', 'discount'].includes(offer.kind);
  const value = (isMoney ? valueIn(offer.says, input.currency ?? 'THB') : null) ?? had?.value ?? null;
  const valid = days ?? known(validityIn(says, input));
  const { budget = had?.budget ?? null, ...terms } = said.terms;
  // What is spent is counted by what one redemption costs.
  const isCounted = budget === null || value?.currency === budget.currency;
  return {
    offer: {
      ...plain,
      says,
      code: { ...NO_TERMS, ...had, ...valid, ...terms, value, budget: isCounted ? budget : null },
    },
    unheld: isCounted ? [] : said.budgets,
  };
}

/** What is not known of it, it does not change. */
const known = (days: Validity): Partial<Validity> =>
  Object.fromEntries(Object.entries(days).filter(([, day]) => day !== null));

/** The days that are said take the place of those before; one that the other end no longer fits is gone. */
function together(said: Validity, before: Partial<Validity>): Validity {
  const { validFrom = null, validUntil = null } = { ...before, ...known(said) };
  if (!validFrom || !validUntil || validFrom <= validUntil) return { validFrom, validUntil };
  return said.validFrom ? { validFrom, validUntil: null } : { validFrom: null, validUntil };
}
