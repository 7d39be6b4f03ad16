import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Home } from '../../channels/surface-contract.ts';
import { campaigns } from '../../db/schema/index.ts';
import { listWaiting } from '../approval/list-waiting.ts';
import type { Ctx } from '../context.ts';
import { repliesPart } from '../replies/replies-part.ts';
import { demand } from '../tenants/roles.ts';

const SHOWN = 5;

/** What somebody wants to see first: what waits for them, who wrote, and how their own campaigns are. */
export async function readHome(ctx: Ctx): Promise<Home> {
  demand(ctx.actor, 'read');
  const own = ctx.actor.kind === 'person' ? eq(campaigns.createdBy, ctx.actor.userId) : undefined;
  const rows = await ctx.tx
    .select({ id: campaigns.id, name: campaigns.name, status: campaigns.status })
    .from(campaigns)
    .where(
      and(
        own,
        isNull(campaigns.deletedAt),
        eq(campaigns.isAnswer, false),
        inArray(campaigns.status, ['draft', 'waiting', 'scheduled', 'sending', 'paused', 'done']),
      ),
    )
    .orderBy(desc(campaigns.updatedAt))
    .limit(SHOWN);
  const waiting = (await listWaiting(ctx)).filter(({ canDecide }) => canDecide);
  const { replies } = await repliesPart(ctx, { status: 'open', limit: 50 });
  return {
    name: ctx.actor.name,
    // Buttons decide here; a code would only be one more thing to leak.
    waiting: waiting.slice(0, SHOWN).map(({ shortCode: _, ...part }) => part),
    replies: replies.filter(({ needsHuman }) => needsHuman).slice(0, SHOWN),
    campaigns: rows,
  };
}
