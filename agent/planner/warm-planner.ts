// What the first sentence of a server would wait for, and everybody else with it: the patterns of a reading are compiled
// when it first looks at a sentence, and once more when it looks again.
import { setImmediate } from 'node:timers/promises';
import { readFrame } from './frame.ts';
import { plan, READINGS } from './plan.ts';
import type { PlannerInput } from './types.ts';

const SENTENCES = [
  'Hello',
  'How many hotels are there?',
  'Who has a contract that ends within 90 days?',
  'Send renewal reminders to the top 60 customers by value, by e-mail',
  'Plan a whole campaign from this brief: Renewal reminders to the top 60 customers by value, by e-mail',
];

/** Lets every reading look at a few sentences, one at a time. */
export async function warmPlanner(input: PlannerInput): Promise<void> {
  for (const sentence of SENTENCES) {
    const frame = readFrame(sentence, input);
    for (const read of READINGS) {
      await setImmediate();
      read(frame);
    }
    await setImmediate();
    plan(sentence, input);
    await setImmediate();
  }
}
