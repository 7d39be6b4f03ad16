// Expressions of time that another project tests itself with (BSD-3-Clause, measured only): the first day, with the day
// that they were written for as today. Read from beside the repository; without it the suite says that it is skipped.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plan } from '../../agent/planner/plan.ts';
import type { Filter } from '../../core/audience/filter.ts';
import { dateRangeOf } from '../date-range.ts';
import { situation } from '../fixture.ts';
import type { Suite } from '../suite.ts';

const FOLDER = join(import.meta.dirname, '../../../shared/data/duckling');
const TODAY = '2013-02-12';
const LANGUAGES = ['en', 'ja', 'zh'];
// A clock time, a holiday or a part of a day names no period of contracts.
const GRAINS = new Set(['Day', 'Week', 'Month', 'Quarter', 'Year']);

type Line = { text: string; start: string | null; grain: string; dir: string | null; holiday: string | null };

export const ducklingSuite: Suite = {
  name: 'duckling',
  async run({ mind, wants, record }) {
    if (mind.provenance.mind !== 'planner') return;
    for (const language of LANGUAGES) {
      const file = join(FOLDER, `time_${language}.jsonl`);
      if (!existsSync(file)) {
        record({ suite: 'duckling', id: language, reason: 'its data is not beside the repository' });
        continue;
      }
      for (const [at, line] of readLines(file).entries()) {
        const origin = { id: `${language}-${at + 1}`, author: 'independent', split: 'dev' } as const;
        if (wants(origin)) record({ ...origin, suite: 'duckling', ...read(line) });
      }
    }
  },
};

const readLines = (file: string): Line[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
    .filter(({ start, grain, dir, holiday }) => start && GRAINS.has(grain) && !dir && !holiday);

function read({ text, start }: Line) {
  const wanted = start!.slice(0, 10);
  const say = `customers that ${wanted < TODAY ? 'expired' : 'expire'} ${text}`;
  const began = performance.now();
  const { calls, question } = plan(say, { ...situation(), today: TODAY });
  const ms = [performance.now() - began];
  const filter = calls[0]?.args.filter as Filter | undefined;
  const range = filter ? dateRangeOf(filter) : null;
  return {
    say: [say],
    problems:
      range?.from === wanted
        ? []
        : [range ? `begins ${range.from}, not ${wanted}` : question ? 'asked' : 'no period'],
    ...{ isSilentSuperset: false, precision: null, recall: null, ms, wanted, got: range },
  };
}
