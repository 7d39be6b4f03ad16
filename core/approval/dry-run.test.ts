import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { manifestRows } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { testHash } from '../../test/add-customer.ts';
import { DRAFT, openRenewals, type Renewals } from '../../test/renewal-campaigns.ts';
import { type DraftPatch, draftSchema } from '../campaigns/draft.ts';
import { dryRun, dryRunResult } from './dry-run.ts';

let d: Renewals;
beforeAll(async () => {
  d = await openRenewals();
});
afterAll(() => d.close());
beforeEach(() => {
  d.sent.length = 0;
});

describe('a test of a campaign', () => {
  it('reaches the first customer only, and the whole campaign later reaches everybody', async () => {
    const campaignId = await d.create();
    await d.decide(await d.ask(campaignId, { kind: 'first_customer' }));
    await d.tick();
    expect(d.sent.map(({ to }) => to).toSorted()).toEqual(['buyer0@example.com', 'gm0@example.com']);
    await d.decide(await d.ask(campaignId));
    await d.tick();
    expect(d.sent).toHaveLength(6);
  });

  it('to one address sends every message there, and none to a contact', async () => {
    const campaignId = await d.create();
    const part = await d.ask(campaignId, {
      kind: 'address',
      channel: 'email',
      address: ' Tester@Example.com',
    });
    expect(part).toMatchObject({ isTest: true, recipients: 4, excluded: [] });
    await d.decide(part);
    await d.tick();
    expect(d.sent.map(({ to }) => to)).toEqual(Array(4).fill('tester@example.com'));
    const rows = await d.system((ctx) =>
      ctx.tx
        .select()
        .from(manifestRows)
        .where(eq(manifestRows.addressHash, testHash(ctx, 'tester@example.com'))),
    );
    expect(rows.map(({ consent }) => consent)).toMatchObject(
      Array(4).fill({ purpose: 'service', basis: 'test' }),
    );
  });
});

describe('a dry run', () => {
  const rehearse = (patch: DraftPatch, page = {}) =>
    d.as(d.approver, async (ctx) => {
      const draft = draftSchema.parse({ ...DRAFT, ...patch });
      return dryRunResult.parse(await dryRun(ctx, { campaign: { id: newId(), draft }, ...page }));
    });

  it('writes every message as it would be frozen, says what is wrong with which, and keeps nothing', async () => {
    const rows = () => d.system((ctx) => ctx.tx.$count(manifestRows));
    const before = await rows();
    const body = '{{ units }} for {{ contact.name }}: {{ customer.city }}. Please reply.';
    const run = await rehearse({ wording: { email: { body } } }, { offset: 1, limit: 2 });
    expect(run).toMatchObject({ recipients: 4, customers: 2, channels: { email: 4 }, refused: 4 });
    expect(run.excluded.map(({ name }) => name)).toEqual(['Hilton Nowhere']);
    expect(run.findings[0]).toMatchObject({ severity: 'error', messages: 4 });
    expect(run.messages).toHaveLength(2);
    expect(run.messages[0]?.rendered.text).toContain('Lobby');
    expect(await rows()).toBe(before);
    expect(d.sent).toEqual([]);
  });

  it('says when the last one would leave under the limits of the sender', async () => {
    const unlimited = await rehearse({});
    expect(unlimited.forecast[0]?.until).toBe(unlimited.forecast[0]?.from);
    await d.meddle(`update channel_accounts set limits = '[{"perMs": 60000, "max": 1}]'`, []);
    const run = await rehearse({}, { limit: 4 });
    const [first] = run.forecast;
    expect(Date.parse(first!.until) - Date.parse(first!.from)).toBe(3 * 60_000);
    expect(run.messages.map(({ leavesAt }) => leavesAt)).toContain(first!.until);
    await d.meddle(`update channel_accounts set limits = '[]'`, []);
  });
});
