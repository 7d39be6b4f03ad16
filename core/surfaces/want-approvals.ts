// Who is told that an approval is asked for: whoever may decide and does not see the place where it was asked.
import { sql } from 'drizzle-orm';
import type { SurfaceRegistry } from '../../channels/surface-contract.ts';
import type { Ctx } from '../context.ts';
import { wantCard } from './cards.ts';
import { linkOf } from './want-alerts.ts';

type Due = { approvalId: string; appId: string; externalId: string };

/**
 * Wants a card for every approver and admin, where they talk to us, of each campaign's approval that somebody else asked
 * for. Not of one that is shown in a place that others see, nor while its asker is still being answered: it may
 * come there. Each once.
 */
export async function wantApprovals(ctx: Ctx, surfaces: SurfaceRegistry): Promise<void> {
  const shared = JSON.stringify(
    Object.fromEntries([...surfaces.values()].map(({ key, sharedPlaces = [] }) => [key, sharedPlaces])),
  );
  const { rows } = await ctx.tx.execute<Due>(sql`
    select a.id as "approvalId", l.app_id as "appId", l.external_id as "externalId"
    from approvals a
    join campaigns c on c.id = a.campaign_id and not c.is_answer
    join users u on u.role in ('approver', 'admin') and u.id is distinct from a.requested_by
      and u.disabled_at is null
    cross join lateral (${linkOf(ctx, { userIds: sql`array[u.id]`, surfaces })}) l
    where a.status = 'requested' and a.expires_at > ${ctx.now}
      and not exists (
        select 1 from surface_turns t where t.user_id = a.requested_by and t.status in ('queued', 'running'))
      and not exists (
        select 1 from surface_cards s join surface_apps p on p.id = s.app_id
        where s.kind = 'approval' and s.subject_id = a.id
          and (s.place = '@' || l.external_id or (${shared}::jsonb -> p.surface) ? left(s.place, 1)))
    order by a.id limit 50`);
  for (const { approvalId: subjectId, appId, externalId } of rows)
    await wantCard(ctx, { appId, place: `@${externalId}`, kind: 'approval', subjectId });
}
