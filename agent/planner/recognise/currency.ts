// The currency of their contracts: "who pay in dollars", "billed in EUR", "with contracts in baht", "on USD contracts".
import { clauseItem } from '../items.ts';
import { type Reader, skipWords, valueAt } from '../reader.ts';
import type { Recognised } from './recogniser.ts';

const LEADS = 'who that which are is we they whose with having have on their a an'.split(' ');
const PRICED = /^(?:pay|pays|paying|paid|billed|invoiced|charged|priced|bill|invoice|charge|contracts?)$/;

export function recogniseCurrency(reader: Reader, at: number): Recognised | null {
  if (!reader.input.vocabulary.fields.some(({ key }) => key === 'currency')) return null;
  const start = skipWords(reader, at, LEADS);
  const found = pricedIn(reader, start) ?? contractsIn(reader, start);
  const filter = found && { op: 'in' as const, field: 'currency', values: [found.value] };
  return filter && { item: clauseItem('currency', filter), end: found.end };
}

function pricedIn(reader: Reader, at: number) {
  if (!PRICED.test(reader.tokens[at]?.word ?? '')) return null;
  const into = skipWords(reader, at + 1, ['us', 'is', 'are', 'them', 'their', 'bill', 'bills', 'contract']);
  return reader.tokens[into]?.word === 'in' ? valueAt(reader, into + 1, 'currencies') : null;
}

function contractsIn(reader: Reader, at: number) {
  const currency = valueAt(reader, at, 'currencies');
  return currency && /^(?:contract|contracts)$/.test(reader.tokens[currency.end]?.word ?? '')
    ? { ...currency, end: currency.end + 1 }
    : null;
}
