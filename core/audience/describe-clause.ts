import { formatMoney } from '../../lib/money.ts';
import { joinWords } from '../../lib/text.ts';
import { describeDays, sayDay } from './describe-dates.ts';
import type { Clause, Did, Ends, Top } from './filter.ts';
import { type FilterWords, quoted, sayField, sayNamed, sayValue } from './say-value.ts';

export type { FilterWords } from './say-value.ts';
export { lowerFirst } from './say-value.ts';

type Said = { words: FilterWords; isNegated?: boolean };

/** Dates that have a verb of their own: [when it holds, when it does not]. */
export const VERBS: Readonly<Record<string, readonly [string, string]>> = {
  contract_end: ['contract ends', 'contract does not end'],
  contract_start: ['contract starts', 'contract does not start'],
};

/** One clause in words: "brand is not Hilton (with Hilton Garden Inn)", "contract ends 1–31 October 2027". */
export function describeClause(clause: Clause, { words, isNegated = false }: Said): string {
  const field = words.fields.find(({ key }) => key === clause.field);
  const label = sayField(clause.field, words.fields);
  const is = isNegated ? 'is not' : 'is';
  switch (clause.op) {
    case 'known':
      return `${label} ${is} known`;
    case 'contains':
      return `${label} ${isNegated ? 'does not contain' : 'contains'} ${quoted(clause.text)}`;
    case 'like':
      return `${label} ${isNegated ? 'does not resemble' : 'resembles'} ${quoted(clause.text)}`;
    case 'did':
      return `${isNegated ? 'not ' : ''}${label}${describeDid(clause, words)}`;
    case 'top':
      return describeTop(clause, label);
  }
  if (field?.kind === 'date') {
    const [verb, verbNot] = VERBS[clause.field] ?? [`${label} is`, `${label} is not`];
    return `${isNegated ? verbNot : verb} ${describeDates(clause, words)}`;
  }
  const say = (value: string | number) => sayValue(value, { field, words });
  if (clause.op === 'between') return `${label} ${is} ${describeEnds(clause, say)}`;
  return `${label} ${is} ${joinWords(clause.values.map(say), 'or')}`;
}

type Between = Extract<Clause, { op: 'between' }>;
type In = Extract<Clause, { op: 'in' }>;

function describeEnds({ from, to }: Omit<Between, 'op' | 'field'>, say: (value: string | number) => string) {
  if (from != null && to != null)
    return from === to ? `exactly ${say(from)}` : `from ${say(from)} to ${say(to)}`;
  return from != null ? `at least ${say(from)}` : `at most ${say(to!)}`;
}

function describeDates(clause: In | Between, words: FilterWords): string {
  if (clause.op === 'in')
    return `on ${joinWords(
      clause.values.map((day) => sayDay(String(day))),
      'or',
    )}`;
  const [from, to] = [clause.from, clause.to].map((end) => (end == null ? null : String(end)));
  return describeDays({ from: from ?? null, to: to ?? null }, words);
}

function describeDid({ from, to, campaignId, times, total }: Did, words: FilterWords): string {
  const money = (minor: string | number) => formatMoney({ minor: Number(minor), currency: words.currency });
  const parts = [
    ...(times ? [`${describeEnds(times as Ends, String)} times`.replace(/^(\D+) 1 times$/, '$1 once')] : []),
    ...(total ? [`for ${describeEnds(total as Ends, money)}`] : []),
    ...(campaignId ? [`in campaign ${sayNamed(campaignId, words.campaigns)}`] : []),
    ...(from || to ? [describeDays({ from: from ?? null, to: to ?? null }, words)] : []),
  ];
  return parts.map((part) => ` ${part}`).join('');
}

function describeTop({ end, count, percent, seed }: Top, label: string): string {
  const size = count === undefined ? `${percent}%` : String(count);
  return seed ? `${size} drawn at random, seed ${quoted(seed)}` : `the ${size} with the ${end} ${label}`;
}
