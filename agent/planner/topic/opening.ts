import type { Token } from '../tokens.ts';

/**
 * Where a topic begins: `at` is its first word to be cut out, `start` its first own one; `end` where it is known, `last` where its
 * words end before that, `lead` what was said before whoever is meant.
 */
export type Opening = {
  at: number;
  start: number;
  needsRest: boolean;
  end?: number;
  last?: number;
  lead?: string;
};

/** A verb of telling stands before it. */
export const isTold = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(0, at).some(({ word }) => TELLERS.has(word));

export const TELLERS = new Set(
  'tell telling announce inform informing know notify notifying remind reminding advise advising warn warning'.split(
    ' ',
  ),
);
