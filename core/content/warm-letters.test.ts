import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { LETTER_LANGUAGES } from '../campaigns/draft.ts';
import { warmLetters } from './warm-letters.ts';

it('lets others go on between any two of the paragraphs that it reads', async () => {
  let [turns, isOver] = [0, false];
  const warm = warmLetters().finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await setImmediate();
    turns += 1;
  }
  await warm;
  // Files, months and at least a few paragraphs in each language.
  expect(turns).toBeGreaterThan(5 * LETTER_LANGUAGES.length);
});
