// What the readers of an offer are told of its bounds.
import type { OfferTerms } from '../../../core/campaigns/draft.ts';

export const ONCE = 'one per customer';
export const toldOf = ({ limit, oncePerCustomer }: Partial<OfferTerms>): string[] => [
  ...(limit ? [`for the first ${limit.toLocaleString('en')}`] : []),
  ...(oncePerCustomer ? [ONCE] : []),
];

const ENGLISH =
  /^(?=.*\b(?:the|first|limit\w*|only|most|per|for|each|one|once|max\w*|total|vouchers?|codes?)\b)[\x20-\x7e’]+$/iu;
/** As a reader of the letter is told of it; what is said in another language than English is theirs as it stands. */
export const toReader = (said: string, terms: Partial<OfferTerms>): string =>
  (ENGLISH.test(said) ? toldOf(terms)[0] : null) ?? said;
