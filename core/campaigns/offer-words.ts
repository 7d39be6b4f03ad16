import { formatMoney } from '../../lib/money.ts';
import type { OfferTerms } from './draft.ts';

/** What codes there are and how they are bounded, for whoever prepares or approves it; nothing where there are none. */
export function offerWords(terms: OfferTerms | null | undefined): string[] {
  if (!terms) return [];
  const bounds = [
    terms.limit && `up to ${terms.limit.toLocaleString('en')} of them`,
    terms.budget && `within ${formatMoney(terms.budget)}`,
    terms.validFrom && `from ${terms.validFrom} on`,
    terms.validUntil && `until ${terms.validUntil}`,
  ].filter(Boolean);
  return [
    `Each recipient has a code of their own, redeemed once${bounds.length > 0 ? `, ${bounds.join(', ')}` : ''}.`,
    ...(terms.oncePerCustomer ? ['Of the codes of one customer’s contacts one alone is redeemed.'] : []),
  ];
}
