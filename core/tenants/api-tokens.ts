import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { apiTokens, users } from '../../db/schema/index.ts';
import { randomToken, sha256 } from '../../lib/crypto.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from './demand-signed-in.ts';
import { CAPABILITIES, can, demand } from './roles.ts';

const MOST_DAYS = 366;
/** Each token has its own limit of requests: more of them must not be more of that without end. */
const MOST_LIVE = 20;
const scopes = z.array(z.enum(CAPABILITIES).exclude(['approve', 'answer'])).min(1);

export const newApiToken = z.strictObject({
  name: z.string().trim().min(1).max(80),
  /** What it may do of what you may; without, everything that a token may. Approving it never may. */
  scopes: scopes.optional(),
  days: z.int().min(1).max(MOST_DAYS).default(90),
});

export const apiTokenRow = z.object({
  id: z.uuid(),
  name: z.string(),
  owner: z.string(),
  scopes: scopes.nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type ApiToken = z.infer<typeof apiTokenRow>;

/**
 * Makes a token for the acting person's scripts, in clear this once. It never may more than the person, whose role is
 * looked up with each request, and it ends after `days` by the database's clock. Throws
 * `input:invalid` above twenty of them.
 */
export async function createApiToken(
  ctx: Ctx,
  input: z.input<typeof newApiToken>,
): Promise<{ id: string; token: string }> {
  const userId = signedInUserId(ctx);
  const { name, days, ...given } = newApiToken.parse(input);
  if (can(ctx.actor, 'administer') && (given.scopes?.includes('administer') ?? true))
    demand(ctx.actor, 'administer');
  await demandFew(ctx, userId);
  // A prefix of our own lets secret scanners recognise a leaked token.
  const token = `refrain_${randomToken(32)}`;
  const [row] = await ctx.tx
    .insert(apiTokens)
    .values({
      tenantId: ctx.tenant.id,
      userId,
      name,
      scopes: given.scopes ?? null,
      tokenHash: sha256(token),
      expiresAt: sql`now() + make_interval(days => ${days})`,
    })
    .returning();
  const data = { name, days, scopes: given.scopes ?? null };
  await recordAudit(ctx, { action: 'api_token.created', subject: row!.id, data });
  return { id: row!.id, token };
}

async function demandFew({ tx }: Ctx, userId: string): Promise<void> {
  const live = await tx.$count(apiTokens, and(eq(apiTokens.userId, userId), isLive));
  if (live < MOST_LIVE) return;
  throw new AppError('input:invalid', `You have ${live} tokens already.`, {
    nextStep: 'End one that is not used any more.',
  });
}

const isLive = or(isNull(apiTokens.expiresAt), gt(apiTokens.expiresAt, sql`now()`));

/** The live tokens of the acting person, or of everybody for an admin; the newest first. */
export async function listApiTokens(ctx: Ctx): Promise<ApiToken[]> {
  demand(ctx.actor, 'read');
  const rows = await ctx.tx
    .select({ token: apiTokens, owner: users.name })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(and(ownOnes(ctx), isLive))
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id));
  return rows.map(({ token, owner }) => ({
    id: token.id,
    name: token.name,
    owner,
    scopes: scopes.nullable().parse(token.scopes),
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt?.toISOString() ?? null,
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
  }));
}

/** Ends a token of the acting person, or anybody's for an admin; `token:unknown` where there is none. */
export async function revokeApiToken(ctx: Ctx, tokenId: string): Promise<void> {
  signedInUserId(ctx);
  const gone = await ctx.tx
    .delete(apiTokens)
    .where(and(eq(apiTokens.id, tokenId), ownOnes(ctx)))
    .returning();
  if (gone.length === 0)
    throw new AppError('token:unknown', 'There is no such token.', { where: { tokenId } });
  const { name, userId } = gone[0]!;
  await recordAudit(ctx, { action: 'api_token.revoked', subject: tokenId, data: { name, userId } });
}

const ownOnes = ({ actor }: Ctx) =>
  actor.kind === 'person' && !can(actor, 'administer') ? eq(apiTokens.userId, actor.userId) : undefined;

function signedInUserId({ actor }: Ctx): string {
  demand(actor, 'read');
  demandSignedIn(actor);
  if (actor.kind === 'person') return actor.userId;
  throw new AppError('auth:forbidden', 'Only a person has API tokens.');
}
