import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { surfaceApps, surfaceCodes, surfaceLinks, surfaceStrangers, users } from '../../db/schema/index.ts';
import { sha256 } from '../../lib/crypto.ts';
import { AppError } from '../../lib/errors.ts';
import { personOf } from '../access/person-of.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { type Actor, can, demand, type Surface } from '../tenants/roles.ts';
import { linkCode, readLinkCode } from './link-code.ts';
import { unknownApp } from './surface-apps.ts';

type Person = Extract<Actor, { kind: 'person' }>;
type Account = { appId: string; externalId: string };

/** Who an account of a platform is, with the role they have now; null for strangers. */
export async function findLinked(
  ctx: Ctx,
  { appId, externalId, surface }: Account & { surface: string },
): Promise<Person | null> {
  const [row] = await ctx.tx
    .select({ user: users, linkedBy: surfaceLinks.linkedBy })
    .from(surfaceLinks)
    .innerJoin(users, eq(users.id, surfaceLinks.userId))
    .where(
      and(eq(surfaceLinks.appId, appId), eq(surfaceLinks.externalId, externalId), isNull(users.disabledAt)),
    );
  return row ? toActor(row, surface) : null;
}

/** Says that they said or pressed something just now: on a platform with a window it is open from then. */
export async function noteHeard(ctx: Ctx, { appId, externalId }: Account): Promise<void> {
  await ctx.tx
    .update(surfaceLinks)
    .set({ lastSaidAt: ctx.now })
    .where(and(eq(surfaceLinks.appId, appId), eq(surfaceLinks.externalId, externalId)));
}

/** The person as they act on that surface; whoever linked the account for them goes along (`vouchedBy`). */
export function toActor(
  { user, linkedBy }: { user: typeof users.$inferSelect; linkedBy: string | null },
  surface: string,
): Person {
  return personOf(user, surface as Surface, linkedBy && linkedBy !== user.id ? { vouchedBy: linkedBy } : {});
}

/**
 * An admin says whose account that is. Such an account is no second pair of eyes for the admin who linked it
 * (core/approval/may-decide.ts). Throws `surface:unknown`, `user:unknown`.
 */
export async function linkAccount(ctx: Ctx, input: Account & { userId: string }): Promise<void> {
  demand(ctx.actor, 'administer');
  demandSignedIn(ctx.actor);
  const [app] = await ctx.tx.select().from(surfaceApps).where(eq(surfaceApps.id, input.appId));
  if (!app) throw unknownApp();
  const [user] = await ctx.tx.select({ id: users.id }).from(users).where(eq(users.id, input.userId));
  if (!user) throw new AppError('user:unknown', 'There is no such person in this workspace.');
  await storeLink(ctx, { ...input, linkedBy: ctx.actor.kind === 'person' ? ctx.actor.userId : input.userId });
}

async function storeLink(ctx: Ctx, link: Account & { userId: string; linkedBy: string }): Promise<void> {
  const { userId, linkedBy } = link;
  const [row] = await ctx.tx
    .insert(surfaceLinks)
    .values({ ...link, tenantId: ctx.tenant.id, createdAt: ctx.now })
    .onConflictDoUpdate({
      target: [surfaceLinks.tenantId, surfaceLinks.appId, surfaceLinks.externalId],
      set: { userId, linkedBy },
    })
    .returning({ id: surfaceLinks.id });
  const { appId, externalId } = link;
  await recordAudit(ctx, {
    action: 'surface.linked',
    subject: userId,
    data: { linkId: row!.id, appId, externalId, linkedBy },
  });
}

/** Ends a link: one's own, or anybody's for an admin. Throws `surface:unknown`. */
export async function unlinkAccount(ctx: Ctx, { linkId }: { linkId: string }): Promise<void> {
  demand(ctx.actor, 'read');
  demandSignedIn(ctx.actor);
  const own = ctx.actor.kind === 'person' && ctx.actor.role !== 'admin' ? ctx.actor.userId : null;
  const [row] = await ctx.tx
    .delete(surfaceLinks)
    .where(and(eq(surfaceLinks.id, linkId), own ? eq(surfaceLinks.userId, own) : undefined))
    .returning();
  if (!row) throw new AppError('surface:unknown', 'There is no such link.');
  await recordAudit(ctx, { action: 'surface.unlinked', subject: row.userId, data: { linkId } });
}

export const surfaceLinkRow = z.object({
  id: z.uuid(),
  appId: z.uuid(),
  surface: z.string(),
  externalId: z.string(),
  userId: z.uuid(),
  name: z.string(),
});

export async function listLinks(ctx: Ctx): Promise<z.infer<typeof surfaceLinkRow>[]> {
  demand(ctx.actor, 'read');
  const { id, appId, externalId, userId } = surfaceLinks;
  return ctx.tx
    .select({ id, appId, surface: surfaceApps.surface, externalId, userId, name: users.name })
    .from(surfaceLinks)
    .innerJoin(users, eq(users.id, userId))
    .innerJoin(surfaceApps, eq(surfaceApps.id, appId))
    .orderBy(asc(users.name), asc(id));
}

const CODE_MINUTES = 15;

/** A code that links whatever account says it first to the acting person, once, within 15 minutes. */
export async function createLinkCode(ctx: Ctx): Promise<{ code: string; expiresAt: string }> {
  demand(ctx.actor, 'read');
  demandSignedIn(ctx.actor);
  if (ctx.actor.kind !== 'person')
    throw new AppError('auth:forbidden', 'Only a person has accounts to link.');
  // The linked account may decide as they may, so that it is linked as surely.
  if (can(ctx.actor, 'approve')) demand(ctx.actor, 'approve');
  const code = linkCode();
  const [row] = await ctx.tx
    .insert(surfaceCodes)
    .values({
      tenantId: ctx.tenant.id,
      userId: ctx.actor.userId,
      codeHash: sha256(readLinkCode(code)),
      expiresAt: sql`now() + make_interval(mins => ${CODE_MINUTES})`,
    })
    .returning({ expiresAt: surfaceCodes.expiresAt });
  return { code, expiresAt: row!.expiresAt.toISOString() };
}

/** After so many wrong codes an account is not heard with one for an hour. */
const MAX_FAILED = 5;

/** Links the account that said it; false for a code that is none, was used, or is over. */
export async function redeemLinkCode(ctx: Ctx, { code, ...account }: Account & { code: string }) {
  const stranger = await meetStranger(ctx, account);
  if (stranger.isBarred) return false;
  const [used] = await ctx.tx
    .update(surfaceCodes)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(surfaceCodes.codeHash, sha256(readLinkCode(code))),
        isNull(surfaceCodes.usedAt),
        gt(surfaceCodes.expiresAt, sql`now()`),
      ),
    )
    .returning({ userId: surfaceCodes.userId });
  if (used) {
    await storeLink(ctx, { ...account, userId: used.userId, linkedBy: used.userId });
    return true;
  }
  await ctx.tx
    .update(surfaceStrangers)
    .set({ failedCodes: sql`${surfaceStrangers.failedCodes} + 1`, lastFailedAt: sql`now()` })
    .where(eq(surfaceStrangers.id, stranger.id));
  return false;
}

/** Remembers who is nobody here; `isNew` the first time. */
export async function meetStranger(ctx: Ctx, { appId, externalId }: Account) {
  const [met] = await ctx.tx
    .insert(surfaceStrangers)
    .values({ tenantId: ctx.tenant.id, appId, externalId, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: surfaceStrangers.id });
  if (met) return { id: met.id, isNew: true, isBarred: false };
  const [known] = await ctx.tx
    .select({
      id: surfaceStrangers.id,
      isBarred: sql<boolean>`${surfaceStrangers.failedCodes} >= ${MAX_FAILED}
        and ${surfaceStrangers.lastFailedAt} > now() - interval '1 hour'`,
    })
    .from(surfaceStrangers)
    .where(and(eq(surfaceStrangers.appId, appId), eq(surfaceStrangers.externalId, externalId)));
  return { id: known!.id, isNew: false, isBarred: known!.isBarred };
}
