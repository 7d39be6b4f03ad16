import { eq, sql } from 'drizzle-orm';
import { apiTokens } from '../../db/schema/index.ts';
import { randomToken, sha256 } from '../../lib/crypto.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from './demand-signed-in.ts';
import { demand } from './roles.ts';

/**
 * Gives the acting person their one API token, in clear this once; an earlier one stops working. What it may do
 * is the person's role, less approving (core/tenants/roles.ts).
 */
export async function createApiToken(ctx: Ctx): Promise<{ token: string }> {
  const userId = ownUserId(ctx);
  // A prefix of our own lets secret scanners recognise a leaked token.
  const token = `refrain_${randomToken(32)}`;
  const fresh = { tokenHash: sha256(token), createdAt: sql`now()`, lastUsedAt: null };
  await ctx.tx
    .insert(apiTokens)
    .values({ tenantId: ctx.tenant.id, userId, tokenHash: fresh.tokenHash })
    .onConflictDoUpdate({ target: apiTokens.userId, set: fresh });
  await recordAudit(ctx, { action: 'api_token.created', subject: userId });
  return { token };
}

/** Takes the acting person's token back; without one nothing happens. */
export async function revokeApiToken(ctx: Ctx): Promise<void> {
  const userId = ownUserId(ctx);
  const gone = await ctx.tx.delete(apiTokens).where(eq(apiTokens.userId, userId)).returning();
  if (gone.length > 0) await recordAudit(ctx, { action: 'api_token.revoked', subject: userId });
}

function ownUserId({ actor }: Ctx): string {
  demand(actor, 'read');
  demandSignedIn(actor);
  if (actor.kind === 'person') return actor.userId;
  throw new AppError('auth:forbidden', 'Only a person has an API token.');
}
