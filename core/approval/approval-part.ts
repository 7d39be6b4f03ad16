import { eq, inArray } from 'drizzle-orm';
import { manifests, users } from '../../db/schema/index.ts';
import { formatMoney } from '../../lib/money.ts';
import { joinWords, plural } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';
import type { ApprovalPart } from '../parts.ts';
import { can, demand } from '../tenants/roles.ts';
import { type ApprovalRow, findApproval } from './find-approval.ts';
import { type ManifestHeader, manifestHeader } from './header.ts';
import { mayDecide } from './may-decide.ts';
import { approvalPolicy, policyWords } from './policy.ts';
import { repeatWords, scheduleWords } from './schedule-words.ts';
import { MAX_FAILED_CODES, shortCode } from './short-code.ts';
import { passedStages } from './stages.ts';

/** What an approver sees; the short code is in it for a signed-in person who may decide, and for nobody else. */
export async function approvalPart(ctx: Ctx, approvalId: string): Promise<ApprovalPart> {
  demand(ctx.actor, 'read');
  const row = await findApproval(ctx, approvalId);
  const [manifest] = await ctx.tx.select().from(manifests).where(eq(manifests.id, row.manifestId));
  const header = manifestHeader.parse(manifest?.header);
  const canDecide = await mayDecide(ctx, row);
  const names = await namesOf(ctx, [row.requestedBy, row.decidedBy]);
  return {
    kind: 'approval',
    id: row.id,
    digest: row.digest,
    ...fromHeader(ctx, header),
    status: row.status === 'requested' && row.expiresAt <= ctx.now ? 'expired' : row.status,
    policyWords: await policyWords(ctx, {
      policy: approvalPolicy.parse(row.policy),
      stage: row.stage,
      passed: passedStages.parse(row.stagesPassed),
    }),
    expiresAt: row.expiresAt.toISOString(),
    requestedBy: names.get(row.requestedBy ?? '') ?? null,
    decidedBy: names.get(row.decidedBy ?? '') ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    comment: row.comment,
    canDecide,
    ...codeFor(ctx, { row, canDecide, isAnswer: header.kind === 'answer' }),
  };
}

type Coded = { row: ApprovalRow; canDecide: boolean; isAnswer: boolean };

const codeFor = (ctx: Ctx, { row, canDecide, isAnswer }: Coded) =>
  canDecide && can(ctx.actor, isAnswer ? 'answer' : 'approve') && row.failedCodes < MAX_FAILED_CODES
    ? { shortCode: shortCode(ctx.keys, row) }
    : {};

const fromHeader = (ctx: Ctx, header: ManifestHeader) => ({
  campaignId: header.campaignId,
  campaign: header.campaign,
  version: header.version,
  isTest: header.kind === 'test',
  recipients: header.totals.recipients,
  customers: header.totals.customers,
  channels: header.totals.channels,
  schedule: header.schedule,
  scheduleWords: scheduleWords(ctx, header.schedule) + (header.repeat ? repeatWords(header.repeat) : ''),
  valueWords: header.value && valueWords(header.value),
  costWords: header.costWords,
  warnings: header.warnings,
  excluded: header.excluded,
});

function valueWords({ known, unknown }: NonNullable<ManifestHeader['value']>): string {
  const sums = known.map((money) => `${formatMoney(money)} a year`);
  const missing = unknown > 0 ? `not known for ${plural(unknown, 'customer')}` : null;
  return [sums.length > 0 ? joinWords(sums) : null, missing].filter((part) => part !== null).join(', ');
}

async function namesOf(ctx: Ctx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await ctx.tx.select().from(users).where(inArray(users.id, known));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
