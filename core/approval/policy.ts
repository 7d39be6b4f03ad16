// Who may decide on a manifest, and when a second person must.
import { and, inArray, isNull, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '../../db/schema/index.ts';
import { formatMoney } from '../../lib/money.ts';
import { joinWords } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';
import type { ApprovalRule } from '../tenants/approval-settings.ts';
import { ROLES } from '../tenants/roles.ts';
import type { ManifestHeader } from './header.ts';
import { type PassedStage, stagesOf } from './stages.ts';

export const approvalStage = z.object({
  name: z.string().trim().min(1).max(60),
  roles: z.array(z.enum(ROLES)).min(1),
  /** Who of them; nobody named is any of them. */
  people: z.array(z.uuid()).default([]),
});

export const approvalPolicy = z.object({
  roles: z.array(z.enum(ROLES)),
  /** One after the other, each by somebody else; none is one, by the roles above. */
  stages: z.array(approvalStage).default([]),
  /** Why a second person decides; null when one may do it alone. */
  secondPerson: z.string().nullable(),
  /** With a second person: who asked, and who wrote the version. Neither may approve it. */
  barred: z.array(z.uuid()),
});
export type ApprovalPolicy = z.infer<typeof approvalPolicy>;

type Input = { header: ManifestHeader; authorId: string | null };

/**
 * The policy as the tenant's settings have it now; it is kept with the approval, so that loosening the settings
 * afterwards does not open what is already asked.
 */
export function makePolicy(ctx: Ctx, { header, authorId }: Input): ApprovalPolicy {
  const { roles, rules } = ctx.tenant.settings.approval;
  const isToTester = header.test?.kind === 'address';
  const rule = isToTester ? undefined : rules.find(({ when }) => applies(ctx, { when, header }));
  const ofRule = rule?.secondPerson ? `the rule “${rule.name}” wants it` : null;
  const secondPerson = isToTester ? null : (ofRule ?? secondPersonFor(ctx, header));
  const requester = ctx.actor.kind === 'person' ? ctx.actor.userId : null;
  const involved = [...new Set([requester, authorId].filter((id) => id !== null))];
  const stages = rule?.stages ?? [];
  return { roles, stages, secondPerson, barred: secondPerson === null ? [] : involved };
}

type Applying = { when: ApprovalRule['when']; header: ManifestHeader };

/** Whether every condition of a rule holds. What the contracts are worth and is not known counts as above the line. */
function applies(ctx: Ctx, { when, header: { totals, value, type } }: Applying): boolean {
  const { currency } = ctx.tenant.settings;
  const isWorth = (minor: number): boolean => {
    if (value === null) return false;
    const own = value.known.find((money) => money.currency === currency)?.minor ?? 0;
    return own >= minor || value.unknown > 0 || value.known.some((money) => money.currency !== currency);
  };
  return (
    (when.recipients === undefined || totals.recipients >= when.recipients) &&
    (when.valueMinor === undefined || isWorth(when.valueMinor)) &&
    (when.channels === undefined || when.channels.some((channel) => (totals.channels[channel] ?? 0) > 0)) &&
    (when.types === undefined || when.types.includes(type))
  );
}

function secondPersonFor(ctx: Ctx, { totals, value }: ManifestHeader): string | null {
  const { secondPersonAboveRecipients: many, secondPersonAboveMinor: worth } = ctx.tenant.settings.approval;
  const { currency } = ctx.tenant.settings;
  if (many !== null && totals.recipients > many) {
    return `there are more than ${many.toLocaleString('en')} recipients`;
  }
  if (worth === null || value === null) return null;
  const own = value.known.find((money) => money.currency === currency)?.minor ?? 0;
  if (own > worth) return `the contracts are worth more than ${formatMoney({ minor: worth, currency })}`;
  // What is not known, or is in another currency, may well be above the line.
  const isOpen = value.unknown > 0 || value.known.some((money) => money.currency !== currency);
  return isOpen
    ? `part of the contracts’ value is not known, and above ${formatMoney({ minor: worth, currency })} a second person decides`
    : null;
}

/** The rule in words; says so when nobody in the workspace may decide. */
export async function policyWords(
  ctx: Ctx,
  { policy, stage, passed }: { policy: ApprovalPolicy; stage: number; passed: readonly PassedStage[] },
): Promise<string> {
  const stages = stagesOf(policy);
  const now = stages[Math.min(stage, stages.length - 1)]!;
  const place = stages.length > 1 ? `Stage ${stage + 1} of ${stages.length}, ${now.name}: any` : 'Any';
  const before = passed.map((one) => ` ${one.name} said yes for ${one.stage}.`).join('');
  const who = `${place} ${joinWords(now.roles, 'or')}${now.people.length > 0 ? ' of those named' : ''} may decide`;
  const rule = policy.secondPerson
    ? `${who}, but neither who asked nor who wrote it, because ${policy.secondPerson}.`
    : `${who}.`;
  const barred = [...policy.barred, ...passed.map(({ userId }) => userId)];
  const able = await ctx.tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        isNull(users.disabledAt),
        inArray(users.role, now.roles),
        now.people.length > 0 ? inArray(users.id, now.people) : undefined,
        barred.length > 0 ? notInArray(users.id, barred) : undefined,
      ),
    )
    .limit(1);
  if (able.length > 0) return rule + before;
  return `${rule}${before} Nobody in this workspace is such a person: add an approver, or change the approval settings.`;
}
