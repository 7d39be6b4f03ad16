// One condition as `describe-clause.ts` says it, read back.
import type { Field } from '../fields/field.ts';
import { VERBS } from './describe-clause.ts';
import type { Clause } from './filter.ts';
import { parseDay, parseDays } from './parse-days.ts';
import { parseDidOrTop } from './parse-did.ts';
import { readEnds } from './parse-ends.ts';
import { parseMoney, parseValue, splitList } from './parse-value.ts';
import { type FilterWords, sayField } from './say-value.ts';
import { unquoted } from './split-words.ts';

export type Reading = { clause: Clause; isNegated: boolean };

/** Every reading of the words; which one was meant is the one that says them (`parseWords`). */
export function* readClause(said: string, words: FilterWords): Generator<Reading> {
  for (const field of words.fields) {
    const label = sayField(field.key, words.fields);
    yield* parseDidOrTop(said, { field, label, words });
    for (const [start, isNegated] of beginnings(field, label)) {
      if (!said.startsWith(`${start} `)) continue;
      const clause = readRest(said.slice(start.length + 1), { field, words });
      if (clause) yield { clause, isNegated };
    }
    yield* readText(said, { field, label });
  }
}

function beginnings(field: Field, label: string): [string, boolean][] {
  const [verb, verbNot] = VERBS[field.key] ?? [];
  return [
    [`${label} is not`, true],
    [`${label} is`, false],
    ...(verb && verbNot
      ? ([
          [verb, false],
          [verbNot, true],
        ] as [string, boolean][])
      : []),
  ];
}

const TEXTS = [
  ['contains', 'contains', false],
  ['does not contain', 'contains', true],
  ['resembles', 'like', false],
  ['does not resemble', 'like', true],
] as const;

function* readText(said: string, { field, label }: { field: Field; label: string }): Generator<Reading> {
  for (const [verb, op, isNegated] of TEXTS) {
    if (!said.startsWith(`${label} ${verb} `)) continue;
    const text = unquoted(said.slice(label.length + verb.length + 2));
    if (text !== null) yield { clause: { op, field: field.key, text }, isNegated };
  }
}

type Known = { field: Field; words: FilterWords };

function readRest(rest: string, known: Known): Clause | null {
  const { field, words } = known;
  if (rest === 'known') return { op: 'known', field: field.key };
  if (field.kind === 'date') return readDates(rest, field);
  const value = (said: string) =>
    field.kind === 'money' ? parseMoney(said, words.currency) : parseValue(said, known);
  const ends = field.kind === 'number' || field.kind === 'money' ? readEnds(rest, value) : null;
  if (ends) return { op: 'between', field: field.key, ...ends };
  const values = splitList(rest).map(value);
  return values.every((one) => one !== null) ? { op: 'in', field: field.key, values } : null;
}

function readDates(rest: string, field: Field): Clause | null {
  const days = parseDays(rest);
  if (days) return { op: 'between', field: field.key, ...days };
  const values = rest.startsWith('on ') ? splitList(rest.slice(3)).map(parseDay) : [null];
  return values.every((one) => one !== null) ? { op: 'in', field: field.key, values } : null;
}
