import { describe, expect, it } from 'vitest';
import { isSober } from './sober-news.ts';

describe('news that nobody is congratulated on', () => {
  it.each([
    'our prices go up by 5 % on 1 January',
    'a price increase',
    'the office is closed on 5 December',
    'maintenance on 3 December from 2 to 4 am',
    'our app will be down tonight',
    'support ends on 31 March',
    'the delivery is delayed',
  ])('is told plainly: “%s”', (topic) => expect(isSober(topic)).toBe(true));

  it.each([
    'the new app',
    'our prices',
    'we now have jazz',
    'a new shop in Lyon opens on 12 December',
    'faster support at the weekend',
  ])('is none: “%s”', (topic) => expect(isSober(topic)).toBe(false));
});
