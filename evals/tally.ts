// Results counted by suite, author and split; variants of other cases apart.

import { wilson } from '../core/statistics/wilson.ts';
import type { CaseResult } from './result.ts';

export type Row = {
  suite: string;
  author: CaseResult['author'];
  split: CaseResult['split'];
  variant: NonNullable<CaseResult['variant']> | null;
  total: number;
  passed: number;
  /** Of the cases that were run several times: the share that was right every time (pass^k). */
  everyTime: number;
  share: number;
  low: number;
  high: number;
  silentSupersets: number;
  /** Means over the cases that compare sets; null where none does. */
  precision: number | null;
  recall: number | null;
  /** Of single turns. */
  p50Ms: number;
  p95Ms: number;
  tokens: number;
  costUsd: number;
};

export function tally(results: readonly CaseResult[]): Row[] {
  const key = ({ suite, author, split, variant }: CaseResult) =>
    [suite, author, split, variant ?? ''].join('\t');
  return [...Map.groupBy(results, key).values()].map(rowOf);
}

function rowOf(results: CaseResult[]): Row {
  const { suite, author, split, variant } = results[0]!;
  const passed = results.filter(({ problems }) => problems.length === 0).length;
  const ms = results.flatMap((one) => one.ms).sort((a, b) => a - b);
  return {
    suite,
    author,
    split,
    variant: variant ?? null,
    total: results.length,
    passed,
    everyTime: everyTime(results),
    share: passed / results.length,
    ...wilson(passed, results.length),
    silentSupersets: results.filter(({ isSilentSuperset }) => isSilentSuperset).length,
    precision: mean(results.map(({ precision }) => precision)),
    recall: mean(results.map(({ recall }) => recall)),
    p50Ms: quantile(ms, 0.5),
    p95Ms: quantile(ms, 0.95),
    tokens: sum(results.map(({ usage }) => (usage ? usage.inputTokens + usage.outputTokens : 0))),
    costUsd: sum(results.map(({ usage }) => usage?.costUsd ?? 0)),
  };
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

function everyTime(results: readonly CaseResult[]): number {
  const cases = [...Map.groupBy(results, ({ id }) => id).values()];
  return cases.filter((runs) => runs.every(({ problems }) => problems.length === 0)).length / cases.length;
}

function mean(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : null;
}

const quantile = (sorted: readonly number[], q: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0) * 10) / 10;
