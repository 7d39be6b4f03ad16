import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import type { Filter } from '../audience/filter.ts';
import { nameCampaign } from './name-campaign.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
});
afterAll(() => workspace.close());

const nameOf = (input: Parameters<typeof nameCampaign>[1]) =>
  workspace.system((ctx) => nameCampaign(ctx, input));

describe('a campaign that nobody named', () => {
  it('is called by its type, its audience and its dates', async () => {
    const filter: Filter = {
      all: [
        { op: 'in', field: 'brand', values: ['Hilton'] },
        { op: 'in', field: 'country', values: ['TH', 'DE', 'FR'] },
        { not: { op: 'in', field: 'city', values: ['Pattaya'] } },
        { op: 'between', field: 'contract_end', from: '2027-10-01', to: '2027-10-31' },
      ],
    };
    expect(await nameOf({ type: 'renewal', filter })).toBe(
      'Renewal, Hilton, Thailand and 2 more, October 2027',
    );
  });

  it('is called by its topic, or by the day when there is nothing else', async () => {
    expect(await nameOf({ type: 'announcement', topic: 'New playlists' })).toBe(
      'Announcement, New playlists',
    );
    const topic = 'your music contract is ending soon. Would you like a call?';
    expect(await nameOf({ type: 'announcement', topic })).toBe(
      'Announcement, your music contract is ending soon',
    );
    expect(await nameOf({ type: 'announcement', topic: 'the works in the garden on the second floor' })).toBe(
      'Announcement, the works in the garden on the second …',
    );
    expect(await nameOf({ type: 'survey' })).toBe('Service survey, 21 November 2026');
  });

  it('has a name that fits, however long the words', async () => {
    const values = Array.from({ length: 2 }, (_, at) => `${at}`.repeat(300));
    const name = await nameOf({
      type: 'renewal',
      topic: 't'.repeat(500),
      filter: { op: 'in', field: 'tag', values },
    });
    expect(name.length).toBeLessThanOrEqual(120);
  });
});
