// Many claimers at once. PGlite has one session, so that its transactions never overlap: only Postgres can show it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approvalPart } from '../../core/approval/approval-part.ts';
import { decideApproval } from '../../core/approval/decide-approval.ts';
import { requestApproval } from '../../core/approval/request-approval.ts';
import { editCampaign } from '../../core/campaigns/edit-campaign.ts';
import { controlCampaign } from '../../core/delivery/control-campaign.ts';
import { addresses, consents } from '../../db/schema/index.ts';
import { addCampaign, addPeople, planFor } from '../add-campaign.ts';
import { testHash } from '../add-customer.ts';
import { type Delivery, openDelivery } from '../approved-campaign.ts';
import { addAccount } from '../recording-channels.ts';

describe.skipIf(!process.env.TEST_POSTGRES_URL)('claims at the same time (on Postgres)', () => {
  let d: Delivery;
  beforeAll(async () => {
    d = await openDelivery({
      frequencyCap: { max: 1, days: 7 },
      approval: { secondPersonAboveRecipients: null },
    });
    await d.system((ctx) => addAccount(ctx, { limits: [{ perMs: 3_600_000, max: 150 }] }));
    await d.system((ctx) => addAccount(ctx, { channel: 'whatsapp' }));
  });
  afterAll(() => d.close());
  beforeEach(() => {
    d.sent.length = 0;
  });

  const rush = (count: number, batch: number) =>
    Promise.all(Array.from({ length: count }, (_, at) => d.tick({ owner: `worker ${at}`, batch })));

  it('take each message once, and never more than the account may send', async () => {
    const { campaignId } = await d.approve({ count: 200 });
    await rush(6, 7);
    expect(d.sent).toHaveLength(150);
    expect(new Set(d.sent.map(({ messageId }) => messageId)).size).toBe(150);
    await rush(3, 7);
    expect(d.sent).toHaveLength(150);
    await d.as(d.approver, (ctx) => controlCampaign(ctx, { campaignId, action: 'stop' }));
  });

  it('of two channels never both pass the frequency cap of one contact', async () => {
    const { people, campaignId } = await d.approve({ count: 20, channel: 'whatsapp', purpose: 'marketing' });
    await d.as(d.approver, (ctx) => controlCampaign(ctx, { campaignId, action: 'pause' }));
    const other = people.map((one) => ({ ...one, channel: 'email', address: `mail-${one.address}` }));
    await d.system(async (ctx) => {
      const tenantId = ctx.tenant.id;
      for (const { contactId, address, channel } of other) {
        const hash = testHash(ctx, address);
        await ctx.tx
          .insert(addresses)
          .values({ tenantId, contactId, channel, address, normalised: address, hash });
        const granted = { purpose: 'marketing', state: 'granted', basis: 'consent', source: 'test' } as const;
        await ctx.tx
          .insert(consents)
          .values({ tenantId, channel, addressHash: hash, actor: ctx.actor, at: ctx.now, ...granted });
      }
    });
    await d.meddle(
      `update attempts set started_at = now() - interval '2 hours', ended_at = now() - interval '2 hours'`,
    );
    await d.approve({ count: 0, plan: planFor(other) });
    await d.as(d.approver, (ctx) => controlCampaign(ctx, { campaignId, action: 'resume' }));
    await rush(6, 3);
    expect(d.sent).toHaveLength(20);
    const { rows } = await d.meddle(
      `select contact_id from messages where purpose = 'marketing' and status = 'submitted'`,
    );
    expect(new Set(rows.map((row) => row.contact_id)).size).toBe(20);
  });

  it('and a stop at the same time never end in a deadlock', async () => {
    const { campaignId } = await d.approve({ count: 100, channel: 'whatsapp' });
    const stop = d.as(d.approver, (ctx) => controlCampaign(ctx, { campaignId, action: 'stop' }));
    await Promise.all([rush(4, 5), stop]);
    await d.tick();
    const { rows } = await d.meddle(
      `select status, count(*)::int as n from messages where campaign_id = $1 group by 1`,
      [campaignId],
    );
    const counts = Object.fromEntries(rows.map(({ status, n }) => [status, n]));
    expect((counts.submitted ?? 0) + (counts.dropped ?? 0)).toBe(100);
    expect(d.sent).toHaveLength(counts.submitted ?? 0);
  });

  it('an edit and an approval at the same time end in one of two ways, and nothing of the old version goes out', async () => {
    for (let round = 0; round < 6; round += 1) {
      const schedule = { kind: 'at', at: '2026-12-01T03:00:00Z' } as const;
      const { campaignId, approvalId, digest } = await d.as(d.approver, async (ctx) => {
        const people = await addPeople(ctx, { count: 3 });
        const id = await addCampaign(ctx, { schedule });
        const asked = await requestApproval(ctx, { campaignId: id, plan: planFor(people) });
        return { ...asked, ...(await approvalPart(ctx, asked.approvalId)) };
      });
      const [edited] = await Promise.allSettled([
        d.as(d.approver, (ctx) => editCampaign(ctx, { campaignId, patch: { tone: 'casual' }, change: 'x' })),
        d.as(d.approver, (ctx) => decideApproval(ctx, { approvalId, digest, decision: 'approve' })),
      ]);
      expect(edited.status).toBe('fulfilled');
      const { rows } = await d.meddle('select status from approvals where id = $1', [approvalId]);
      expect(rows).toEqual([{ status: 'voided' }]);
      const left = (await d.messagesOf(campaignId)).filter(({ status }) => status !== 'dropped');
      expect(left).toEqual([]);
    }
  });
});
