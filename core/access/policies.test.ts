// Who may decide what: stages, rules, absence, and roles of a workspace's own. Each is tried by who should not.
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvals, delegations, messages, users } from '../../db/schema/index.ts';
import { addCampaign, addPeople, planFor } from '../../test/add-campaign.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { approvalPart } from '../approval/approval-part.ts';
import { decideApproval } from '../approval/decide-approval.ts';
import { openDecision } from '../approval/envelope.ts';
import { requestApproval } from '../approval/request-approval.ts';
import { changeUser } from '../tenants/change-user.ts';
import { listPublicKeys } from '../tenants/list-public-keys.ts';
import { type Actor, demandOpen, type Role } from '../tenants/roles.ts';
import { addRole, changeRole, removeRole } from './custom-roles.ts';
import { delegate, endDelegation } from './delegations.ts';
import { personOf } from './person-of.ts';

type Person = Extract<Actor, { kind: 'person' }>;

let ws: TestWorkspace;
let lawyer: Person;
let manager: Person;
beforeAll(async () => {
  ws = await openTestWorkspace();
  [lawyer, manager] = [await ws.person('approver'), await ws.person('manager')];
  const stages = [
    { name: 'manager', roles: ['approver', 'admin'] },
    { name: 'compliance', roles: ['approver', 'admin'] },
    { name: 'legal', roles: ['approver', 'admin'], people: [lawyer.userId] },
  ];
  const rules = [
    { name: 'large mails', when: { recipients: 3, channels: ['email'] }, stages },
    { name: 'never', when: { types: ['seasonal'] }, stages: [{ name: 'one' }] },
  ];
  const settings = JSON.stringify({ ...ws.tenant.settings, approval: { rules } });
  await ws.database.pool.query('update tenants set settings = $1 where id = $2', [settings, ws.tenant.id]);
});
afterAll(() => ws.close());

async function ask(count: number, by: Actor = manager) {
  const people = await ws.as(by, (ctx) => addPeople(ctx, { count }));
  const campaignId = await ws.as(by, (ctx) => addCampaign(ctx));
  const plan = planFor(people);
  const { approvalId } = await ws.as(by, (ctx) => requestApproval(ctx, { campaignId, plan }));
  const { digest } = await ws.as(by, (ctx) => approvalPart(ctx, approvalId));
  return { approvalId, digest };
}
type Asked = Awaited<ReturnType<typeof ask>>;
const approve = (by: Actor, asked: Asked) =>
  ws.as(by, (ctx) => decideApproval(ctx, { ...asked, decision: 'approve' }));
const queued = async ({ approvalId }: Asked) =>
  (await ws.system((ctx) => ctx.tx.select().from(messages).where(eq(messages.approvalId, approvalId))))
    .length;
const forbidden = { code: 'approval:forbidden' };

describe('stages', () => {
  it('are passed one after the other, each by somebody else, and queue nothing before the last', async () => {
    const asked = await ask(3);
    const [first, second] = [await ws.person('approver'), await ws.person('admin')];
    expect((await approve(first, asked)).status).toBe('requested');
    await expect(approve(first, asked)).rejects.toMatchObject(forbidden);
    expect((await approve(second, asked)).policyWords).toContain('Stage 3 of 3, legal');
    for (const by of [first, second, await ws.person('admin')])
      await expect(approve(by, asked)).rejects.toMatchObject(forbidden);
    expect(await queued(asked)).toBe(0);
    expect((await approve(lawyer, asked)).status).toBe('approved');
    expect(await queued(asked)).toBe(3);
    const [row] = await ws.system((ctx) =>
      ctx.tx.select().from(approvals).where(eq(approvals.id, asked.approvalId)),
    );
    const [key] = await listPublicKeys(ws.database);
    const signed = openDecision(row!.envelope, key!.publicKey);
    expect(signed?.stages?.map(({ stage, userId }) => [stage, userId])).toEqual([
      ['manager', first.userId],
      ['compliance', second.userId],
    ]);
  });

  it('are not passed twice by two who press at once', async () => {
    const asked = await ask(3);
    const both = [await ws.person('approver'), await ws.person('approver')];
    await Promise.allSettled(both.map((by) => approve(by, asked)));
    const [row] = await ws.system((ctx) =>
      ctx.tx.select().from(approvals).where(eq(approvals.id, asked.approvalId)),
    );
    expect([row!.stage, row!.status]).toEqual([(row!.stagesPassed as unknown[]).length, 'requested']);
    expect(await queued(asked)).toBe(0);
  });

  it('bar who asked at every one of them, and end with one no', async () => {
    const author = await ws.person('admin');
    const asked = await ask(3, author);
    await expect(approve(author, asked)).rejects.toMatchObject(forbidden);
    await approve(await ws.person('approver'), asked);
    const no = await ws.as(await ws.person('admin'), (ctx) =>
      decideApproval(ctx, { ...asked, decision: 'reject' }),
    );
    expect(no.status).toBe('rejected');
    await expect(approve(lawyer, asked)).rejects.toMatchObject({ code: 'approval:decided' });
    expect(await queued(asked)).toBe(0);
  });

  it('are for what the rule says and for nothing else', async () => {
    const small = await ask(2);
    expect((await approve(await ws.person('approver'), small)).status).toBe('approved');
  });
});

describe('somebody who is away', () => {
  const soon = () => new Date(Date.now() + 3_600_000).toISOString();
  async function leave(to: Actor) {
    const away = await ws.person('approver');
    const delegateId = (to as Person).userId;
    const startsAt = new Date(Date.now() - 1000).toISOString();
    const { id } = await ws.as(away, (ctx) => delegate(ctx, { delegateId, startsAt, endsAt: soon() }));
    return { away, id };
  }

  it('is stood in for by the colleague they named, until it ends', async () => {
    const colleague = await ws.person('manager');
    const [first, second] = [await ask(1), await ask(1)];
    await expect(approve(colleague, first)).rejects.toMatchObject({ code: 'auth:forbidden' });
    const { away, id } = await leave(colleague);
    expect((await approve(colleague, first)).decidedBy).toBe(colleague.name);
    await ws.as(away, (ctx) => endDelegation(ctx, { id }));
    await expect(approve(colleague, second)).rejects.toMatchObject({ code: 'auth:forbidden' });
  });

  it('passes no right on that is barred: to whoever asked, or from whoever asked', async () => {
    const author = await ws.person('manager');
    await leave(author);
    await expect(approve(author, await ask(3, author))).rejects.toMatchObject(forbidden);
    const colleague = await ws.person('manager');
    const { away } = await leave(colleague);
    await expect(approve(colleague, await ask(3, away))).rejects.toMatchObject(forbidden);
  });

  it('does not stand at two stages by two people', async () => {
    const colleague = await ws.person('manager');
    const { away } = await leave(colleague);
    const asked = await ask(3);
    await approve(away, asked);
    await expect(approve(colleague, asked)).rejects.toMatchObject(forbidden);
  });

  it('gives nothing to scripts, to the closed, beyond its time, or without the right', async () => {
    const colleague = await ws.person('manager');
    const { id } = await leave(colleague);
    const asked = await ask(1);
    await expect(approve({ ...colleague, surface: 'token' }, asked)).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
    await expect(approve({ ...colleague, needsProof: true }, asked)).rejects.toMatchObject({
      code: 'auth:second_factor',
    });
    await ws.system((ctx) =>
      ctx.tx.update(delegations).set({ endsAt: sql`now()` }).where(eq(delegations.id, id)),
    );
    await expect(approve(colleague, asked)).rejects.toMatchObject({ code: 'auth:forbidden' });
    const given = { delegateId: colleague.userId, endsAt: soon() };
    for (const by of [colleague, await ws.person('viewer'), { ...lawyer, surface: 'token' } as const])
      await expect(ws.as(by, (ctx) => delegate(ctx, given))).rejects.toMatchObject({
        code: 'auth:forbidden',
      });
    const forEver = { ...given, endsAt: '2036-01-01T00:00:00Z' };
    await expect(ws.as(lawyer, (ctx) => delegate(ctx, forEver))).rejects.toMatchObject({
      code: 'input:invalid',
    });
  });
});

describe('a role of the workspace’s own', () => {
  const as = async (userId: string) => {
    const [row] = await ws.system((ctx) => ctx.tx.select().from(users).where(eq(users.id, userId)));
    return personOf(row!, 'console');
  };
  const make = (admin: Actor, base: Role, rights: ('read' | 'approve' | 'administer' | 'draft')[]) =>
    ws.as(admin, (ctx) => addRole(ctx, { name: `${base} ${rights.join()}`, base, rights }));

  it('is a built-in one with less, at once and everywhere', async () => {
    const admin = await ws.person('admin');
    const role = await make(admin, 'approver', ['read', 'draft']);
    const { userId } = await ws.person('approver');
    await ws.as(admin, (ctx) => changeUser(ctx, { userId, customRoleId: role.id }));
    const limited = await as(userId);
    await expect(approve(limited, await ask(1))).rejects.toMatchObject({ code: 'auth:forbidden' });
    await expect(ws.as(admin, (ctx) => removeRole(ctx, { id: role.id }))).rejects.toMatchObject({
      code: 'role:exists',
    });
    await ws.as(admin, (ctx) => changeUser(ctx, { userId, role: 'approver' }));
    expect((await approve(await as(userId), await ask(1))).status).toBe('approved');
    await ws.as(admin, (ctx) => removeRole(ctx, { id: role.id }));
  });

  it('gives no more in somebody’s place than it has itself, or than they have', async () => {
    const admin = await ws.person('admin');
    const reading = await make(admin, 'approver', ['read', 'draft']);
    const [colleague, away] = [await ws.person('approver'), await ws.person('approver')];
    const endsAt = new Date(Date.now() + 3_600_000).toISOString();
    const startsAt = new Date(Date.now() - 1000).toISOString();
    const given = { delegateId: colleague.userId, startsAt, endsAt };
    await ws.as(away, (ctx) => delegate(ctx, given));
    const reduce = ({ userId }: Person) =>
      ws.as(admin, (ctx) => changeUser(ctx, { userId, customRoleId: reading.id }));
    await reduce(colleague);
    expect((await approve(await as(colleague.userId), await ask(1))).status).toBe('approved');
    await reduce(away);
    await expect(approve(await as(colleague.userId), await ask(1))).rejects.toMatchObject(forbidden);
  });

  it('is changed at once for whoever has it, and may keep tools and parts of the API shut', async () => {
    const admin = await ws.person('admin');
    const role = await make(admin, 'manager', ['read', 'draft']);
    const { userId } = await ws.person('manager');
    await ws.as(admin, (ctx) => changeUser(ctx, { userId, customRoleId: role.id }));
    const before = await as(userId);
    expect(() => demandOpen(before, 'tool:draft_campaign')).not.toThrow();
    const closed = ['tool:draft_campaign', 'area:audit'] as const;
    const given = { name: 'Reader', base: 'viewer', rights: ['read'] } as const;
    await ws.as(admin, (ctx) =>
      changeRole(ctx, { ...given, rights: ['read'], closed: [...closed], id: role.id }),
    );
    const changed = await as(userId);
    expect(changed).toMatchObject({ role: 'viewer', rights: ['read'] });
    for (const one of closed)
      expect(() => demandOpen(changed, one)).toThrow(expect.objectContaining({ code: 'auth:forbidden' }));
    expect(() => demandOpen(changed, 'tool:find_customers')).not.toThrow();
    await ws.as(admin, (ctx) => changeUser(ctx, { userId, role: 'manager' }));
    expect((await as(userId)).closed).toBeUndefined();
    const other = await make(admin, 'viewer', ['read']);
    const renamed = { ...given, rights: ['read' as const], name: 'READER', id: other.id };
    await expect(ws.as(admin, (ctx) => changeRole(ctx, renamed))).rejects.toMatchObject({
      code: 'role:exists',
    });
    const widened = { ...given, rights: ['approve' as const], id: other.id };
    await expect(ws.as(admin, (ctx) => changeRole(ctx, widened))).rejects.toMatchObject({
      code: 'input:invalid',
    });
    await expect(ws.as(lawyer, (ctx) => changeRole(ctx, renamed))).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
  });

  it('never has more than its base, and is made by a signed-in admin only', async () => {
    const admin = await ws.person('admin');
    await expect(make(admin, 'viewer', ['read', 'approve'])).rejects.toMatchObject({ code: 'input:invalid' });
    for (const by of [lawyer, { ...admin, surface: 'token' } as const])
      await expect(make(by, 'viewer', ['read'])).rejects.toMatchObject({ code: 'auth:forbidden' });
    const reading = await make(admin, 'admin', ['read']);
    const reader = { ...admin, rights: reading.rights };
    await expect(make(reader, 'viewer', ['read'])).rejects.toMatchObject({ code: 'auth:forbidden' });
  });
});
