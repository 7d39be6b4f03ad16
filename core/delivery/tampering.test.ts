// What somebody who can write to the database might try after a person approved.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { manifests } from '../../db/schema/index.ts';
import { addCampaign, addPeople, planFor } from '../../test/add-campaign.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { ONE, type TamperingKit, tamperingKit } from '../../test/tampering-kit.ts';
import { approvalPart } from '../approval/approval-part.ts';
import { decideApproval } from '../approval/decide-approval.ts';
import { digestOf, hashRow, type RowContent } from '../approval/digest.ts';
import { requestApproval } from '../approval/request-approval.ts';
import { claimBatch } from './claim-batch.ts';

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
