import { expect, test } from 'vitest';
import { versionBefore } from './version-before.ts';

const history = (...changes: string[]) =>
  changes.map((change, index) => ({ version: changes.length - index, change }));

test('what the last sentence changed is undone, in however many versions it stands', () => {
  expect(versionBefore(history('shorter', 'for all Hiltons'), 'shorter')).toBe(1);
  expect(versionBefore(history('shorter', 'shorter', 'for all Hiltons'), ' shorter ')).toBe(1);
});

test('what a person did by hand after the sentence stays, and so does all when the sentence only asked', () => {
  expect(versionBefore(history('left one out', 'shorter', 'for all Hiltons'), 'shorter')).toBeNull();
  expect(versionBefore(history('left one out', 'for all Hiltons'), 'how many are they?')).toBeNull();
});

test('a sentence longer than its record is known by its beginning; without an older version nothing is gone back to', () => {
  expect(versionBefore(history('x'.repeat(200), 'for all Hiltons'), 'x'.repeat(900))).toBe(1);
  expect(versionBefore(history('shorter', 'shorter'), 'shorter')).toBeNull();
  expect(versionBefore([], 'shorter')).toBeNull();
});
