// Who decides at which stage, and who may in whose place: the one condition that both the button and the statement that
// decides ask.
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { approvals, delegations, manifests, users } from '../../db/schema/index.ts';
import type { Actor } from '../tenants/roles.ts';
import type { ApprovalPolicy } from './policy.ts';

export const passedStage = z.object({
  stage: z.string(),
  userId: z.uuid(),
  name: z.string(),
  role: z.string(),
  surface: z.string(),
  at: z.iso.datetime(),
});
export type PassedStage = z.infer<typeof passedStage>;
export const passedStages = z.array(passedStage);

type Person = Extract<Actor, { kind: 'person' }>;

/** The stages of a policy; one that names none has one. */
export const stagesOf = (policy: ApprovalPolicy): ApprovalPolicy['stages'] =>
  policy.stages.length > 0 ? policy.stages : [{ name: 'approval', roles: policy.roles, people: [] }];

/** Of a row of `delegations` (d): live by the database's clock. */
const isLive = sql`d.ended_at is null and d.starts_at <= now() and d.ends_at > now()`;

/** Whether somebody is away who left this person to decide. */
export const standsIn = (userId: string): SQL =>
  sql`select 1 from ${delegations} d where d.delegate_id = ${userId} and ${isLive} limit 1`;

/**
 * That the person, or somebody who is away and left it to them, has a role of the stage that is due with the right to
 * decide, is one of its people where it names them, and passed no stage before it. For a row of `approvals`; `userId`
 * may be a column.
 */
export function isEligible({ userId }: Pick<Person, 'userId'> | { userId: SQL }): SQL {
  const stage = sql`coalesce(${approvals.policy} -> 'stages' -> ${approvals.stage}, ${approvals.policy})`;
  const passed = (id: SQL) =>
    sql`${approvals.stagesPassed} @> jsonb_build_array(jsonb_build_object('userId', ${id}))`;
  const right = sql`(select case f.kind when 'answer' then 'answer' else 'approve' end
    from ${manifests} f where f.id = ${approvals.manifestId})`;
  return sql`exists (
    select 1 from ${users} u
    where u.disabled_at is null and ${stage} -> 'roles' ? u.role
      and (u.rights is null or ${right} = any(u.rights))
      and (coalesce(${stage} -> 'people', '[]') = '[]' or ${stage} -> 'people' ? u.id::text)
      and not ${passed(sql`u.id::text`)} and not ${passed(sql`(${userId})::text`)}
      and (u.id = ${userId} or (not ${approvals.policy} -> 'barred' ? u.id::text and u.id in (
        select d.user_id from ${delegations} d where d.delegate_id = ${userId} and ${isLive}))))`;
}
