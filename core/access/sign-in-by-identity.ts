import { and, eq, sql } from 'drizzle-orm';
import { identities, users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import type { Identity } from '../../lib/identity-provider.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx, Within } from '../context.ts';
import { type Actor, ROLES, type Role } from '../tenants/roles.ts';
import { demandSeat } from '../tenants/tiers.ts';
import { openSession } from './open-session.ts';
import { personOf } from './person-of.ts';

const SIGN_IN: Actor = { kind: 'system', name: 'single sign-on' };

export type IdentitySignIn = {
  tenantId: string;
  identity: Identity;
  /** Which group has which role; whoever is in none of them does not come in. */
  roles: ReadonlyMap<string, Role>;
  device?: string | undefined;
};

type User = typeof users.$inferSelect;

/**
 * Opens a session for somebody whom the provider knows. They are found by their identity there, else by a verified
 * address, else they are added. Their groups say the role, each time anew; the highest counts. Throws `auth:forbidden`
 * for somebody without a role, without an address, or whose account is closed.
 */
export async function signInByIdentity(within: Within, input: IdentitySignIn): Promise<string> {
  const { tenantId, identity, device } = input;
  const role = highest(identity.groups.flatMap((group) => input.roles.get(group) ?? []));
  if (!role) throw forbidden('None of your groups has a role here.');
  const user = await within(tenantId, SIGN_IN, async (ctx) => {
    const known =
      (await findKnown(ctx, identity)) ??
      (await adopt(ctx, identity)) ??
      (await add(ctx, { identity, role }));
    return known.role === role ? known : giveRole(ctx, { user: known, role });
  });
  const proof = identity.isProvenTwice ? 'factor' : null;
  return within(tenantId, personOf(user, 'console'), (ctx) =>
    openSession(ctx, { userId: user.id, method: 'sso', proof, device }),
  );
}

const highest = (roles: readonly Role[]): Role | undefined =>
  roles.toSorted((a, b) => ROLES.indexOf(b) - ROLES.indexOf(a))[0];

async function findKnown(ctx: Ctx, { issuer, subject }: Identity): Promise<User | null> {
  const [row] = await ctx.tx
    .select({ user: users })
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)));
  return row?.user ?? null;
}

/** Somebody who was here before the provider was. */
async function adopt(ctx: Ctx, identity: Identity): Promise<User | null> {
  if (!identity.email) return null;
  const [user] = await ctx.tx
    .select()
    .from(users)
    .where(eq(sql`lower(${users.email})`, identity.email.toLowerCase()));
  if (user) await remember(ctx, { user, identity });
  return user ?? null;
}

async function add(ctx: Ctx, { identity, role }: { identity: Identity; role: Role }): Promise<User> {
  const { email } = identity;
  if (!email) throw forbidden('Your provider does not say an address of yours that it has verified.');
  await demandSeat(ctx);
  const name = identity.name?.trim().slice(0, 120) || email;
  const [user] = await ctx.tx
    .insert(users)
    .values({ tenantId: ctx.tenant.id, email, name, role })
    .returning();
  await recordAudit(ctx, { action: 'user.created', subject: user!.id, data: { role, by: identity.issuer } });
  await remember(ctx, { user: user!, identity });
  return user!;
}

async function remember(ctx: Ctx, { user, identity }: { user: User; identity: Identity }): Promise<void> {
  const { issuer, subject } = identity;
  await ctx.tx.insert(identities).values({ tenantId: ctx.tenant.id, userId: user.id, issuer, subject });
  await recordAudit(ctx, { action: 'identity.linked', subject: user.id, data: { issuer, subject } });
}

/** What the groups say, but never away from the only admin: nobody could administer any more. */
async function giveRole(ctx: Ctx, { user, role }: { user: User; role: Role }): Promise<User> {
  const admins = await ctx.tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.role, 'admin'))
    .for('update');
  if (user.role === 'admin' && admins.length === 1) return user;
  const none = { customRoleId: null, rights: null, closed: null };
  const [changed] = await ctx.tx
    .update(users)
    .set({ role, ...none })
    .where(eq(users.id, user.id))
    .returning();
  const data = { before: user.role, after: role, by: 'groups' };
  await recordAudit(ctx, { action: 'user.changed', subject: user.id, data });
  return changed!;
}

const forbidden = (message: string) =>
  new AppError('auth:forbidden', message, {
    nextStep: 'Ask whoever runs your sign-in for a group or a verified address.',
  });
