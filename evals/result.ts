import type { Label } from './macro-f1.ts';
import type { Origin } from './split.ts';

/** What became of one case in one run. */
export type CaseResult = Origin & {
  id: string;
  suite: string;
  /** Everything that was said, for whoever may see it. */
  say: string[];
  /** Empty when it passed. */
  problems: string[];
  isSilentSuperset: boolean;
  /** Of the set of customers; null where no set is compared. */
  precision: number | null;
  recall: number | null;
  /** Of every turn. */
  ms: number[];
  wanted: unknown;
  got: unknown;
  /** Of a reply: the intent that was due, and the one that was read. */
  label?: Label;
  /** Of a reply: whether it asks for no more messages, and what came of it. */
  stop?: { isDue: boolean; got: 'acted' | 'held' | 'none' };
  usage?: Usage;
  /** What the server of a model called itself. */
  answeredBy?: string | null;
};

export type Usage = { inputTokens: number; outputTokens: number; costUsd: number };

/** Cases that could not be judged, and why: shown, never counted as passed. */
export type Skipped = { suite: string; id: string; reason: string };
export type SuiteRun = { results: CaseResult[]; skipped: Skipped[] };
