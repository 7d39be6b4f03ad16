import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaigns, threads } from '../../db/schema/index.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { createCampaign } from '../campaigns/create-campaign.ts';
import type { Part } from '../parts.ts';
import type { Actor } from '../tenants/roles.ts';
import { focusThread } from './focus-thread.ts';
import { readThread } from './read-thread.ts';
import { createTurnStore } from './turn-store.ts';

let workspace: TestWorkspace;
let store: ReturnType<typeof createTurnStore>;
let actor: Actor;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  store = createTurnStore(workspace);
  actor = await workspace.person('manager');
});
afterAll(() => workspace.close());

const begin = (said: { text: string; threadId?: string; turnId?: string }) =>
  store.begin({ tenantId: workspace.tenant.id, actor, ...said });
const saidIn = async (threadId: string) =>
  (await workspace.as(actor, (ctx) => readThread(ctx, threadId))).messages.map(({ role, parts }) => [
    role,
    ...(parts as Extract<Part, { kind: 'text' }>[]).map(({ text }) => text),
  ]);
const isFree = async (threadId: string) => {
  const [row] = await workspace.as(actor, ({ tx }) =>
    tx.select().from(threads).where(eq(threads.id, threadId)),
  );
  return row!.leaseOwner === null;
};
const answered = {
  role: 'agent' as const,
  parts: [{ kind: 'text' as const, text: 'Sixty.' }],
  reply: 'Sixty.',
};

describe('a turn of a conversation', () => {
  it('has its thread from the first word to the answer, and both are kept', async () => {
    const held = await begin({ text: 'how many?' });
    const { threadId } = held;
    expect([held.isNew, held.isSaid]).toEqual([true, true]);
    expect(await saidIn(threadId)).toEqual([['person', 'how many?']]);
    expect(await isFree(threadId)).toBe(false);
    const answer = await store.finish({ tenantId: workspace.tenant.id, actor, held }, answered);
    expect(answer).toMatchObject({ thread: threadId, reply: 'Sixty.' });
    expect(await saidIn(threadId)).toEqual([
      ['person', 'how many?'],
      ['agent', 'Sixty.'],
    ]);
    const next = await begin({ text: 'and in Rome?', threadId });
    expect([next.isNew, next.isSaid]).toEqual([false, true]);
    // That it was given back is known: nobody else's turn ends by it.
    await held.release();
    expect(await isFree(threadId)).toBe(false);
    await next.release();
    expect(await isFree(threadId)).toBe(true);
  });

  it('that may be an approval’s code, or was begun before, is not kept by its beginning', async () => {
    const code = await begin({ text: 'approve 7K2-QXM' });
    expect(code.isSaid).toBe(false);
    expect(await saidIn(code.threadId)).toEqual([]);
    await code.release();
    const turnId = '01900000-0000-7000-8000-000000000001';
    const again = await begin({ text: 'how many?', threadId: code.threadId, turnId });
    expect(again.isSaid).toBe(false);
    expect(await saidIn(code.threadId)).toEqual([]);
    await again.release();
  });

  it('is kept where its answer can no longer be told, and the thread is given back', async () => {
    const held = await begin({ text: 'draft it' });
    const { threadId } = held;
    await workspace.as(actor, async (ctx) => {
      const { id: campaignId } = await createCampaign(ctx, { draft: { name: 'R', type: 'renewal' } });
      await focusThread(ctx, { threadId, campaignId });
      await ctx.tx.update(campaigns).set({ deletedAt: ctx.now }).where(eq(campaigns.id, campaignId));
    });
    await expect(
      store.finish({ tenantId: workspace.tenant.id, actor, held }, answered),
    ).rejects.toMatchObject({ code: 'campaign:unknown' });
    expect(await saidIn(threadId)).toEqual([
      ['person', 'draft it'],
      ['agent', 'Sixty.'],
    ]);
    expect(await isFree(threadId)).toBe(false);
    await held.release();
    expect(await isFree(threadId)).toBe(true);
  });
});
