import { eq } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { tenants } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';

/** The workspace that somebody signs in to: the named one, or the only one. Whoever asks is nobody yet: no names. */
export async function findSignInTenant(
  { owner }: Pick<Database, 'owner'>,
  slug?: string,
): Promise<{ id: string; slug: string }> {
  const found = await owner
    .select({ id: tenants.id, slug: tenants.slug })
    .from(tenants)
    .where(slug ? eq(tenants.slug, slug) : undefined)
    .limit(2);
  if (found.length === 1) return found[0]!;
  throw new AppError('tenant:unknown', 'Say which workspace you sign in to.', {
    nextStep: 'Open the page with ?workspace= and its short name.',
  });
}
