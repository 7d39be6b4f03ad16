import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { apiTokens, users } from '../../db/schema/index.ts';
import { sha256 } from '../../lib/crypto.ts';
import { personOf } from '../access/person-of.ts';
import type { Person } from './find-session.ts';
import type { Capability } from './roles.ts';

/** The person whose script is asking, or null, also once it ended; such an actor may prepare and never approve. */
export async function findApiToken(database: Database, token: string): Promise<Person | null> {
  const [found] = await database.owner
    .select({ id: apiTokens.id, tenantId: apiTokens.tenantId, scopes: apiTokens.scopes, user: users })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(
      and(
        eq(apiTokens.tokenHash, sha256(token)),
        isNull(users.disabledAt),
        or(isNull(apiTokens.expiresAt), gt(apiTokens.expiresAt, sql`now()`)),
      ),
    );
  if (!found) return null;
  await noteUse(database, found.id);
  const limits = found.scopes ? { scopes: found.scopes as Capability[] } : {};
  const actor = personOf(found.user, 'token', limits);
  return { tenantId: found.tenantId, sessionId: null, tokenId: found.id, actor };
}

// Once a minute is exact enough to see which tokens are in use, and spares a write a request.
const noteUse = (database: Database, id: string) =>
  database.owner
    .update(apiTokens)
    .set({ lastUsedAt: sql`now()` })
    .where(
      and(
        eq(apiTokens.id, id),
        or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, sql`now() - interval '1 minute'`)),
      ),
    );
