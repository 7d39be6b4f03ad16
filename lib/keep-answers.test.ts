import { expect, it } from 'vitest';
import { keepAnswers } from './keep-answers.ts';

it('asks once for each text, also where the answer is nothing, and keeps only as many as it is told to', () => {
  const asked: string[] = [];
  const lengthOf = keepAnswers((text) => {
    asked.push(text);
    return text.length || null;
  }, 2);
  expect(['a', '', 'a', ''].map(lengthOf)).toEqual([1, null, 1, null]);
  expect(asked).toEqual(['a', '']);
  expect(['three', 'three', 'a'].map(lengthOf)).toEqual([5, 5, 1]);
  expect(asked).toEqual(['a', '', 'three', 'a']);
});
