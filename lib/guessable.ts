import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

// A hundred million guesses: what one graphics card tries against our hashes in weeks, and nobody against our throttle.
const LEAST_SCORE = 3;
/** Enough to tell; odd texts take longer with every sign, and requests wait meanwhile. */
const READ = 32;

let judge: Promise<ZxcvbnFactory> | null = null;

/** The lists are a megabyte that only a new password needs. */
const openJudge = (): Promise<ZxcvbnFactory> => {
  judge ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory: Judge }, { dictionary, adjacencyGraphs: graphs }]) =>
      new Judge({ dictionary, graphs, maxLength: READ }),
  );
  return judge;
};

/**
 * Whether a password stands in lists of common and breached ones, or is soon guessed from them: with signs exchanged, with
 * years and rows of keys, repeated, or made of words that belong to its person. Offline, by the lists of zxcvbn-ts.
 */
export async function isGuessable(password: string, ofPerson: readonly string[]): Promise<boolean> {
  const { score } = (await openJudge()).check(password.normalize('NFKC'), [...ofPerson]);
  return score < LEAST_SCORE;
}
