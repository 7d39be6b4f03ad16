// The gate: what keeps a change from landing that made a mind worse, or that nobody measured.
import { type Baseline, countOf, isPlanner, PLANNER_SERVER } from './baseline.ts';
import type { CaseResult } from './result.ts';

type Hashes = { promptHash: string | null; toolsHash: string };

/** Why the results of a gate's cases are below their baseline; empty when they are not. */
export function belowBaseline(baseline: Baseline, results: readonly CaseResult[]): string[] {
  return Object.entries(baseline.gate).flatMap(([suite, { ids, ...before }]) => {
    const own = results.filter((one) => one.suite === suite && ids.includes(one.id));
    const now = countOf(own);
    const failed = own.filter(({ problems }) => problems.length > 0).map(({ id }) => id);
    return [
      ...(own.length < ids.length
        ? [`${suite}: ${ids.length - own.length} cases of the baseline are gone`]
        : []),
      ...(now.passed < before.passed
        ? [
            `${suite}: ${now.passed} of ${ids.length} right, ${before.passed} before; wrong now: ${failed.join(', ')}`,
          ]
        : []),
      ...(now.silentSupersets > before.silentSupersets
        ? [`${suite}: ${now.silentSupersets} silent supersets, ${before.silentSupersets} before`]
        : []),
    ];
  });
}

/**
 * Why the baselines of named models no longer stand for what runs: the prompt or the tools they were measured with
 * have changed. The planner has no prompt, and its cases run in the gate itself.
 */
export function unmeasuredModels(baselines: readonly Baseline[], now: Hashes): string[] {
  return baselines.flatMap((baseline) => {
    if (isPlanner(baseline)) return [];
    const { mind, answeredBy, promptHash, toolsHash } = baseline;
    if (!answeredBy || answeredBy === PLANNER_SERVER) return [`${mind}: no model answered in its run`];
    const changed = [
      ...(promptHash === now.promptHash ? [] : ['the prompt']),
      ...(toolsHash === now.toolsHash ? [] : ['a tool']),
    ];
    return changed.length > 0
      ? [
          `${mind}: ${changed.join(' and ')} changed since its suite was run: refrain eval --model ${mind} --save`,
        ]
      : [];
  });
}
