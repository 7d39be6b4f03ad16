import type { Observed } from './open-bench.ts';
import type { CaseResult, Usage } from './result.ts';

/** What all turns of a case used, and who answered; nothing of the planner, which uses nothing. */
export function usageOf(turns: readonly Observed[]): Pick<CaseResult, 'usage' | 'answeredBy'> {
  const steps = turns.flatMap((turn) => turn.steps);
  const sum = (key: keyof Usage) => steps.reduce((total, step) => total + step[key], 0);
  if (steps.length === 0) return {};
  return {
    usage: {
      inputTokens: sum('inputTokens'),
      outputTokens: sum('outputTokens'),
      costUsd: sum('costUsd'),
    },
    answeredBy: steps.at(-1)!.answeredBy,
  };
}
