// `refrain eval`: runs, and says what came of it.
import { writeFileSync } from 'node:fs';
import type { Mind } from '../agent/mind.ts';
import { createModelMind } from '../agent/model-mind.ts';
import { modelSettings } from '../agent/model-settings.ts';
import type { Config } from '../lib/config.ts';
import { AppError } from '../lib/errors.ts';
import { TOOLS } from '../tools/index.ts';
import { makeBaseline, saveBaseline } from './baseline.ts';
import { htmlReport } from './html-report.ts';
import { kindLines } from './kinds.ts';
import { labelLines } from './label-lines.ts';
import { announceLocked, lockedChecksums, readAnnounced, unannounced } from './locked.ts';
import { plannerMind } from './planner-mind.ts';
import { printTable } from './print-table.ts';
import type { CaseResult } from './result.ts';
import { type Run, runSuites } from './run.ts';
import type { Origin } from './split.ts';

export type EvaluateInput = {
  config: Config;
  /** The model to measure; the planner without. */
  model?: string | undefined;
  /** How often every case is run. */
  repeat?: number | undefined;
  /** Composed typing mistakes and paraphrases instead of the cases. */
  variants: boolean;
  /** A file to write the report to. */
  html?: string | undefined;
  suites: readonly string[];
  split?: Origin['split'] | undefined;
  author?: Origin['author'] | undefined;
  /** Also shows what was said in cases that whoever writes rules must not see. */
  show: boolean;
  /** Counts what went wrong by kind. */
  kinds: boolean;
  /** Keeps the result as the mind's baseline. */
  save: boolean;
  /** Announces the locked cases as they now are. */
  lock: boolean;
  progress(line: string): void;
};

export async function evaluateSuites({
  config,
  model,
  html,
  progress,
  show,
  kinds,
  save,
  lock,
  ...input
}: EvaluateInput) {
  if (lock) announceLocked();
  demandAnnounced();
  const run = await runSuites({
    ...input,
    mind: model ? modelMind(config, model) : plannerMind(),
    repeat: input.repeat ?? 1,
    onCase: (done) => {
      if (done % 50 === 0) progress(`${done} cases\n`);
    },
  });
  if (save) progress(`Kept as ${saveBaseline(makeBaseline(run))}\n`);
  const failed = run.results.filter(({ problems }) => problems.length > 0);
  const failures = failed.filter((one) => mayShow(one, show));
  if (html) writeFileSync(html, htmlReport({ run, failures, hidden: failed.length - failures.length }));
  const text = [textOf(run, show), ...(kinds ? ['', ...kindLines(run.results)] : [])].join('\n');
  return { text, report: reportOf(run, show) };
}

/** The model by itself, without the planner beside it: what is measured is the model. */
function modelMind(config: Config, model: string): Mind {
  const settings = modelSettings({ ...config, OPENAI_MODEL: model });
  if (settings) return createModelMind(settings, [...TOOLS.values()]);
  throw new AppError(
    'config:invalid',
    'The setting OPENAI_API_KEY is missing: without it no model can be measured.',
    {
      nextStep:
        'Set it (any text for a server that asks for none), and OPENAI_BASE_URL where it is not OpenAI.',
    },
  );
}

function demandAnnounced(): void {
  const changed = unannounced(readAnnounced(), lockedChecksums());
  if (changed.length === 0) return;
  throw new AppError('input:invalid', `Locked cases have changed: ${changed.join('; ')}.`, {
    nextStep: 'If that is meant, announce it with refrain eval --lock, and commit evals/locked.json.',
  });
}

/** Failures of locked or independent cases by their ids only, unless they were asked for. */
const mayShow = ({ author, split }: CaseResult, show: boolean) =>
  show || (author === 'rules' && split === 'dev');

function textOf(run: Run, show: boolean): string {
  const failed = run.results.filter(({ problems }) => problems.length > 0);
  const shown = failed.filter((one) => mayShow(one, show));
  const hidden = failed.length - shown.length;
  const reasons = Map.groupBy(run.skipped, ({ suite, reason }) => `${suite}: ${reason}`);
  return [
    printTable(run.rows),
    ...labelLines(run.results),
    ...(run.skipped.length > 0 ? ['', 'Not judged:'] : []),
    ...[...reasons].map(([reason, { length }]) => `  ${length} of ${reason}`),
    ...(shown.length > 0 ? ['', 'Failed:'] : []),
    ...shown.map(
      ({ id, say, problems }) => `  ${id}  ${say.join(' → ')}\n      ${problems.join('\n      ')}`,
    ),
    ...(hidden > 0 ? ['', `${hidden} more failed whose sentences are not shown (--show shows them).`] : []),
  ].join('\n');
}

const reportOf = ({ mind, rows, results, skipped }: Run, show: boolean) => ({
  mind,
  rows,
  skipped,
  failures: results
    .filter(({ problems }) => problems.length > 0)
    .map((one) =>
      mayShow(one, show) ? one : { id: one.id, suite: one.suite, author: one.author, split: one.split },
    ),
});
