// Who is told that an approval is asked for: whoever may decide and does not see the place where it was asked.
import { sql } from 'drizzle-orm';
import type { SurfaceRegistry } from '../../channels/surface-contract.ts';
import { approvals } from '../../db/schema/index.ts';
import { isEligible } from '../approval/stages.ts';
import type { Ctx } from '../context.ts';
import { wantCard } from './cards.ts';
import { linkOf } from './want-alerts.ts';

type Due = { approvalId: string; appId: string; externalId: string };

/**
 * Wants a card for everybody who may decide at the stage that is due (by their role, by a role of the workspace's own, by
 * name, or for somebody who is away), where they talk to us, of each campaign's approval that somebody else asked for.
 * Not of one that is shown in a place that others see, nor while its asker is still being answered: it may
 * come there. Each once.
 */
export async function wantApprovals(ctx: Ctx, surfaces: SurfaceRegistry): Promise<void> {
  const shared = JSON.stringify(
    Object.fromEntries([...surfaces.values()].map(({ key, sharedPlaces = [] }) => [key, sharedPlaces])),
  );
  const { rows } = await ctx.tx.execute<Due>(sql`
    select approvals.id as "approvalId", l.app_id as "appId", l.external_id as "externalId"
    from approvals
    join campaigns c on c.id = approvals.campaign_id and not c.is_answer
    join users who on who.id is distinct from approvals.requested_by
      and not approvals.policy -> 'barred' ? who.id::text and ${isEligible({ userId: sql`who.id` })}
    cross join lateral (${linkOf(ctx, { userIds: sql`array[who.id]`, surfaces })}) l
    where ${approvals.status} = 'requested' and ${approvals.expiresAt} > ${ctx.now}
      and not exists (
        select 1 from surface_turns t where t.user_id = approvals.requested_by and t.status in ('queued', 'running'))
      and not exists (
        select 1 from surface_cards s join surface_apps p on p.id = s.app_id
        where s.kind = 'approval' and s.subject_id = approvals.id
          and (s.place = '@' || l.external_id or (${shared}::jsonb -> p.surface) ? left(s.place, 1)))
    order by approvals.id limit 50`);
  for (const { approvalId: subjectId, appId, externalId } of rows)
    await wantCard(ctx, { appId, place: `@${externalId}`, kind: 'approval', subjectId });
}
