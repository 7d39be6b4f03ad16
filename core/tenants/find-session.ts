import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { sessions, users } from '../../db/schema/index.ts';
import { randomToken, sha256 } from '../../lib/crypto.ts';
import { personOf } from '../access/person-of.ts';
import type { Actor } from './roles.ts';

/** Who is asking, in which workspace, and by what: a session, an API token, or neither (the terminal beside it). */
export type Person = {
  tenantId: string;
  actor: Extract<Actor, { kind: 'person' }>;
  sessionId: string | null;
  tokenId: string | null;
};

/** `next`: the token that takes the place of the one shown, from now on. */
export type Found = Person & { next: string | null };

// A stolen token is worth less the sooner the browser's next request makes it an old one.
const ROTATE_MINUTES = 15;
// Requests that were on their way beside the one that got the new token.
const GRACE_SECONDS = 60;

/**
 * The person of a live session, with the role they have now; null when it is unknown, revoked or expired. With
 * `mayRotate` the token is exchanged now and then. One that was exchanged long ago was copied by somebody: the session
 * ends for both.
 */
export async function findSession(
  database: Database,
  token: string,
  { mayRotate = false }: { mayRotate?: boolean } = {},
): Promise<Found | null> {
  const hash = sha256(token);
  const [found] = await statementOf(database).execute({ hash });
  if (!found) return null;
  const { session, user, isElevated, isDue, isReplayed } = found;
  const person: Found = {
    tenantId: session.tenantId,
    sessionId: session.id,
    tokenId: null,
    actor: personOf(user, 'console', isElevated ? {} : { needsProof: true }),
    next: null,
  };
  if (session.tokenHash !== hash) return isReplayed ? await end(database, session.id) : person;
  if (session.previousHash && !session.confirmedAt) await confirm(database, session.id);
  return mayRotate && isDue ? { ...person, next: await rotate(database, { id: session.id, hash }) } : person;
}

type Statement = ReturnType<typeof prepare>;
const statements = new WeakMap<Database['owner'], Statement>();

/** Asked with every request: written once, and planned once for a connection. */
function statementOf({ owner }: Database): Statement {
  const known = statements.get(owner) ?? prepare(owner);
  statements.set(owner, known);
  return known;
}

const prepare = (owner: Database['owner']) =>
  owner
    .select({
      session: sessions,
      user: users,
      isElevated: sql<boolean>`coalesce(${sessions.elevatedUntil} > now(), false)`,
      isDue: sql<boolean>`${sessions.rotatedAt} < now() - make_interval(mins => ${ROTATE_MINUTES})`,
      isReplayed: sql<boolean>`${sessions.confirmedAt} < now() - make_interval(secs => ${GRACE_SECONDS})`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        or(
          eq(sessions.tokenHash, sql.placeholder('hash')),
          eq(sessions.previousHash, sql.placeholder('hash')),
        ),
        isNull(sessions.revokedAt),
        isNull(users.disabledAt),
        gt(sessions.expiresAt, sql`now()`),
      ),
    )
    .prepare('find a session');

async function end(database: Database, id: string): Promise<null> {
  await database.owner.update(sessions).set({ revokedAt: sql`now()` }).where(eq(sessions.id, id));
  return null;
}

const confirm = (database: Database, id: string) =>
  database.owner
    .update(sessions)
    .set({ confirmedAt: sql`now()` })
    .where(and(eq(sessions.id, id), isNull(sessions.confirmedAt)));

/** Whoever comes second finds the token exchanged already, and keeps the old one for a moment. */
async function rotate(
  database: Database,
  { id, hash }: { id: string; hash: string },
): Promise<string | null> {
  const token = randomToken(32);
  const rotated = await database.owner
    .update(sessions)
    .set({
      tokenHash: sha256(token),
      previousHash: hash,
      confirmedAt: null,
      rotatedAt: sql`now()`,
      lastSeenAt: sql`now()`,
    })
    .where(and(eq(sessions.id, id), eq(sessions.tokenHash, hash)))
    .returning({ id: sessions.id });
  return rotated.length > 0 ? token : null;
}
