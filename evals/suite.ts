import type { Mind } from '../agent/mind.ts';
import type { Bench } from './open-bench.ts';
import type { CaseResult, Skipped } from './result.ts';
import type { Origin } from './split.ts';

export type SuiteContext = {
  /** The workspace of a case, opened once; null when there is none of that name. */
  bench(slug: string): Bench | null;
  mind: Mind;
  /** Their composed variants are run instead of the cases of one sentence. */
  variants: boolean;
  /** Whether this run is about such cases. */
  wants(origin: Origin & { id: string }): boolean;
  record(outcome: CaseResult | Skipped): void;
};

export type Suite = { name: string; run(context: SuiteContext): Promise<void> };
