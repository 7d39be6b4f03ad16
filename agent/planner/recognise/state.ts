// How a contract stands, in the language's own words: "under contract", "no longer running", "yet to renew".
import { clauseItem } from '../items.ts';
import { type Reader, skipWords, valueAt } from '../reader.ts';
import type { Recognised } from './recogniser.ts';

const LEADS = 'who that which are is have has with a an still currently presently already being'.split(' ');

export function recogniseState(reader: Reader, at: number): Recognised | null {
  if (!reader.input.vocabulary.fields.some(({ key }) => key === 'contract_status')) return null;
  const found = valueAt(reader, at, 'states') ?? valueAt(reader, skipWords(reader, at, LEADS), 'states');
  if (!found) return null;
  const [state = '', mood] = found.value.split(':');
  if (state === 'endless') {
    const item = clauseItem('contract_end', { not: { op: 'known', field: 'contract_end' } });
    return { item: { ...item, facet: 'contract_end:known' }, end: found.end };
  }
  const filter = { op: 'in' as const, field: 'contract_status', values: [state] };
  return { item: clauseItem('contract_status', mood === 'not' ? { not: filter } : filter), end: found.end };
}
