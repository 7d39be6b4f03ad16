import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvals, contracts, manifestRows, messages } from '../../db/schema/index.ts';
import { canonical } from '../../lib/canonical.ts';
import { sha256 } from '../../lib/crypto.ts';
import { addCampaign, changing, planFor } from '../../test/add-campaign.ts';
import { type FreezeKit, freezeKit } from '../../test/freeze-kit.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { approvalPart } from './approval-part.ts';
import { decideApproval } from './decide-approval.ts';
import { digestOf, hashRow, rowContent } from './digest.ts';
import { freezeCampaign } from './freeze-campaign.ts';
import { requestApproval } from './request-approval.ts';

let ws: TestWorkspace;
let approver: FreezeKit['approver'];
let freeze: FreezeKit['freeze'];
let people: FreezeKit['people'];
let rowsOf: FreezeKit['rowsOf'];
beforeAll(async () => {
  ws = await openTestWorkspace();
  ({ approver, freeze, people, rowsOf } = await freezeKit(ws));
});
afterAll(() => ws.close());

describe('a frozen campaign', () => {
  it('has a digest that follows from its stored header and rows', async () => {
    const frozen = await freeze({ people: await people({ count: 3 }) });
    const rows = await rowsOf(frozen.manifestId);
    const hashes = rows.map((row) => {
      const plannedAt = row.plannedAt.toISOString();
      const {
        id: _,
        tenantId: __,
        manifestId: ___,
        fallbacks: ____,
        variant: _____,
        salt,
        hash,
        ...content
      } = {
        ...row,
        plannedAt,
      };
      expect(hashRow(rowContent.parse(content), salt)).toBe(hash);
      return hash;
    });
    expect(digestOf(frozen.header, hashes)).toBe(frozen.digest);
    const { header } = frozen;
    expect(sha256(canonical({ header, rows: hashes.sort() }))).toBe(frozen.digest);
    expect(new Set(rows.map(({ salt }) => salt)).size).toBe(3);
  });

  it('comes to the same in pages as at once, but for the salts', async () => {
    const all = await people({ count: 5 });
    const whole = await freeze({ people: all });
    const paged = await freeze({ people: all, more: { size: 2 } });
    expect(paged.header.totals).toEqual(whole.header.totals);
    const own = async (manifestId: string) =>
      (await rowsOf(manifestId)).map(({ contactId, rendered, consent }) => ({
        contactId,
        rendered,
        consent,
      }));
    expect(await own(paged.manifestId)).toEqual(expect.arrayContaining(await own(whole.manifestId)));
    expect(new Set((await rowsOf(paged.manifestId)).map(({ hash }) => hash)).size).toBe(5);
  });

  it('says what the contracts are worth by currency, and for how many that is not known', async () => {
    const [a, b, c] = await people({ count: 3 });
    await ws.system((ctx) => {
      const common = { tenantId: ctx.tenant.id, startsOn: '2026-01-01', endsOn: '2026-12-31' };
      return ctx.tx.insert(contracts).values([
        { ...common, customerId: a!.customerId, unitCount: 4, pricePerUnitMinor: 1_200_000, currency: 'THB' },
        { ...common, customerId: b!.customerId, unitCount: 2, pricePerUnitMinor: null, currency: 'THB' },
      ]);
    });
    const { header } = await freeze({ people: [a!, b!, c!] });
    expect(header.value).toEqual({ known: [{ minor: 4_800_000, currency: 'THB' }], unknown: 2 });
    const rows = await rowsOf(header.manifestId);
    const ends = rows.map((row) => (row.consent as { contractEnd?: string }).contractEnd);
    expect(ends.sort()).toEqual(['2026-12-31', '2026-12-31', undefined]);
  });

  it('warns of a channel without an account, and of one that cannot send so many at once', async () => {
    await ws.system((ctx) => addAccount(ctx, { channel: 'line', limits: [{ perMs: 86_400_000, max: 2 }] }));
    const both = [...(await people({ count: 1 })), ...(await people({ count: 3, channel: 'line' }))];
    const { header } = await freeze({ people: both });
    expect(header.warnings).toEqual([
      'No account for e-mail is set up: its 1 message waits until there is one.',
      'Test line may send 2 a day and has 2 left now: the rest of 3 messages follows as room comes.',
    ]);
    expect(header.costWords).toBe('Not known: no prices are recorded for e-mail and LINE.');
  });
});

describe('freezing is refused', () => {
  it('when a text must not go out, and nothing is left behind', async () => {
    const [one] = await people({ count: 1 });
    const wrong = ws.as(approver, async (ctx) =>
      requestApproval(ctx, {
        campaignId: await addCampaign(ctx),
        plan: changing(planFor([one!]), (message) => ({
          ...message,
          findings: [
            {
              ...{ severity: 'error' as const, place: 'body' as const },
              ...{ message: 'a price that no field has', repair: 'Leave it out.' },
            },
          ],
        })),
      }),
    );
    await expect(wrong).rejects.toMatchObject({ code: 'campaign:content' });
    await expect(wrong).rejects.toThrow('a price that no field has');
  });

  it('when it is interrupted between two pages, and nothing is left: freezing again begins anew', async () => {
    const all = await people({ count: 4 });
    const campaignId = await ws.as(approver, (ctx) => addCampaign(ctx));
    const count = () => ws.system((ctx) => ctx.tx.$count(manifestRows));
    const before = await count();
    const broken = changing(planFor(all, { size: 2 }), (message, at) => {
      if (at === 3) throw new Error('the power is gone');
      return message;
    });
    const asked = ws.as(approver, (ctx) => requestApproval(ctx, { campaignId, plan: broken }));
    await expect(asked).rejects.toThrow('the power is gone');
    expect(await count()).toBe(before);
    expect(await ws.system((ctx) => ctx.tx.$count(approvals, eq(approvals.campaignId, campaignId)))).toBe(0);
    const plan = planFor(all, { size: 2 });
    const { approvalId } = await ws.as(approver, (ctx) => requestApproval(ctx, { campaignId, plan }));
    const part = await ws.as(approver, (ctx) => approvalPart(ctx, approvalId));
    expect(part).toMatchObject({ recipients: 4, customers: 4, status: 'requested' });
    expect(await count()).toBe(before + 4);
  });

  it('when nobody would get it, with the reason', async () => {
    const excluded = [{ id: crypto.randomUUID(), name: 'A', reason: 'no usable address' }];
    await expect(freeze({ people: [], more: { excluded } })).rejects.toMatchObject({
      code: 'campaign:no_recipients',
      message: 'Nobody would get this campaign (1 customer: no usable address).',
    });
  });

  it('to a viewer, for an unknown campaign, and once it is approved', async () => {
    const viewer = await ws.person('viewer');
    const plan = planFor(await people({ count: 1 }));
    const campaignId = await ws.as(approver, (ctx) => addCampaign(ctx));
    await expect(ws.as(viewer, (ctx) => freezeCampaign(ctx, { campaignId, plan }))).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
    const unknown = ws.as(approver, (ctx) => requestApproval(ctx, { campaignId: 'x', plan }));
    await expect(unknown).rejects.toMatchObject({ code: 'campaign:unknown' });
    await ws.as(approver, async (ctx) => {
      const { approvalId } = await requestApproval(ctx, { campaignId, plan });
      const { digest } = await approvalPart(ctx, approvalId);
      await decideApproval(ctx, { approvalId, digest, decision: 'approve' });
    });
    const again = ws.as(approver, (ctx) => requestApproval(ctx, { campaignId, plan }));
    await expect(again).rejects.toMatchObject({ code: 'campaign:state' });
  });
});

describe('a test', () => {
  it('of the first customer is an occurrence of its own and leaves the campaign a draft', async () => {
    const all = await people({ count: 3 });
    const plan = planFor([all[0]!, { ...all[1]!, customerId: all[0]!.customerId }, all[2]!]);
    const [campaignId, part] = await ws.as(approver, async (ctx) => {
      const id = await addCampaign(ctx);
      const test = { kind: 'first_customer' } as const;
      const { approvalId } = await requestApproval(ctx, { campaignId: id, test, plan });
      const { digest } = await approvalPart(ctx, approvalId);
      return [id, await decideApproval(ctx, { approvalId, digest, decision: 'approve' })] as const;
    });
    expect(part).toMatchObject({ isTest: true, recipients: 2, customers: 1, schedule: { kind: 'now' } });
    const queued = await ws.system((ctx) => ctx.tx.select().from(messages));
    const mine = queued.filter((row) => row.campaignId === campaignId);
    expect(mine.map((row) => row.occurrence)).toEqual([1, 1]);
    const whole = await ws.as(approver, (ctx) => requestApproval(ctx, { campaignId, plan }));
    expect(await ws.as(approver, (ctx) => approvalPart(ctx, whole.approvalId))).toMatchObject({
      isTest: false,
      recipients: 3,
    });
  });
});
