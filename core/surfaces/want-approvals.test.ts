import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvals, surfaceApps, surfaceCards, users } from '../../db/schema/index.ts';
import { seal } from '../../lib/crypto.ts';
import { newId } from '../../lib/ids.ts';
import { createLog } from '../../lib/log.ts';
import { addCampaign, addPeople, planFor } from '../../test/add-campaign.ts';
import { fakeSurface } from '../../test/fake-surface.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { addRole } from '../access/custom-roles.ts';
import { requestApproval } from '../approval/request-approval.ts';
import { changeUser } from '../tenants/change-user.ts';
import type { Actor } from '../tenants/roles.ts';
import { linkAccount } from './links.ts';
import { showCards } from './show-cards.ts';
import { wantApprovals } from './want-approvals.ts';

type Person = Extract<Actor, { kind: 'person' }>;
let ws: TestWorkspace;
let [lead, boss, colleague] = [] as unknown as [Person, Person, Person];
const appId = newId();
const { surface, cards } = fakeSurface();
const surfaces = new Map([['slack', surface]]);
beforeAll(async () => {
  ws = await openTestWorkspace();
  [lead, boss] = [await ws.person('approver'), await ws.person('admin')];
  colleague = await ws.person('manager');
  const sealedSettings = seal(ws.keys.seal, '{}');
  await ws.system(({ tx, tenant }) =>
    tx
      .insert(surfaceApps)
      .values({ id: appId, tenantId: tenant.id, surface: 'slack', name: 'S', sealedSettings }),
  );
  for (const [externalId, { userId }] of Object.entries({ ULEAD: lead, UCOLL: colleague }))
    await ws.as(boss, (ctx) => linkAccount(ctx, { appId, externalId, userId }));
});
afterAll(() => ws.close());

const asked = (stages: object[] = []) =>
  ws.as(colleague, async (ctx) => {
    const people = await addPeople(ctx, { count: 1 });
    const campaignId = await addCampaign(ctx);
    const { approvalId } = await requestApproval(ctx, { campaignId, plan: planFor(people) });
    if (stages.length > 0)
      await ctx.tx
        .update(approvals)
        .set({ policy: { roles: ['approver'], stages, secondPerson: null, barred: [] } })
        .where(eq(approvals.id, approvalId));
    return approvalId;
  });
const toldOf = async (approvalId: string) => {
  await ws.system((ctx) => wantApprovals(ctx, surfaces));
  const of = eq(surfaceCards.subjectId, approvalId);
  const rows = await ws.system(({ tx }) => tx.select().from(surfaceCards).where(of));
  return rows.map(({ place }) => place).toSorted();
};

describe('what waits for a decision', () => {
  it('is told to whoever may decide, and to nobody whose own role may not', async () => {
    expect(await toldOf(await asked())).toEqual(['@ULEAD']);
    const role = await ws.as(boss, (ctx) =>
      addRole(ctx, { name: 'Reads only', base: 'approver', rights: ['read'] }),
    );
    await ws.as(boss, (ctx) => changeUser(ctx, { userId: lead.userId, customRoleId: role.id }));
    expect(await toldOf(await asked())).toEqual([]);
    await ws.as(boss, (ctx) => changeUser(ctx, { userId: lead.userId, role: 'approver' }));
  });

  it('is told at the stage that is due, to the people whom it names, and to those of the next when it was passed', async () => {
    const approvalId = await asked([
      { name: 'legal', roles: ['approver'], people: [boss.userId] },
      { name: 'last', roles: ['approver'], people: [] },
    ]);
    expect(await toldOf(approvalId)).toEqual([]);
    await ws.system(({ tx }) => tx.update(approvals).set({ stage: 1 }).where(eq(approvals.id, approvalId)));
    expect(await toldOf(approvalId)).toEqual(['@ULEAD']);
  });

  it('is shown to nobody whose account was closed since', async () => {
    const parts = { within: ws.within, surfaces, clientOf: () => surface.open({}), log: createLog('info') };
    const close = (disabledAt: Date | null) =>
      ws.system(({ tx }) => tx.update(users).set({ disabledAt }).where(eq(users.id, lead.userId)));
    const show = async () => {
      const approvalId = await asked();
      expect(await toldOf(approvalId)).toEqual(['@ULEAD']);
      return async () => {
        await showCards(parts, { tenantId: ws.tenant.id, subjectId: approvalId });
        return [...cards.keys()];
      };
    };
    const shown = await show();
    await close(new Date());
    expect(await shown()).toEqual([]);
    await close(null);
    expect(await (await show())()).toEqual(['DULEAD m1']);
  });
});
