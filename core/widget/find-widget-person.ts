import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { tenants, users } from '../../db/schema/index.ts';
import type { Keyring } from '../../lib/crypto.ts';
import { personOf } from '../access/person-of.ts';
import type { Person } from '../tenants/find-session.ts';
import { tenantSettings } from '../tenants/settings.ts';
import { findTier } from '../tenants/tiers.ts';
import { isSignedBy, readIdentity, widgetSecret } from './identity.ts';
import { isWidgetOn } from './is-widget-on.ts';

// A stolen token is worth little if it ends soon; the host page brings a fresh one whenever it is asked.
const MOST_MINUTES = 60;

/**
 * The person of a workspace whom its own program vouches for, with the role they have now. They act on the surface
 * `widget`: another site frames it, so nothing is approved, answered or confirmed there. Null where the widget is off, the
 * token is not the workspace's, is over, or would be valid for more than an hour.
 */
export async function findWidgetPerson(
  { database, keys }: { database: Database; keys: Keyring },
  token: string,
): Promise<Person | null> {
  const named = readIdentity(token);
  // A customer may have the e-mail address of one of the workspace's people, and is none of them all the same.
  if (!named || named.role) return null;
  const [found] = await database.owner
    .select({ tenant: tenants, user: users })
    .from(tenants)
    .innerJoin(users, eq(users.tenantId, tenants.id))
    .where(
      and(
        eq(tenants.slug, named.iss),
        isNull(users.disabledAt),
        eq(sql`lower(${users.email})`, named.sub.toLowerCase()),
        sql`to_timestamp(${named.exp}) > now()`,
        sql`to_timestamp(${named.exp}) < now() + make_interval(mins => ${MOST_MINUTES + 1}::int)`,
      ),
    );
  if (!found) return null;
  const { id: tenantId, settings } = found.tenant;
  const { widget } = tenantSettings.parse(settings);
  const number = widget.keyNumber;
  if (
    !isWidgetOn({ settings: { widget }, tier: findTier(found.tenant) }) ||
    !isSignedBy(widgetSecret(keys, { tenantId, number }), token)
  )
    return null;
  return { tenantId, sessionId: null, tokenId: null, actor: personOf(found.user, 'widget') };
}
