// Who may decide on a manifest, and when a second person must.
import { and, inArray, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '../../db/schema/index.ts';
import { formatMoney } from '../../lib/money.ts';
import { joinWords } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';
import { ROLES } from '../tenants/roles.ts';
import type { ManifestHeader } from './header.ts';

export const approvalPolicy = z.object({
  roles: z.array(z.enum(ROLES)),
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
  const { roles } = ctx.tenant.settings.approval;
  const secondPerson = header.test?.kind === 'address' ? null : secondPersonFor(ctx, header);
  const requester = ctx.actor.kind === 'person' ? ctx.actor.userId : null;
  const involved = [...new Set([requester, authorId].filter((id) => id !== null))];
  return { roles, secondPerson, barred: secondPerson === null ? [] : involved };
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
export async function policyWords(ctx: Ctx, policy: ApprovalPolicy): Promise<string> {
  const who = `Any ${joinWords(policy.roles, 'or')} may decide`;
  const rule = policy.secondPerson
    ? `${who}, but neither who asked nor who wrote it, because ${policy.secondPerson}.`
    : `${who}.`;
  const able = await ctx.tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        inArray(users.role, policy.roles),
        policy.barred.length > 0 ? notInArray(users.id, policy.barred) : undefined,
      ),
    )
    .limit(1);
  if (able.length > 0) return rule;
  return `${rule} Nobody in this workspace is such a person: add an approver, or change the approval settings.`;
}
