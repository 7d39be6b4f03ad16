// Runs suites through a mind on the demonstration workspaces.
import type { Mind } from '../agent/mind.ts';
import { AppError } from '../lib/errors.ts';
import { openSeededWorkspaces } from '../test/seeded-workspace.ts';
import { type Bench, openBench } from './open-bench.ts';
import type { SuiteRun } from './result.ts';
import type { Origin } from './split.ts';
import type { SuiteContext } from './suite.ts';
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
  /** Typing mistakes and paraphrases, composed of the cases, instead of them. */
  variants?: boolean;
  /** How often every case is run: models vary. */
  repeat?: number;
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

export async function runSuites(options: RunOptions): Promise<Run> {
  const { mind, suites = [], only, split, author, repeat = 1 } = options;
  demandKnown(suites);
  const workspaces = await openSeededWorkspaces();
  const run: SuiteRun = { results: [], skipped: [] };
  const context = contextOf(options, { workspaces, run });
  const chosen = SUITES.filter(({ name }) =>
    only ? name in only : suites.length === 0 || suites.includes(name),
  );
  try {
    for (let round = 0; round < repeat; round++)
      for (const suite of chosen) await suite.run(context(suite.name));
  } finally {
    await workspaces.close();
  }
  return {
    ...run,
    mind: mind.provenance,
    answeredBy: run.results.findLast((one) => one.answeredBy)?.answeredBy ?? null,
    isWhole: suites.length === 0 && !only && !split && !author && !options.variants,
    rows: tally(run.results),
  };
}

type Place = { workspaces: Awaited<ReturnType<typeof openSeededWorkspaces>>; run: SuiteRun };

function contextOf({ mind, only, onCase, ...options }: RunOptions, { workspaces, run }: Place) {
  const benches = new Map<string, Bench | null>();
  return (suite: string): SuiteContext => ({
    mind,
    variants: options.variants ?? false,
    bench: (slug) => {
      if (!benches.has(slug)) benches.set(slug, openBench({ workspaces, mind, slug }));
      return benches.get(slug)!;
    },
    wants: ({ id, split, author }) =>
      (!options.split || split === options.split) &&
      (!options.author || author === options.author) &&
      (!only || only[suite]?.includes(id) === true),
    record: (outcome) => {
      if ('reason' in outcome) run.skipped.push(outcome);
      else run.results.push(outcome);
      onCase?.(run.results.length);
    },
  });
}

function demandKnown(suites: readonly string[]): void {
  const known = new Set(SUITES.map(({ name }) => name));
  const unknown = suites.find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new AppError('input:invalid', `There is no suite "${unknown}".`, {
    nextStep: `Name one of ${[...known].join(', ')}, or none for all.`,
  });
}
