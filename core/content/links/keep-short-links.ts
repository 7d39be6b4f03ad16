import { eq } from 'drizzle-orm';
import { shortLinks } from '../../../db/schema/index.ts';
import type { Ctx, Database } from '../../context.ts';
import type { ShortLink } from './short-links.ts';

// A statement takes at most 65,535 parameters.
const AT_ONCE = 5000;

/** Keeps where the short addresses of a campaign's messages lead; the same one is kept once. */
export async function keepShortLinks(
  ctx: Ctx,
  { campaignId, links }: { campaignId: string; links: readonly ShortLink[] },
): Promise<void> {
  const rows = links.map((link) => ({ ...link, campaignId, tenantId: ctx.tenant.id }));
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await ctx.tx
      .insert(shortLinks)
      .values(rows.slice(at, at + AT_ONCE))
      .onConflictDoNothing();
}

export type FoundLink = typeof shortLinks.$inferSelect;

/** Where a short address leads, of whichever workspace: only the code says whose it is. Null when nobody sent it. */
export async function findShortLink(database: Database, code: string): Promise<FoundLink | null> {
  const [found] = await database.owner.select().from(shortLinks).where(eq(shortLinks.code, code));
  return found ?? null;
}
