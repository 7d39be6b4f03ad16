import { expect, it } from 'vitest';
import { toReader } from './to-reader.ts';

it.each([
  [
    'their music contract is ending soon and ask if they want to have a call next week',
    'your music contract is ending soon. Would you like to have a call next week?',
  ],
  ['I will call them on Tuesday about the renewal', 'I will call you on Tuesday about the renewal'],
  ["they're due for a visit", "you're due for a visit"],
  ['Their player needs an update', 'Your player needs an update'],
  ['ask for a call next week', 'we would be glad of a call next week'],
  [
    'the works on Sunday, and ask them to switch off their player',
    'the works on Sunday. Please switch off your player',
  ],
  ['the new app and ask whether they can install it', 'the new app. Can you install it?'],
  ['the new app and ask if they use it', 'the new app. Do you use it?'],
  ['ask everybody if they still use it', 'do you still use it?'],
  ['proposes a call next week', 'we would be glad of a call next week'],
])('“%s” is told as “%s”', (topic, told) => {
  expect(toReader(topic)).toBe(told);
});

it.each([
  'our new speakers and their sound',
  'the players stop because they need a restart',
  'people who work nights and what they hear',
  'we now have jazz',
  'แอปใหม่ของเรา',
  'die neue App',
])('leaves “%s” as it is', (topic) => {
  expect(toReader(topic)).toBe(topic);
});
