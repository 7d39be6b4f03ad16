// Patterns are tried on texts that hold what they need: then whatever they match has to hold it.
import { describe, expect, it } from 'vitest';
import { compiled } from '../../agent/triage/read-meanings.ts';
import { ja, th, zh } from '../../agent/triage/words/asia.ts';
import { de, fr } from '../../agent/triage/words/de-fr.ts';
import { en } from '../../agent/triage/words/en.ts';
import { es, pt } from '../../agent/triage/words/es-pt.ts';
import { SPACED, UNSPACED } from '../../core/replies/wording/groups.ts';
import { neededPieces } from '../../lib/needed-pieces.ts';
import { plainText } from '../../lib/text.ts';
import { trainingSentences } from './train-triage.ts';

// Enough to meet many patterns, in a few seconds.
const EACH = 4;
const texts = trainingSentences()
  .filter((_, at) => at % EACH === 0)
  .map(({ text }) => plainText(text));

function missed(patterns: readonly { source: string; test: (text: string) => RegExp }[]) {
  let matches = 0;
  const wrong: string[] = [];
  for (const { source, test } of patterns) {
    const pieces = neededPieces({ source, flags: 'u' });
    for (const text of texts) {
      if (text.search(test(text)) < 0) continue;
      matches += 1;
      if (pieces && !pieces.some((piece) => text.includes(piece))) wrong.push(source);
    }
  }
  return { matches, wrong };
}

describe('a pattern that matches is never kept back', () => {
  it('of those that read meanings', () => {
    const found = missed(
      [en, de, fr, es, pt, th, ja, zh].flatMap(({ wordings }) =>
        wordings.map(([, , source]) => ({ source, test: (text: string) => compiled(source, text) })),
      ),
    );
    expect(found.wrong).toEqual([]);
    expect(found.matches).toBeGreaterThan(1_000);
  });

  it('of those that read a wish to stop, or to go on', () => {
    const found = missed(
      [...SPACED, ...UNSPACED].flatMap(({ asks, notAsks, goesOn }) =>
        [...asks, ...notAsks, ...(goesOn ? [goesOn] : [])].map((one) => ({
          source: one.source,
          test: () => one,
        })),
      ),
    );
    expect(found.wrong).toEqual([]);
    expect(found.matches).toBeGreaterThan(1_000);
  });
});
