import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEvents, sessions, signInLinks, users } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { createSignInLink } from './create-sign-in-link.ts';
import { createUser } from './create-user.ts';
import { findSession } from './find-session.ts';
import { listUsers } from './list-users.ts';
import { redeemSignInLink } from './redeem-sign-in-link.ts';
import { signOut } from './sign-out.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
});
afterAll(() => workspace.close());

async function linkFor(role: 'viewer' | 'manager' | 'approver' | 'admin' = 'manager') {
  const person = await workspace.person(role);
  const link = await workspace.system((ctx) => createSignInLink(ctx, { userId: person.userId }));
  return { person, link };
}
const redeem = (token: string) => redeemSignInLink(workspace, token);
const actions = (subject: string) =>
  workspace.system(async (ctx) =>
    (await ctx.tx.select().from(auditEvents).where(eq(auditEvents.subject, subject))).map(
      (row) => row.action,
    ),
  );

describe('a sign-in link', () => {
  it('opens a session of its user, on the record, and keeps no token in clear', async () => {
    const { person, link } = await linkFor('approver');
    const session = await redeem(link.token);
    const found = await findSession(workspace.database, session.token);
    expect(found?.actor).toEqual(person);
    expect(found?.tenantId).toBe(workspace.tenant.id);
    expect(await actions(person.userId)).toEqual(['sign_in_link.created', 'session.opened']);
    const stored = await workspace.database.owner.select().from(sessions);
    const links = await workspace.database.owner.select().from(signInLinks);
    expect(JSON.stringify([stored, links])).not.toContain(session.token);
    expect(JSON.stringify([stored, links])).not.toContain(link.token);
  });

  it('works once, also when two browsers redeem it at the same moment', async () => {
    const { person, link } = await linkFor();
    const results = await Promise.allSettled([redeem(link.token), redeem(link.token), redeem(link.token)]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const rows = await workspace.database.owner
      .select()
      .from(sessions)
      .where(eq(sessions.userId, person.userId));
    expect(rows).toHaveLength(1);
  });

  it('answers a used, an expired and an invented link in the same words', async () => {
    const { link: used } = await linkFor();
    await redeem(used.token);
    const { link: expired, person } = await linkFor();
    await workspace.database.owner
      .update(signInLinks)
      .set({ expiresAt: sql`now() - interval '1 second'` })
      .where(eq(signInLinks.userId, person.userId));
    const errors = await Promise.all(
      [used.token, expired.token, 'invented', ''].map((token) => redeem(token).catch((error) => error)),
    );
    expect(errors.map((error) => error.code)).toEqual(Array(4).fill('auth:link_used'));
    expect(new Set(errors.map((error) => error.message)).size).toBe(1);
  });

  it('lives for a quarter of an hour', async () => {
    const { person } = await linkFor();
    const { rows } = await workspace.database.pool.query<{ seconds: string }>(
      `select extract(epoch from expires_at - created_at)::int as seconds from sign_in_links where user_id = $1`,
      [person.userId],
    );
    expect(rows).toEqual([{ seconds: 15 * 60 }]);
  });

  it('for somebody else is made on the machine only: nobody becomes their own second pair of eyes', async () => {
    const [admin, local] = [await workspace.person('admin'), await workspace.person('admin', 'terminal')];
    const { userId } = await workspace.person('approver');
    const afar = workspace.as(admin, (ctx) => createSignInLink(ctx, { userId }));
    await expect(afar).rejects.toMatchObject({ code: 'auth:forbidden' });
    expect((await workspace.as(local, (ctx) => createSignInLink(ctx, { userId }))).token).toBeTruthy();
    const own = await workspace.as(admin, (ctx) => createSignInLink(ctx, { userId: admin.userId }));
    expect(own.token).toBeTruthy();
  });

  it('is refused for somebody of nowhere, to non-admins and to scripts', async () => {
    const unknown = workspace.system((ctx) => createSignInLink(ctx, { userId: newId() }));
    await expect(unknown).rejects.toMatchObject({ code: 'user:unknown' });
    const { person } = await linkFor();
    const byManager = workspace.as(person, (ctx) => createSignInLink(ctx, { userId: person.userId }));
    await expect(byManager).rejects.toMatchObject({ code: 'auth:forbidden' });
    const script = await workspace.person('admin', 'token');
    const byScript = workspace.as(script, (ctx) => createSignInLink(ctx, { userId: script.userId }));
    await expect(byScript).rejects.toMatchObject({ code: 'auth:forbidden' });
  });
});

describe('a session', () => {
  it('ends by signing out, for good and on the record', async () => {
    const { person, link } = await linkFor();
    const { token } = await redeem(link.token);
    const { sessionId } = (await findSession(workspace.database, token))!;
    await workspace.as(person, (ctx) => signOut(ctx, { sessionId: sessionId! }));
    await workspace.as(person, (ctx) => signOut(ctx, { sessionId: sessionId! }));
    expect(await findSession(workspace.database, token)).toBeNull();
    expect(await actions(person.userId)).toEqual([
      'sign_in_link.created',
      'session.opened',
      'session.closed',
    ]);
  });

  it('ends by its time', async () => {
    const { person, link } = await linkFor();
    const { token } = await redeem(link.token);
    await workspace.database.owner
      .update(sessions)
      .set({ expiresAt: sql`now() - interval '1 second'` })
      .where(eq(sessions.userId, person.userId));
    expect(await findSession(workspace.database, token)).toBeNull();
  });

  it('carries the role the person has now, not the one at sign-in', async () => {
    const { person, link } = await linkFor('approver');
    const { token } = await redeem(link.token);
    await workspace.database.owner.update(users).set({ role: 'viewer' }).where(eq(users.id, person.userId));
    expect((await findSession(workspace.database, token))?.actor.role).toBe('viewer');
  });
});

describe('the people of a workspace', () => {
  it('are added by an admin, each address once', async () => {
    const admin = await workspace.person('admin');
    const nok = { email: 'Nok@example.com', name: 'Nok', role: 'manager' as const };
    const added = await workspace.as(admin, (ctx) => createUser(ctx, nok));
    const again = workspace.as(admin, (ctx) => createUser(ctx, { ...nok, email: 'nok@EXAMPLE.com' }));
    await expect(again).rejects.toMatchObject({ code: 'user:exists' });
    expect(await workspace.as(admin, listUsers)).toContainEqual(added);
  });

  it('are not added by anybody else', async () => {
    for (const actor of [await workspace.person('approver'), await workspace.person('admin', 'token')]) {
      const tried = workspace.as(actor, (ctx) =>
        createUser(ctx, { email: `${newId()}@example.com`, name: 'X', role: 'admin' }),
      );
      await expect(tried).rejects.toMatchObject({ code: 'auth:forbidden' });
    }
  });
});
