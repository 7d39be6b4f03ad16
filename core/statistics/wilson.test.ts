import { expect, it } from 'vitest';
import { wilson } from './wilson.ts';

const rounded = (passed: number, total: number) => {
  const { low, high } = wilson(passed, total);
  return [low, high].map((bound) => Math.round(bound * 1000) / 1000);
};

// Reference values: Newcombe 1998, Statistics in Medicine 17, table I, method 3.
it('bounds a share as published', () => {
  expect(rounded(81, 263)).toEqual([0.255, 0.366]);
  expect(rounded(15, 148)).toEqual([0.062, 0.16]);
  expect(rounded(0, 20)).toEqual([0, 0.161]);
  expect(rounded(1, 29)).toEqual([0.006, 0.172]);
});

it('claims nothing of no cases', () => {
  expect(rounded(0, 0)).toEqual([0, 1]);
});
