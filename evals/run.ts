// Runs suites through a mind on the demonstration workspaces.
import type { Mind } from '../agent/mind.ts';
import { AppError } from '../lib/errors.ts';
import { openSeededWorkspaces } from '../test/seeded-workspace.ts';
import { type Bench, openBench } from './open-bench.ts';
import type { SuiteRun } from './result.ts';
import type { Origin } from './split.ts';
import { SUITES } from './suites/index.ts';
import { type Row, tally } from './tally.ts';

export type RunOptions = {
  mind: Mind;
  /** All of them unless named. */
  suites?: readonly string[];
  split?: Origin['split'] | undefined;
  author?: Origin['author'] | undefined;
  /** Only these cases, by suite. */
  only?: Record<string, readonly string[]> | undefined;
  onCase?: (done: number) => void;
};
export type Run = SuiteRun & {
  mind: Mind['provenance'];
  /** What the server of a model called itself; null for the planner. */
  answeredBy: string | null;
  /** Every suite and case was run. */
  isWhole: boolean;
  rows: Row[];
};

export async function runSuites({ mind, suites = [], only, ...options }: RunOptions): Promise<Run> {
  const known = new Set(SUITES.map(({ name }) => name));
  const unknown = suites.find((name) => !known.has(name));
  if (unknown) {
    throw new AppError('input:invalid', `There is no suite "${unknown}".`, {
      nextStep: `Name one of ${[...known].join(', ')}, or none for all.`,
    });
  }
  const workspaces = await openSeededWorkspaces();
  const benches = new Map<string, Bench | null>();
  const bench = (slug: string) => {
    if (!benches.has(slug)) benches.set(slug, openBench({ workspaces, mind, slug }));
    return benches.get(slug)!;
  };
  const run: SuiteRun = { results: [], skipped: [] };
  try {
    for (const suite of SUITES.filter(({ name }) => suites.length === 0 || suites.includes(name)).filter(
      ({ name }) => !only || name in only,
    )) {
      await suite.run({
        bench,
        mind,
        wants: ({ id, split, author }) =>
          (!options.split || split === options.split) &&
          (!options.author || author === options.author) &&
          (!only || only[suite.name]?.includes(id) === true),
        record: (outcome) => {
          if ('reason' in outcome) run.skipped.push(outcome);
          else run.results.push(outcome);
          options.onCase?.(run.results.length);
        },
      });
    }
  } finally {
    await workspaces.close();
  }
  const isWhole = suites.length === 0 && !only && !options.split && !options.author;
  return { ...run, mind: mind.provenance, answeredBy: null, isWhole, rows: tally(run.results) };
}
