import type { Field } from '../fields/field.ts';
import { countryName } from '../places/countries.ts';
import { describePeriod } from './describe-dates.ts';
import { type Clause, clausesOf, type Filter } from './filter.ts';

const WHO = ['brand', 'owner_group', 'type', 'city', 'country', 'region', 'tier', 'tag', 'size'];

/** The few words by which a filter would be called in a name: "Hilton", "October 2027"; none where it has no such. `also`: by further fields. */
export function filterNames(
  filter: Filter,
  fields: readonly Field[] = [],
  also: readonly string[] = [],
): string[] {
  const own = fields.filter(({ isBuiltIn }) => !isBuiltIn).map(({ key }) => key);
  const called = new Set([...WHO, ...own, ...also]);
  const words = clausesOf(filter).flatMap(({ clause, isNegated }) =>
    isNegated ? [] : wordsOf(clause, called),
  );
  return [...new Set(words)].map((part) => part.replaceAll(/\s+/g, ' ').slice(0, 40));
}

function wordsOf(clause: Clause, called: ReadonlySet<string>): string[] {
  if (clause.op === 'in' && called.has(clause.field)) {
    const values = clause.values.map((value) =>
      clause.field === 'country' ? countryName(String(value)) : String(value),
    );
    return [values.length > 2 ? `${values[0]} and ${values.length - 1} more` : values.join(' and ')];
  }
  if (clause.op === 'between' && clause.field === 'contract_end' && isDay(clause.from) && isDay(clause.to)) {
    return [describePeriod({ from: clause.from, to: clause.to })];
  }
  return [];
}

// A relative day has no name that would still be right tomorrow.
const isDay = (end: unknown): end is string => /^\d{4}-\d{2}-\d{2}$/.test(String(end));
