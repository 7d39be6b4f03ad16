// How long the planner takes to understand a sentence, at many customers beside a few; the index is built once.
import { plan } from '../agent/planner/plan.ts';
import type { PlannerInput } from '../agent/planner/types.ts';
import { WRITTEN_CASES } from '../evals/cases/index.ts';
import { situation, uuid, VOCABULARY } from '../evals/fixture.ts';
import { threadOf } from '../evals/suites/written.ts';
import type { BenchOptions, BenchResult } from './run.ts';

const LIMIT_MS = 25;

export async function bench({ rows = 100_000, quick }: BenchOptions): Promise<BenchResult> {
  const cases = WRITTEN_CASES.flatMap(({ cases: own }) => own).filter((_, at) => !quick || at % 4 === 0);
  const few = situation();
  const many: PlannerInput = { ...few, vocabulary: withCustomers(rows) };
  const built = timed(() => plan('hello', many));
  for (const one of cases.slice(0, 20)) plan(one.say, few);
  const taken: { few: number[]; many: number[] } = { few: [], many: [] };
  for (const one of cases) {
    const thread = threadOf(one);
    taken.few.push(timed(() => plan(one.say, { ...few, thread })));
    taken.many.push(timed(() => plan(one.say, { ...many, thread })));
  }
  const row = (customers: number, ms: number[]) => ({
    customers,
    sentences: ms.length,
    'p50 ms': round(quantile(ms, 0.5)),
    'p95 ms': round(quantile(ms, 0.95)),
    'max ms': round(Math.max(...ms)),
  });
  return {
    title: 'One sentence understood, the index of names already there',
    rows: [row(VOCABULARY.customers.length, taken.few), row(rows, taken.many)],
    summary: {
      indexMs: round(built),
      p95Ratio: round(quantile(taken.many, 0.95) / quantile(taken.few, 0.95)),
      withinLimit: quantile(taken.many, 0.95) < LIMIT_MS,
    },
  };
}

const FIRST =
  'Amber Birch Cedar Delta Ember Fjord Grove Harbour Iris Juniper Kestrel Lagoon Maple Nectar'.split(' ');
const SECOND = 'House Garden Terrace Court Point View Palace Lodge Corner Square Bridge Hill'.split(' ');

/** Names of two words of a few and one of their own, as books have them. */
function withCustomers(count: number): PlannerInput['vocabulary'] {
  const more = Array.from({ length: count - VOCABULARY.customers.length }, (_, at) => ({
    id: uuid(10_000 + at),
    name: `${FIRST[at % FIRST.length]} ${SECOND[Math.floor(at / 14) % SECOND.length]} ${syllables(at)}`,
  }));
  return { ...VOCABULARY, customers: [...VOCABULARY.customers, ...more] };
}

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';

function syllables(number: number): string {
  let text = '';
  for (let rest = number + 1000; rest > 0; rest = Math.floor(rest / 70)) {
    text += CONSONANTS[rest % 14]! + VOWELS[Math.floor(rest / 14) % 5]!;
  }
  return text;
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)]!;
const round = (value: number): number => Math.round(value * 100) / 100;
