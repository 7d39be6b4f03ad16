// Expressions of time: the days that the agent's filter holds, whichever date field it reads them for.
import { clausesOf, type Filter } from '../../core/audience/filter.ts';
import { type TimeCase, timeCaseSchema } from '../case.ts';
import { loadCases } from '../load-cases.ts';
import type { Bench, Observed } from '../open-bench.ts';
import type { CaseResult } from '../result.ts';
import type { Suite } from '../suite.ts';

const WORKSPACE = 'hospitality-music';

export const timeSuite: Suite = {
  name: 'time',
  async run({ bench, wants, record }) {
    const place = bench(WORKSPACE);
    if (!place) return record({ suite: 'time', id: '*', reason: `there is no workspace ${WORKSPACE}` });
    for (const one of loadCases('time', timeCaseSchema).filter((each) => wants(each))) {
      record(await runExpression(place, one));
      await place.clear();
    }
  },
};

/** An expression alone is asked about customers; one that says who is taken as it stands. */
const sentenceOf = (say: string): string =>
  /customer|who |how many|contract|everyone/i.test(say) ? say : `customers ${say}`;

async function runExpression(bench: Bench, one: TimeCase): Promise<CaseResult> {
  const { id, author, split, variant, say, expect } = one;
  const observed = await bench.say(sentenceOf(say));
  const found = rangeOf(observed);
  const asked = (observed.answer?.questions.length ?? 0) > 0;
  return {
    id,
    suite: 'time',
    author,
    split,
    variant,
    say: [say],
    problems: problemsOf(expect, { found, asked }),
    isSilentSuperset: false,
    precision: null,
    recall: null,
    ms: [observed.ms],
    wanted: expect,
    got: { ...found, asked, filter: observed.answer?.audience?.filter, reply: observed.answer?.reply },
  };
}

type Range = { from: string | null; to: string | null };

function problemsOf(expect: TimeCase['expect'], { found, asked }: { found: Range | null; asked: boolean }) {
  if (expect.ask) return asked ? [] : ['did not ask'];
  if (!found) return [asked ? 'asked' : 'no period'];
  const wanted = { from: expect.from ?? null, to: expect.to ?? null };
  const isSame = found.from === wanted.from && found.to === wanted.to;
  return isSame
    ? []
    : [`${found.from ?? '…'} to ${found.to ?? '…'}, not ${wanted.from ?? '…'} to ${wanted.to ?? '…'}`];
}

/** The one period of the filter that was shown; two clauses that bound it from both sides are one. */
function rangeOf({ answer }: Observed): Range | null {
  const filter: Filter | undefined = answer?.audience?.filter;
  if (!filter) return null;
  const ranges = clausesOf(filter).flatMap(({ clause, isNegated }) =>
    clause.op === 'between' && !isNegated && isDay(clause.from ?? clause.to) ? [clause] : [],
  );
  if (ranges.length === 0) return null;
  const ends = (all: unknown[]) => all.filter((value) => typeof value === 'string').sort();
  return {
    from: ends(ranges.map(({ from }) => from)).at(-1) ?? null,
    to: ends(ranges.map(({ to }) => to))[0] ?? null,
  };
}

const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
