import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { situation } from '../../evals/fixture.ts';
import { plan, READINGS } from './plan.ts';
import { warmPlanner } from './warm-planner.ts';

const EMPTY = { ...situation().vocabulary, brands: [], values: {}, customers: [], campaigns: [], people: [] };

it('lets others go on between any two readings, knows no workspace, and leaves no trace in a plan', async () => {
  const sentence = 'Renewal reminders to the top 60 Hiltons in Singapore by value, by e-mail';
  const before = plan(sentence, situation());
  let [turns, isOver] = [0, false];
  const warm = warmPlanner({ ...situation(), vocabulary: EMPTY }).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await setImmediate();
    turns += 1;
  }
  await warm;
  expect(turns).toBeGreaterThan(3 * READINGS.length);
  expect(plan(sentence, situation())).toEqual(before);
});
