// Looks at the pages that messages lead to, beside everything else: wanted rows are claimed with a lease, the page is asked
// outside any transaction.
import { eq, sql } from 'drizzle-orm';
import { checkedLinks } from '../../../db/schema/index.ts';
import type { Log } from '../../../lib/log.ts';
import type { LinkLook } from '../../../lib/look-at-link.ts';
import type { Within } from '../../context.ts';

export type LinkWatcher = {
  /** Begins with what is wanted, unless it has already; does not wait for it. */
  pickUp(tenantId: string): void;
  /** Stops after the pages at hand. */
  close(): Promise<void>;
};

type Deps = { within: Within; links: Pick<LinkLook, 'look'>; log: Log };

const ACTOR = { kind: 'system', name: 'links' } as const;
const AT_ONCE = 8;

export function createLinkWatcher({ log, ...deps }: Deps): LinkWatcher {
  const running = new Map<string, Promise<void>>();
  let isOpen = true;
  const run = async (tenantId: string): Promise<void> => {
    while (isOpen && (await lookAtWanted({ ...deps, tenantId })) > 0);
  };
  return {
    pickUp(tenantId) {
      if (running.has(tenantId) || !isOpen) return;
      const work = run(tenantId)
        .catch((err: unknown) => log.error({ err, tenantId }, 'links could not be looked at'))
        .finally(() => running.delete(tenantId));
      running.set(tenantId, work);
    },
    async close() {
      isOpen = false;
      await Promise.all(running.values());
    },
  };
}

/** How many it looked at; 0 when nobody wants to know, or somebody else is looking. */
export async function lookAtWanted({ within, links, tenantId }: Omit<Deps, 'log'> & { tenantId: string }) {
  const wanted = await within(tenantId, ACTOR, async (ctx) => {
    const { rows } = await ctx.tx.execute<{ id: string; url: string }>(sql`
      with next as materialized (
        select id from checked_links
        where wanted_at is not null and (lease_until is null or lease_until < now())
        order by wanted_at limit ${AT_ONCE} for update skip locked)
      update checked_links c set lease_until = now() + interval '2 minutes'
      from next where c.id = next.id
      returning c.id, c.url`);
    return rows;
  });
  const looked = await Promise.all(wanted.map(async ({ id, url }) => ({ id, ...(await links.look(url)) })));
  if (looked.length > 0)
    await within(tenantId, ACTOR, async (ctx) => {
      for (const { id, state, detail } of looked)
        await ctx.tx
          .update(checkedLinks)
          .set({ state, detail, checkedAt: sql`now()`, wantedAt: null, leaseUntil: null })
          .where(eq(checkedLinks.id, id));
    });
  return looked.length;
}
