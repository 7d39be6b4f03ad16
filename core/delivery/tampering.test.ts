// What somebody who can write to the database might try after a person approved.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approvals, manifests } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { addCampaign, addPeople, planFor } from '../../test/add-campaign.ts';
import { addCustomer } from '../../test/add-customer.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { approvalPart } from '../approval/approval-part.ts';
import { decideApproval } from '../approval/decide-approval.ts';
import { digestOf, hashRow, type RowContent } from '../approval/digest.ts';
import { requestApproval } from '../approval/request-approval.ts';
import { claimBatch } from './claim-batch.ts';
import { controlCampaign } from './control-campaign.ts';

let d: Delivery;
let accountId: string;
beforeAll(async () => {
  d = await openDelivery();
  accountId = await d.system((ctx) => addAccount(ctx));
});
afterAll(() => d.close());
beforeEach(() => {
  d.sent.length = 0;
  d.state.answer = (message) => ({ outcome: 'submitted', providerId: `p-${message.messageId}` });
});

/** One message, taken and not sent. */
const ONE = {
  ...{ channel: 'email', batch: 1, owner: 'x', leaseMs: 60_000 },
  places: [{ timeZone: 'Asia/Bangkok', country: null }],
};

const ends = async (campaignId: string) =>
  (await d.messagesOf(campaignId))
    .map(({ status, reason }) => (reason ? `${status} ${reason}` : status))
    .sort();
const manifestOf = (approvalId: string) =>
  d.system(async (ctx) => {
    const [row] = await ctx.tx.select().from(approvals).where(eq(approvals.id, approvalId));
    return row!.manifestId;
  });

/** Approves one message, lets `attack` change the rows behind it, and dispatches. */
async function attacked(
  attack: (given: { approvalId: string; campaignId: string; manifestId: string }) => unknown,
) {
  const { approvalId, campaignId } = await d.approve();
  await attack({ approvalId, campaignId, manifestId: await manifestOf(approvalId) });
  await d.tick();
  return { ends: await ends(campaignId), sent: d.sent.length };
}

describe('a frozen row that was changed after the approval does not go out', () => {
  const changes = {
    'the text': `rendered = jsonb_set(rendered, '{text}', '"Pay to another account"')`,
    'an added header': `rendered = rendered || '{"headers":{"bcc":"other@example.com"}}'`,
    'the address alone': `address = 'other@example.com'`,
    'the salt': `salt = 'other'`,
    'a variant that it was not': `variant = 'B'`,
    'the consent': `consent = consent || '{"basis":"test"}'`,
  };
  it.each(Object.entries(changes))('%s', async (_, change) => {
    const result = await attacked(({ manifestId }) =>
      d.meddle(`update manifest_rows set ${change} where manifest_id = $1`, [manifestId]),
    );
    expect(result).toEqual({ ends: ['dropped tampered'], sent: 0 });
  });

  it('the text with its hash made anew', async () => {
    const result = await attacked(({ manifestId }) => rehash(manifestId));
    expect(result).toEqual({ ends: ['dropped tampered'], sent: 0 });
  });

  it('the text with its hash and the digests made anew: the signature is of another digest', async () => {
    const result = await attacked(async ({ manifestId, approvalId }) => {
      const hash = await rehash(manifestId);
      const [manifest] = await d.system((ctx) =>
        ctx.tx.select().from(manifests).where(eq(manifests.id, manifestId)),
      );
      const digest = digestOf(manifest!.header, [hash]);
      await d.meddle('update manifests set digest = $1 where id = $2', [digest, manifestId]);
      await d.meddle('update approvals set digest = $1 where id = $2', [digest, approvalId]);
    });
    expect(result).toEqual({ ends: ['dropped tampered'], sent: 0 });
  });

  it('the same, after the approval was proved once by an earlier batch', async () => {
    const { approvalId, campaignId } = await d.approve({ count: 2 });
    await d.tick({ batch: 1, budgetMs: 0 });
    const claimed = await d.system((ctx) => claimBatch(ctx, { accountId, ...ONE }));
    expect(claimed.claimed).toHaveLength(1);
    const rest = `update manifest_rows set rendered = jsonb_set(rendered, '{text}', '"Other"') where manifest_id = $1`;
    await d.meddle(rest, [await manifestOf(approvalId)]);
    await d.tick();
    expect(await ends(campaignId)).toEqual(['claimed', 'dropped tampered']);
    expect(d.sent).toEqual([]);
  });

  it('the sender in the header', async () => {
    const change = `header = jsonb_set(header, '{sender,email}', '"other@example.com"')`;
    const result = await attacked(({ manifestId }) =>
      d.meddle(`update manifests set ${change} where id = $1`, [manifestId]),
    );
    expect(result).toEqual({ ends: ['dropped tampered'], sent: 0 });
  });
});

describe('a manifest whose rows were changed before it was approved is not launched', () => {
  const columns = `tenant_id, manifest_id, customer_id, channel, address, address_hash, planned_at, rendered, consent, salt`;
  const changes = {
    'one more': `insert into manifest_rows (id, contact_id, hash, ${columns})
      select gen_random_uuid(), gen_random_uuid(), repeat('ab', 32), ${columns} from manifest_rows where manifest_id = $1 limit 1`,
    'one less': `delete from manifest_rows where id = (select id from manifest_rows where manifest_id = $1 limit 1)`,
    'one twice, and another not': `update manifest_rows set hash = (
      select hash from manifest_rows where manifest_id = $1 order by hash limit 1) where manifest_id = $1`,
    'one that is no hash': `update manifest_rows set hash = '' where id = (
      select id from manifest_rows where manifest_id = $1 limit 1)`,
  };
  it.each(Object.entries(changes))('%s', async (_, change) => {
    const { approvalId, campaignId, digest } = await d.as(d.approver, async (ctx) => {
      const added = await addPeople(ctx, { count: 3 });
      const id = await addCampaign(ctx);
      const asked = await requestApproval(ctx, { campaignId: id, plan: planFor(added, { size: 2 }) });
      return { ...asked, campaignId: id, digest: (await approvalPart(ctx, asked.approvalId)).digest };
    });
    await d.meddle(change, [await manifestOf(approvalId)]);
    const decided = d.as(d.approver, (ctx) =>
      decideApproval(ctx, { approvalId, digest, decision: 'approve' }),
    );
    await expect(decided).rejects.toMatchObject({ code: 'approval:stale' });
    await d.tick();
    expect({ ends: await ends(campaignId), sent: d.sent.length }).toEqual({ ends: [], sent: 0 });
  });
});

/** Writes another text and a hash that fits it, as somebody would who read the code. */
async function rehash(manifestId: string): Promise<string> {
  const { rows } = await d.meddle('select * from manifest_rows where manifest_id = $1', [manifestId]);
  const row = rows[0];
  const content: RowContent = {
    customerId: row.customer_id,
    contactId: row.contact_id,
    channel: row.channel,
    address: row.address,
    addressHash: row.address_hash,
    plannedAt: new Date(row.planned_at).toISOString(),
    rendered: { text: 'Pay to another account' },
    consent: row.consent,
  };
  const hash = hashRow(content, row.salt);
  await d.meddle('update manifest_rows set rendered = $1, hash = $2 where id = $3', [
    JSON.stringify(content.rendered),
    hash,
    row.id,
  ]);
  return hash;
}

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
