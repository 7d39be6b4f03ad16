import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approvals, messages } from '../../db/schema/index.ts';
import { createKeyring } from '../../lib/crypto.ts';
import { newId } from '../../lib/ids.ts';
import { addCampaign, addPeople, planFor } from '../../test/add-campaign.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import type { Actor } from '../tenants/roles.ts';
import { approvalPart } from './approval-part.ts';
import { looksLikeCode, redeemCode } from './redeem-code.ts';
import { requestApproval } from './request-approval.ts';
import { shortCode } from './short-code.ts';
import { voidApprovals } from './void-approvals.ts';

let ws: TestWorkspace;
let manager: Actor;
let approver: Extract<Actor, { kind: 'person' }>;
beforeAll(async () => {
  ws = await openTestWorkspace();
  manager = await ws.person('manager');
  approver = await ws.person('approver');
});
afterAll(() => ws.close());
beforeEach(() => ws.system((ctx) => ctx.tx.update(approvals).set({ status: 'voided' })));

async function ask() {
  return ws.as(manager, async (ctx) => {
    const campaignId = await addCampaign(ctx);
    const people = await addPeople(ctx, { count: 1 });
    const { approvalId } = await requestApproval(ctx, { campaignId, plan: planFor(people) });
    return { approvalId, campaignId };
  });
}
const codeOf = async (approvalId: string) =>
  (await ws.as(approver, (ctx) => approvalPart(ctx, approvalId))).shortCode!;
const redeem = (code: string, actor: Actor = approver) =>
  ws.as(actor, (ctx) => redeemCode(ctx, { code, decision: 'approve' }));
const queued = (approvalId: string) =>
  ws.system((ctx) => ctx.tx.select().from(messages).where(eq(messages.approvalId, approvalId)));

describe('the short code', () => {
  it('is shown to who may decide, and to nobody else', async () => {
    const { approvalId } = await ask();
    const seenBy = async (actor: Actor) =>
      (await ws.as(actor, (ctx) => approvalPart(ctx, approvalId))).shortCode;
    expect(await seenBy(approver)).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(await seenBy({ ...approver, surface: 'token' })).toBeUndefined();
    expect(await seenBy(manager)).toBeUndefined();
    expect(await seenBy({ kind: 'system', name: 'agent' })).toBeUndefined();
  });

  it('decides like the button, once, and says so when it is typed again', async () => {
    const { approvalId } = await ask();
    const code = await codeOf(approvalId);
    expect(await redeem(` ${code.toLowerCase().slice(0, 3)}-${code.slice(3)} `)).toMatchObject({
      id: approvalId,
      status: 'approved',
    });
    await expect(redeem(code)).rejects.toMatchObject({ code: 'approval:decided' });
    expect(await queued(approvalId)).toHaveLength(1);
  });

  it('finds the approval it belongs to among several', async () => {
    const [first, second] = [await ask(), await ask()];
    await redeem(await codeOf(second.approvalId));
    expect(await queued(first.approvalId)).toEqual([]);
    expect(await queued(second.approvalId)).toHaveLength(1);
  });

  it('is worth nothing after an edit', async () => {
    const { approvalId, campaignId } = await ask();
    const code = await codeOf(approvalId);
    await ws.as(manager, (ctx) => voidApprovals(ctx, { campaignId, why: 'edited' }));
    await expect(redeem(code)).rejects.toMatchObject({ code: 'approval:stale' });
    expect(await queued(approvalId)).toEqual([]);
  });

  it('is worth nothing to who may not approve', async () => {
    const { approvalId } = await ask();
    const code = await codeOf(approvalId);
    for (const actor of [manager, { ...approver, surface: 'token' } as Actor]) {
      await expect(redeem(code, actor)).rejects.toMatchObject({ code: 'approval:forbidden' });
    }
  });

  it('cannot be guessed: after five wrong ones even the right one is refused', async () => {
    const { approvalId } = await ask();
    const code = await codeOf(approvalId);
    const wrong = code === '00000A' ? '00000B' : '00000A';
    for (let round = 0; round < 5; round += 1) expect(await redeem(wrong)).toBeNull();
    await expect(redeem(code)).rejects.toMatchObject({ code: 'approval:code' });
    expect(await codeOf(approvalId)).toBeUndefined();
    expect(await queued(approvalId)).toEqual([]);
  });

  it('always has a digit and a letter, and is bound to approval, digest and key', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string(), (id, digest) => {
        const keys = createKeyring('another secret, used for this test and nothing else');
        const code = shortCode(keys, { id, digest });
        expect(looksLikeCode(code)).toEqual({ code, decision: 'approve' });
        expect(shortCode(keys, { id, digest })).toBe(code);
      }),
    );
    const given = { id: newId(), digest: 'a' };
    const codes = [
      shortCode(ws.keys, given),
      shortCode(ws.keys, { ...given, digest: 'b' }),
      shortCode(ws.keys, { ...given, id: newId() }),
      shortCode(createKeyring('another secret, used for this test and nothing else'), given),
    ];
    expect(new Set(codes).size).toBe(4);
  });
});

describe('a sentence', () => {
  it.each([
    ['7K2QXM', { code: '7K2QXM', decision: 'approve' }],
    ['approve 7k2-qxm', { code: '7K2QXM', decision: 'approve' }],
    ['no 7K2QXM: too early', { code: '7K2QXM', decision: 'reject', comment: 'too early' }],
    ['reject 7KoQlM', { code: '7K0Q1M', decision: 'reject' }],
  ])('“%s” is a code', (sentence, code) => {
    expect(looksLikeCode(sentence)).toEqual(code);
  });

  it.each(['please', '123456', 'send it', 'approve', '7K2QXM is what?', 'Send to the 12 Hiltons', ''])(
    '“%s” is none',
    (sentence) => {
      expect(looksLikeCode(sentence)).toBeNull();
    },
  );
});
