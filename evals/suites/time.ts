// Expressions of time: the days that the agent's filter holds, whichever date field it reads them for.
import { type TimeCase, timeCaseSchema } from '../case.ts';
import { type DateRange, dateRangeOf } from '../date-range.ts';
import { loadCases } from '../load-cases.ts';
import type { Bench } from '../open-bench.ts';
import type { CaseResult } from '../result.ts';
import type { Suite } from '../suite.ts';
import { usageOf } from '../usage.ts';

const WORKSPACE = 'hospitality-music';

export const timeSuite: Suite = {
  name: 'time',
  async run({ bench, wants, record }) {
    const place = bench(WORKSPACE);
    if (!place) return record({ suite: 'time', id: '*', reason: `there is no workspace ${WORKSPACE}` });
    const { cases, wrong } = loadCases('time', timeCaseSchema);
    for (const one of wrong) record(one);
    for (const one of cases.filter((each) => wants(each))) {
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
  const { filter } = observed.answer?.audience ?? {};
  const found = filter ? dateRangeOf(filter) : null;
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
    ...usageOf([observed]),
    wanted: expect,
    got: { ...found, asked, filter, reply: observed.answer?.reply },
  };
}

function problemsOf(
  expect: TimeCase['expect'],
  { found, asked }: { found: DateRange | null; asked: boolean },
) {
  if (expect.ask) return asked ? [] : ['did not ask'];
  if (!found) return [asked ? 'asked' : 'no period'];
  const wanted = { from: expect.from ?? null, to: expect.to ?? null };
  const isSame = found.from === wanted.from && found.to === wanted.to;
  return isSame
    ? []
    : [`${found.from ?? '…'} to ${found.to ?? '…'}, not ${wanted.from ?? '…'} to ${wanted.to ?? '…'}`];
}
