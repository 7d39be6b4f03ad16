// What a mind reached, committed: the gate of the tests holds later versions to it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../lib/errors.ts';
import type { CaseResult } from './result.ts';
import type { Run } from './run.ts';

const FOLDER = join(import.meta.dirname, 'baselines');
/** What a compatible server names as its model when the planner answers behind it: proves the wire, measures no model. */
export const PLANNER_SERVER = 'refrain-planner';

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);

const baselineSchema = z.strictObject({
  mind: z.string().min(1),
  /** What the server called itself; null for the planner. */
  answeredBy: z.string().nullable(),
  promptHash: z.string().nullable(),
  toolsHash: z.string(),
  rows: z.array(
    z.strictObject({
      suite: z.string(),
      author: z.enum(['rules', 'independent']),
      split: z.enum(['dev', 'locked']),
      variant: z.enum(['typo', 'paraphrase']).nullable(),
      total: count,
      passed: count,
      everyTime: share,
      share,
      low: share,
      high: share,
      silentSupersets: count,
    }),
  ),
  /** The cases that every test run tries again, by suite, and how many of them were right. */
  gate: z.record(
    z.string(),
    z.strictObject({ ids: z.array(z.string()), passed: count, silentSupersets: count }),
  ),
});
export type Baseline = z.infer<typeof baselineSchema>;

export const isPlanner = ({ mind }: { mind: string }): boolean => mind === 'planner';

/** Every committed baseline. */
export const readBaselines = (): Baseline[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => baselineSchema.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))));

export const readBaseline = (mind: string): Baseline | null => {
  const file = fileOf(mind);
  return existsSync(file) ? baselineSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
};

/** Refuses with `input:invalid` what measures nothing: a part of the suites, or the planner behind a server. */
export function makeBaseline(run: Run): Baseline {
  if (!run.isWhole)
    throw refusal('Only a run of every suite and case is a baseline.', 'Run it without filters.');
  if (run.answeredBy === PLANNER_SERVER)
    throw refusal(
      'The planner answered behind that server: this proves the wire and measures no model.',
      'Name a real model.',
    );
  const { mind, promptHash, toolsHash } = run.mind;
  if (!isPlanner(run.mind) && run.answeredBy === null)
    throw refusal(
      `No server answered as ${mind}: nothing was measured.`,
      'See that the model can be reached.',
    );
  return {
    mind,
    answeredBy: run.answeredBy,
    promptHash,
    toolsHash,
    rows: run.rows.map(
      ({ suite, author, split, variant, total, passed, everyTime, share, low, high, silentSupersets }) => ({
        ...{ suite, author, split, variant, total, passed, everyTime, share, low, high, silentSupersets },
      }),
    ),
    gate: Object.fromEntries(
      [...Map.groupBy(run.results.filter(isGated), ({ suite }) => suite)].map(([suite, results]) => [
        suite,
        { ids: results.map(({ id }) => id).sort(), ...countOf(results) },
      ]),
    ),
  };
}

export function saveBaseline(baseline: Baseline): string {
  const file = fileOf(baseline.mind);
  writeFileSync(file, `${JSON.stringify(baselineSchema.parse(baseline), null, 1)}\n`);
  return file;
}

export const countOf = (results: readonly CaseResult[]) => ({
  passed: results.filter(({ problems }) => problems.length === 0).length,
  silentSupersets: results.filter(({ isSilentSuperset }) => isSilentSuperset).length,
});

// The suites that take a test of their own case by case anyway need no sample; the rest are about 80 turns.
const GATED = ['requests', 'conversations', 'time', 'multilingual', 'ask-or-refuse', 'safety'];
const ONE_IN = 20;

/** The same cases in every run, whatever is added: every 20th by the number in its id. */
const isGated = ({ suite, id, author }: CaseResult): boolean =>
  GATED.includes(suite) &&
  (author === 'independent' || suite === 'safety') &&
  [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % ONE_IN === 0;

const fileOf = (mind: string) => join(FOLDER, `${mind.replaceAll(/[^\w.-]+/g, '-')}.json`);
const refusal = (message: string, nextStep: string) => new AppError('input:invalid', message, { nextStep });
