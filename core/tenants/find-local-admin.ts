import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { personOf } from '../access/person-of.ts';
import type { Person } from './find-session.ts';
import { findTenant } from './workspace.ts';

/**
 * On the machine itself the command line acts as the workspace's first admin, with no more rights than that person
 * has anywhere. `slug` is needed only where there are several workspaces.
 */
export async function findLocalAdmin(database: Database, slug?: string): Promise<Person> {
  const tenant = await findTenant(database, slug);
  const [user] = await database.owner
    .select()
    .from(users)
    .where(and(eq(users.tenantId, tenant.id), eq(users.role, 'admin'), isNull(users.disabledAt)))
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(1);
  if (!user) {
    throw new AppError('auth:required', `The workspace ${tenant.slug} has no admin.`, {
      nextStep: 'Give one of its users the role admin.',
    });
  }
  return { tenantId: tenant.id, sessionId: null, tokenId: null, actor: personOf(user, 'terminal') };
}
