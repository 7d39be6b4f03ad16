// What a workspace may use: each limit where it is reached, and each feature where it begins.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelAccounts, users } from '../../db/schema/index.ts';
import { seal } from '../../lib/crypto.ts';
import { newId } from '../../lib/ids.ts';
import { addCampaign, addPeople, planFor } from '../../test/add-campaign.ts';
import { openTestWorkspace, TEST_KEYS, type TestWorkspace } from '../../test/workspace.ts';
import { changeAccount } from '../accounts/change-account.ts';
import { approvalPart } from '../approval/approval-part.ts';
import { decideApproval } from '../approval/decide-approval.ts';
import { giveStanding } from '../approval/decide-standing.ts';
import { requestApproval } from '../approval/request-approval.ts';
import { createCampaign } from '../campaigns/create-campaign.ts';
import { isWidgetOn } from '../widget/is-widget-on.ts';
import { changeSettings } from './change-settings.ts';
import { changeTier, type TierChange } from './change-tier.ts';
import { changeUser } from './change-user.ts';
import { createUser } from './create-user.ts';
import { findTier, readTierUse } from './tiers.ts';

let ws: TestWorkspace;
beforeAll(async () => {
  ws = await openTestWorkspace();
});
afterAll(() => ws.close());

const limited = { code: 'tier:limit' };
const change = (given: TierChange) => ws.system((ctx) => changeTier(ctx, given));
const tier = (name: string) => change({ tier: name });

describe('a tier', () => {
  it('limits seats and recipients, on every way, and lets go when it is another one', async () => {
    await tier('starter');
    const add = () =>
      ws.system((ctx) => createUser(ctx, { email: `${newId()}@example.com`, name: 'X', role: 'viewer' }));
    for (let n = 0; n < 3; n++) await add();
    await expect(add()).rejects.toMatchObject(limited);
    const ask = (count: number) =>
      ws.system(async (ctx) => {
        const campaignId = await addCampaign(ctx);
        return requestApproval(ctx, { campaignId, plan: planFor(await addPeople(ctx, { count })) });
      });
    await expect(ask(501)).rejects.toMatchObject(limited);
    await ask(1);
    const [closed] = await ws.system((ctx) => ctx.tx.select().from(users));
    const admin = await ws.person('admin');
    const activate = (isActive: boolean) =>
      ws.as(admin, (ctx) => changeUser(ctx, { userId: closed!.id, isActive }));
    await activate(false);
    await expect(activate(true)).rejects.toMatchObject({
      ...limited,
      message: 'The tier starter has 3 people; 3 of them are used, and this wants 1 more.',
      nextStep: expect.stringContaining('npx refrain workspace tier'),
    });
    await tier('unlimited');
    await add();
    await activate(true);
    await expect(tier('gold')).rejects.toMatchObject({ code: 'input:invalid' });
  });

  it('limits the messages of a month where they are queued, whoever asked before', async () => {
    const use = async () =>
      (await ws.system(readTierUse)).limits.find(({ limit }) => limit === 'sendsPerMonth')!;
    const [author, approver] = [await ws.person('manager'), await ws.person('approver')];
    const ask = async (count: number) => {
      const people = await ws.as(author, (ctx) => addPeople(ctx, { count }));
      return ws.as(author, async (ctx) => {
        const campaignId = await addCampaign(ctx);
        const { approvalId } = await requestApproval(ctx, { campaignId, plan: planFor(people) });
        return approvalPart(ctx, approvalId);
      });
    };
    const asked = [await ask(3), await ask(3)];
    await tier('starter');
    const { most, used } = await use();
    expect([most, used]).toEqual([1_000, expect.any(Number)]);
    const decide = ({ id: approvalId, digest }: { id: string; digest: string }) =>
      ws.as(approver, (ctx) => decideApproval(ctx, { approvalId, digest, decision: 'approve' }));
    await fillMonth(1_000 - used! - 4);
    expect((await decide(asked[0]!)).status).toBe('approved');
    await expect(decide(asked[1]!)).rejects.toMatchObject(limited);
    expect((await use()).used).toBe(999);
    await tier('unlimited');
    expect((await decide(asked[1]!)).status).toBe('approved');
  });

  it('is otherwise in one limit or feature where the machine says so, and nobody of the workspace can', async () => {
    await tier('starter');
    await change({ limit: 'seats', most: 4 });
    await change({ limit: 'audience', most: null });
    await change({ feature: 'widget', is: 'on' });
    const { limits, features } = await ws.system(readTierUse);
    const mostOf = (name: string) => limits.find(({ limit }) => limit === name)!.most;
    expect([mostOf('seats'), mostOf('audience'), mostOf('channels')]).toEqual([4, null, 2]);
    expect(features).toEqual({ webhooks: false, widget: true, offers: false, standing: false });
    await change({ limit: 'seats', most: 'usual' });
    await change({ limit: 'audience', most: 'usual' });
    await change({ feature: 'widget', is: 'usual' });
    expect(await ws.system(readTierUse)).toMatchObject({ features: { widget: false } });
    const admin = await ws.person('admin');
    await expect(ws.as(admin, (ctx) => changeTier(ctx, { tier: 'unlimited' }))).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
    await tier('unlimited');
  });

  it('has its features or refuses them, each where it begins', async () => {
    await tier('starter');
    const admin = await ws.person('admin');
    const terms = { kind: 'acknowledgement', intents: ['question'], texts: { en: 'Thank you.' } };
    await expect(
      ws.as(admin, (ctx) => changeSettings(ctx, { widget: { isEnabled: true } })),
    ).rejects.toMatchObject(limited);
    await expect(ws.as(admin, (ctx) => giveStanding(ctx, terms as never))).rejects.toMatchObject(limited);
    const coded = ws.system(async (ctx) => {
      const offer = { kind: 'discount', says: 'Ten percent off', code: { prefix: 'TEN' } };
      const campaignId = await addCampaign(ctx, { offer } as never);
      return requestApproval(ctx, { campaignId, plan: planFor(await addPeople(ctx, { count: 1 })) });
    });
    await expect(coded).rejects.toMatchObject(limited);
    const variants = [{ tone: 'casual' as const }];
    const two = ws.system((ctx) =>
      createCampaign(ctx, { draft: { name: 'Two', type: 'renewal', variants } }),
    );
    await expect(two).rejects.toMatchObject(limited);
    expect(
      isWidgetOn({
        settings: { widget: { isEnabled: true } as never },
        tier: findTier({ tier: 'starter', tierChanges: {} }),
      }),
    ).toBe(false);
    await tier('unlimited');
  });

  it('limits the accounts to send from, new ones and those that are turned on again', async () => {
    await tier('starter');
    const admin = await ws.person('admin');
    const row = {
      tenantId: ws.tenant.id,
      channel: 'sms',
      provider: 'standin',
      limits: [],
      sealedSettings: seal(TEST_KEYS.seal, '{}'),
    };
    const accounts = await ws.database.owner
      .insert(channelAccounts)
      .values([
        { ...row, name: 'a' },
        { ...row, name: 'b' },
        { ...row, name: 'c', isEnabled: false },
      ])
      .returning();
    const enable = (at: number, isEnabled: boolean) =>
      ws.as(admin, (ctx) => changeAccount(ctx, { accountId: accounts[at]!.id, isEnabled }));
    await expect(enable(2, true)).rejects.toMatchObject(limited);
    await enable(1, true);
    await enable(0, false);
    await enable(2, true);
    await ws.database.owner.delete(channelAccounts);
    await tier('unlimited');
  });
});

/** So many messages more this month, to somebody who is there. */
const fillMonth = (count: number) =>
  ws.database.pool.query(
    `insert into messages (id, tenant_id, campaign_id, occurrence, contact_id, step, customer_id, manifest_row_id,
        approval_id, purpose, channel, address_hash, planned_at)
      select gen_random_uuid(), $1, m.campaign_id, 1000 + n, m.contact_id, 0, m.customer_id, m.id, m.approval_id,
        'service', 'email', 'x', now()
      from generate_series(1, $2::int) n, lateral (
        select r.id, r.contact_id, r.customer_id, f.campaign_id, a.id as approval_id from manifest_rows r
        join manifests f on f.id = r.manifest_id join approvals a on a.manifest_id = f.id
        where r.tenant_id = $1 limit 1) m`,
    [ws.tenant.id, count],
  );
