import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../lib/ids.ts';
import { addCampaign } from '../../test/add-campaign.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { deleteCampaign } from '../campaigns/delete-campaign.ts';
import type { Actor } from '../tenants/roles.ts';
import { tenantSettings } from '../tenants/settings.ts';
import { createTenant } from '../tenants/workspace.ts';
import { appendThreadMessage } from './append-thread-message.ts';
import { createThread } from './create-thread.ts';
import { focusThread } from './focus-thread.ts';
import { listThreads } from './list-threads.ts';
import { modelTokensLeft, readModelMonth, recordModelCall } from './model-usage.ts';
import { readSituation } from './read-situation.ts';
import { readThread } from './read-thread.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
});
afterAll(() => workspace.close());

const said = (text: string) => ({ role: 'person' as const, parts: [{ kind: 'text' as const, text }] });

describe('a conversation', () => {
  it('keeps what was said in order, with who said it', async () => {
    const manager = await workspace.person('manager');
    const thread = await workspace.as(manager, (ctx) => createThread(ctx, { title: '  renewals\0 ' }));
    for (const text of ['one', 'two\0', 'three']) {
      await workspace.as(manager, (ctx) => appendThreadMessage(ctx, { threadId: thread.id, ...said(text) }));
    }
    const { title, messages } = await workspace.as(manager, (ctx) => readThread(ctx, thread.id));
    expect(title).toBe('renewals');
    expect(messages.map(({ parts }) => parts)).toEqual(
      ['one', 'two', 'three'].map((text) => said(text).parts),
    );
    expect(messages.every(({ userId }) => userId === manager.userId)).toBe(true);
  });

  it('counts what models used for a person in their own share of the month, and in everybody’s', async () => {
    const [anna, bela] = [await workspace.person('manager'), await workspace.person('manager')];
    const used = { inputTokens: 900, outputTokens: 100, costUsd: 0 };
    for (const by of [anna, bela])
      await workspace.as(by, async (ctx) => {
        const { id: threadId } = await createThread(ctx);
        const answer = { threadId, role: 'agent' as const, parts: [], provenance: { mind: 'x', ...used } };
        await appendThreadMessage(ctx, { ...answer, provenance: answer.provenance as never });
        expect((await readThread(ctx, threadId)).messages[0]!.userId).toBeNull();
      });
    const writing = { mind: 'x', purpose: 'writing' as const, ...used, userId: anna.userId };
    await workspace.system((ctx) => recordModelCall(ctx, writing));
    const left = (by: Actor, model: object) =>
      workspace.as(by, (ctx) => {
        const settings = tenantSettings.parse({ model });
        return modelTokensLeft({ ...ctx, tenant: { ...ctx.tenant, settings } });
      });
    expect(await left(anna, {})).toBeNull();
    const own = { monthlyTokensPerPerson: 1_500 };
    expect([await left(anna, own), await left(bela, own)]).toEqual([-500, 500]);
    expect(await left(bela, { ...own, monthlyTokens: 3_100 })).toBe(100);
    expect(await left({ kind: 'system', name: 'triage' }, { ...own, monthlyTokens: 4_000 })).toBe(1_000);
    const month = await workspace.as(anna, readModelMonth);
    expect(month).toEqual({
      ...{ tokens: 3_000, ownTokens: 2_000, left: null },
      minds: [{ mind: 'x', answers: 2, tokens: 2_000, costUsd: 0 }],
    });
  });

  it('takes messages that come at once, each at its own place', async () => {
    const thread = await workspace.system((ctx) => createThread(ctx));
    const places = await Promise.all(
      Array.from({ length: 5 }, (_, at) =>
        workspace.system((ctx) => appendThreadMessage(ctx, { threadId: thread.id, ...said(`${at}`) })),
      ),
    );
    expect(places.map(({ position }) => position).toSorted()).toEqual([1, 2, 3, 4, 5]);
  });

  it('is found by what was said in it, by its owner or by everybody, and by nothing else', async () => {
    const manager = await workspace.person('manager');
    const thread = await workspace.as(manager, (ctx) => createThread(ctx, { title: 'Offers' }));
    const text = 'Write to the 100%_cotton shops';
    await workspace.as(manager, (ctx) => appendThreadMessage(ctx, { threadId: thread.id, ...said(text) }));
    const find = async (search: string, whose: 'mine' | 'everyone' = 'everyone') => {
      const found = await workspace.as(manager, (ctx) => listThreads(ctx, { whose, limit: 50, search }));
      return found.map(({ id }) => id);
    };
    for (const search of ['COTTON shops', 'offers', '100%_c'])
      expect([search, await find(search)]).toEqual([search, [thread.id]]);
    for (const search of ['100__cotton', 'kind', '"text"'])
      expect([search, await find(search)]).toEqual([search, []]);
    const other = await workspace.person('manager');
    const theirs = await workspace.as(other, (ctx) =>
      listThreads(ctx, { whose: 'mine', limit: 50, search: 'cotton' }),
    );
    expect(theirs).toEqual([]);
  });

  it('goes on when the campaign that it was about is deleted', async () => {
    const situation = await workspace.system(async (ctx) => {
      const thread = await createThread(ctx);
      const campaignId = await addCampaign(ctx);
      await focusThread(ctx, { threadId: thread.id, campaignId });
      await deleteCampaign(ctx, campaignId);
      return readSituation(ctx, thread.id);
    });
    expect(situation.thread.campaign).toBeNull();
  });

  it('is nobody else’s', async () => {
    const thread = await workspace.system((ctx) => createThread(ctx));
    const other = await createTenant(workspace.database, workspace.keys, { slug: 'other', name: 'Other' });
    const foreign = workspace.within(other.id, { kind: 'system', name: 'test' }, (ctx) =>
      appendThreadMessage(ctx, { threadId: thread.id, ...said('hello') }),
    );
    await expect(foreign).rejects.toMatchObject({ code: 'thread:unknown' });
    for (const threadId of [newId(), "' or 1=1"]) {
      const lost = workspace.system((ctx) => appendThreadMessage(ctx, { threadId, ...said('hello') }));
      await expect(lost).rejects.toMatchObject({ code: 'thread:unknown' });
    }
  });
});
