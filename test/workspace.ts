// A test's own workspace: database, tenant, and a context opener for each kind of person.
import type { Ctx, Tenant, Within } from '../core/context.ts';
import type { Actor, Role, Surface } from '../core/tenants/roles.ts';
import { createTenant, openContexts } from '../core/tenants/workspace.ts';
import type { Database } from '../db/client.ts';
import { users } from '../db/schema/index.ts';
import { createClock } from '../lib/clock.ts';
import { createKeyring } from '../lib/crypto.ts';
import { newId } from '../lib/ids.ts';
import { openTestDatabase } from './database.ts';
import { watchChanges } from './watch-changes.ts';

export const TEST_NOW = '2026-11-21T03:00:00Z';
export const TEST_KEYS = createKeyring('a secret that is only used by tests, never anywhere else');

export const openTestWorkspace = async (settings: unknown = {}, now = TEST_NOW) =>
  openWorkspaceOn(await openTestDatabase(), { settings, now });

/** A workspace in a database that the test opened itself: a new one, or one that is there. */
export async function openWorkspaceOn(
  database: Database,
  { settings = {}, now = TEST_NOW, of }: { settings?: unknown; now?: string; of?: Tenant } = {},
) {
  const tenant =
    of ?? (await createTenant(database, TEST_KEYS, { slug: `t-${newId()}`, name: 'Test', settings }));
  const system: Actor = { kind: 'system', name: 'test' };
  const contexts = { clock: createClock(now), keys: TEST_KEYS };
  const { inTenant, demandLogged, unwatched } = watchChanges(database);
  const watched = openContexts({ ...contexts, database: { ...database, inTenant } });
  const fill: Within = (...given) => unwatched(() => watched(...given));
  const within: Within = (tenantId, actor, ...work) =>
    (actor.name === system.name ? fill : watched)(tenantId, actor, ...work);
  return {
    database,
    tenant,
    within,
    keys: TEST_KEYS,
    as: <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) => fill(tenant.id, actor, work),
    system: <T>(work: (ctx: Ctx) => Promise<T>) => fill(tenant.id, system, work),
    /** Adds a user and answers the actor they are. */
    person: async (role: Role, surface: Surface = 'console'): Promise<Extract<Actor, { kind: 'person' }>> => {
      const userId = newId();
      const name = `${role} ${userId.slice(-4)}`;
      await fill(tenant.id, system, (ctx) =>
        ctx.tx
          .insert(users)
          .values({ id: userId, tenantId: tenant.id, email: `${userId}@example.com`, name, role }),
      );
      return { kind: 'person', userId, name, role, surface };
    },
    close: async () => {
      await database.close();
      demandLogged();
    },
  };
}

export type TestWorkspace = Awaited<ReturnType<typeof openTestWorkspace>>;
