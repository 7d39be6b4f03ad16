import type { Database } from '../../db/client.ts';
import { tenants } from '../../db/schema/index.ts';

/** The public half of every workspace's signing key, to be pinned where proofs are verified. */
export const listPublicKeys = (database: Database): Promise<{ slug: string; publicKey: string }[]> =>
  database.owner.select({ slug: tenants.slug, publicKey: tenants.publicKey }).from(tenants);
