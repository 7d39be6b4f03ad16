import { expect, it } from 'vitest';
import { sayReach } from './say-found.ts';

it('says how many can be reached, and from how many it is told where not everybody was looked at', () => {
  const summary = { total: 15_000, reachable: 12_000, recipients: 14_000 };
  expect(sayReach(summary)).toBe('12,000 can be reached (14,000 recipients), 3,000 cannot.');
  for (const reachable of [0, 12_000, 15_000])
    expect(sayReach({ ...summary, reachable, estimatedFrom: 500 })).toBe(
      `About ${reachable.toLocaleString('en')} can be reached (14,000 recipients), told from 500 of them.`,
    );
});

it('says why, where nobody can be reached', () => {
  const notes = ['2 customers have no recorded consent for marketing.'];
  expect(sayReach({ total: 2, reachable: 0, recipients: 0, notes })).toBe(
    'None of them can be reached. 2 customers have no recorded consent for marketing.',
  );
});
