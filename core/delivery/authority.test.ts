// Approvals that were taken away, forged, borrowed or pointed elsewhere behind the application's back.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../lib/ids.ts';
import { addCustomer } from '../../test/add-customer.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { ONE, type TamperingKit, tamperingKit } from '../../test/tampering-kit.ts';
import { claimBatch } from './claim-batch.ts';
import { controlCampaign } from './control-campaign.ts';

let d: Delivery;
let accountId: string;
let attacked: TamperingKit['attacked'];
let ends: TamperingKit['ends'];
let manifestOf: TamperingKit['manifestOf'];
beforeAll(async () => {
  d = await openDelivery();
  ({ attacked, ends, manifestOf } = tamperingKit(d));
  accountId = await d.system((ctx) => addAccount(ctx));
});
afterAll(() => d.close());
beforeEach(() => {
  d.sent.length = 0;
});

describe('a message without a live approval of exactly its row does not go out', () => {
  it('when the approval is not given any more', async () => {
    for (const status of ['requested', 'rejected', 'voided', 'expired']) {
      const result = await attacked(({ approvalId }) =>
        d.meddle('update approvals set status = $1 where id = $2', [status, approvalId]),
      );
      expect(result).toEqual({ ends: ['dropped no_authority'], sent: 0 });
    }
  });

  it('when the approval was marked as given without a signature, or with another one', async () => {
    const unsigned = await attacked(({ approvalId }) =>
      d.meddle('update approvals set envelope = null where id = $1', [approvalId]),
    );
    expect(unsigned).toEqual({ ends: ['dropped no_authority'], sent: 0 });
    const other = await d.approve();
    d.sent.length = 0;
    const borrowed = await attacked(async ({ approvalId, campaignId }) => {
      await d.meddle(
        'update approvals set envelope = (select envelope from approvals where id = $1) where id = $2',
        [other.approvalId, approvalId],
      );
      await d.as(d.approver, (ctx) => controlCampaign(ctx, { campaignId: other.campaignId, action: 'stop' }));
      return campaignId;
    });
    expect(borrowed).toEqual({ ends: ['dropped tampered'], sent: 0 });
  });

  it('when its signature was changed after an earlier batch had proved it', async () => {
    for (const change of [
      `jsonb_set(envelope, '{signatures,0,sig}', '"AAAA"')`,
      `jsonb_set(envelope, '{payload}', '"e30="')`,
      `jsonb_set(envelope, '{payloadType}', '"other"')`,
    ]) {
      const { approvalId, campaignId } = await d.approve({ count: 2 });
      await d.system((ctx) => claimBatch(ctx, { accountId, ...ONE }));
      await d.meddle(`update approvals set envelope = ${change} where id = $1`, [approvalId]);
      await d.tick();
      expect({ ends: await ends(campaignId), sent: d.sent.length }).toEqual({
        ends: ['claimed', 'dropped tampered'],
        sent: 0,
      });
    }
  });

  it('while those of other campaigns, proved with it, go out', async () => {
    const [good, bad] = [await d.approve({ count: 2 }), await d.approve({ count: 2 })];
    const change = `header = jsonb_set(header, '{sender,email}', '"other@example.com"')`;
    await d.meddle(`update manifests set ${change} where id = $1`, [await manifestOf(bad.approvalId)]);
    await d.tick();
    expect(await ends(good.campaignId)).toEqual(['submitted', 'submitted']);
    expect(await ends(bad.campaignId)).toEqual(['dropped tampered', 'dropped tampered']);
  });

  it('when it cites a second approval made out of the first one’s signature', async () => {
    const result = await attacked(async ({ approvalId, campaignId }) => {
      const copy = newId();
      const columns = 'tenant_id, manifest_id, campaign_id, digest, status, policy, expires_at, envelope';
      await d.meddle(
        `insert into approvals (id, ${columns}) select $1, ${columns} from approvals where id = $2`,
        [copy, approvalId],
      );
      await d.meddle('update messages set approval_id = $1 where campaign_id = $2', [copy, campaignId]);
    });
    expect(result).toEqual({ ends: ['dropped tampered'], sent: 0 });
  });

  it('when it cites the approval of another campaign', async () => {
    const other = await d.approve();
    const result = await attacked(({ campaignId }) =>
      d.meddle('update messages set approval_id = $1 where campaign_id = $2', [other.approvalId, campaignId]),
    );
    expect(result.ends).toEqual(['dropped no_authority']);
  });

  it('when it was pointed at another person or moved to an earlier time', async () => {
    const person = await attacked(({ campaignId }) =>
      d.meddle('update messages set contact_id = $1 where campaign_id = $2', [newId(), campaignId]),
    );
    expect(person).toEqual({ ends: ['dropped no_authority'], sent: 0 });
    const { campaignId } = await d.approve({
      draft: { schedule: { kind: 'at', at: '2026-12-01T03:00:00Z' } },
    });
    await d.meddle(`update messages set planned_at = '2026-11-20' where campaign_id = $1`, [campaignId]);
    await d.tick();
    expect({ ends: await ends(campaignId), sent: d.sent.length }).toEqual({
      ends: ['dropped no_authority'],
      sent: 0,
    });
  });

  it('when it waits again for a customer that its own was merged into, and says so', async () => {
    const kept = await d.system((ctx) => addCustomer(ctx, { name: 'The one that stays' }));
    const result = await attacked(async ({ campaignId }) => {
      const merge = `update customers set status = 'merged', merged_into_id = $1 where id = (
        select customer_id from messages where campaign_id = $2)`;
      await d.meddle(merge, [kept, campaignId]);
      await d.meddle('update messages set customer_id = $1 where campaign_id = $2', [kept, campaignId]);
    });
    expect(result).toEqual({ ends: ['dropped customer_gone'], sent: 0 });
  });
});
