import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { sessions, users } from '../../db/schema/index.ts';
import { sha256 } from '../../lib/crypto.ts';
import type { Actor } from './roles.ts';

/** Who is asking, in which workspace, and by what: a session, an API token, or neither (the terminal beside it). */
export type Person = {
  tenantId: string;
  actor: Extract<Actor, { kind: 'person' }>;
  sessionId: string | null;
  tokenId: string | null;
};

/** The person of a live session, with the role they have now; null when it is unknown, revoked or expired. */
export async function findSession(database: Database, token: string): Promise<Person | null> {
  const [found] = await database.owner
    .select({ sessionId: sessions.id, tenantId: sessions.tenantId, user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.tokenHash, sha256(token)),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql`now()`),
      ),
    );
  if (!found) return null;
  const { id: userId, name, role } = found.user;
  return {
    tenantId: found.tenantId,
    sessionId: found.sessionId,
    tokenId: null,
    actor: { kind: 'person', userId, name, role, surface: 'console' },
  };
}
