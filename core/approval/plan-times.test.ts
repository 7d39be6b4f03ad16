import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../../db/schema/index.ts';
import type { TestRecipient } from '../../test/add-campaign.ts';
import { type FreezeKit, freezeKit } from '../../test/freeze-kit.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import type { DraftPatch } from '../campaigns/draft.ts';

let ws: TestWorkspace;
let freeze: FreezeKit['freeze'];
let people: FreezeKit['people'];
let timesOf: FreezeKit['timesOf'];
beforeAll(async () => {
  ws = await openTestWorkspace();
  ({ freeze, people, timesOf } = await freezeKit(ws));
});
afterAll(() => ws.close());

describe('the planned time', () => {
  it('is 9 in the morning at each recipient, with an unknown zone told and taken as the workspace’s', async () => {
    const zones = ['Asia/Tokyo', 'Europe/London', null, 'Mars/Olympus'];
    const all: TestRecipient[] = [];
    for (const timeZone of zones) all.push(...(await people({ count: 1, timeZone })));
    const { header, manifestId } = await freeze({
      people: all,
      draft: { schedule: { kind: 'local', date: '2026-11-23', time: '09:00' } },
    });
    const at = await timesOf(manifestId, all);
    expect(at).toEqual([
      '2026-11-23T00:00:00.000Z',
      '2026-11-23T09:00:00.000Z',
      '2026-11-23T02:00:00.000Z',
      '2026-11-23T02:00:00.000Z',
    ]);
    expect(header.warnings).toContain('The time zone of 2 recipients is not known: Asia/Bangkok is used.');
  });

  it('is before the feast of each customer’s country, at their hour', async () => {
    const all = [
      ...(await people({ count: 1, timeZone: 'Europe/Berlin' })),
      ...(await people({ count: 1, timeZone: 'Asia/Bangkok' })),
      ...(await people({ count: 1, timeZone: 'Asia/Bangkok' })),
    ];
    for (const [at, country] of ['DE', 'TH', null].entries())
      await ws.system((ctx) =>
        ctx.tx.update(customers).set({ country }).where(eq(customers.id, all[at]!.customerId)),
      );
    const schedule = { kind: 'feast', from: '2026-12-20', date: '2026-12-23', time: '10:00' } as const;
    const { manifestId } = await freeze({ people: all, draft: { schedule } });
    const at = await timesOf(manifestId, all);
    // Christmas is kept in Germany; in Thailand the next public feast is New Year's Day.
    expect(at).toEqual([
      '2026-12-24T09:00:00.000Z',
      expect.stringMatching(/^2026-12-3\dT03:00/),
      '2026-12-23T03:00:00.000Z',
    ]);
  });

  it('waits for the end of the quiet hours there', async () => {
    // It is 03:00 in UTC: morning in Bangkok, the middle of the night in London, late in the evening in New York.
    const zones = ['Asia/Bangkok', 'Europe/London', 'America/New_York'];
    const all: TestRecipient[] = [];
    for (const timeZone of zones) all.push(...(await people({ count: 1, timeZone })));
    const { header, manifestId } = await freeze({ people: all });
    const at = await timesOf(manifestId, all);
    expect(at).toEqual(['2026-11-21T03:00:00.000Z', '2026-11-21T08:00:00.000Z', '2026-11-21T13:00:00.000Z']);
    expect(header.warnings).toContain(
      '2 messages wait until 08:00 there, because of the quiet hours from 21:00 to 08:00.',
    );
  });

  it('that has passed is said, and is now', async () => {
    const draft: DraftPatch = { schedule: { kind: 'at', at: '2026-11-20T03:00:00Z' } };
    const all = await people({ count: 1 });
    const { header, manifestId } = await freeze({ people: all, draft });
    expect(await timesOf(manifestId, all)).toEqual(['2026-11-21T03:00:00.000Z']);
    expect(header.warnings).toContain(
      'The planned time has passed for 1 recipient: those go as soon as this is approved.',
    );
  });
});
