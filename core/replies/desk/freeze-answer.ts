import { answers, approvals, campaigns, campaignVersions } from '../../../db/schema/index.ts';
import { newId } from '../../../lib/ids.ts';
import { currentRequestId } from '../../../lib/request-id.ts';
import { readCapacity } from '../../approval/capacity.ts';
import type { RowContent } from '../../approval/digest.ts';
import type { ManifestHeader } from '../../approval/header.ts';
import type { ApprovalPolicy } from '../../approval/policy.ts';
import { storeManifest, storeRows } from '../../approval/store-manifest.ts';
import { recordAudit } from '../../audit/record.ts';
import { draftSchema } from '../../campaigns/draft.ts';
import type { Ctx } from '../../context.ts';

const EXPIRES_MS = 24 * 3_600_000;
// Whoever may answer: one person is enough for one message.
const POLICY: ApprovalPolicy = {
  roles: ['manager', 'approver', 'admin'],
  stages: [],
  secondPerson: null,
  barred: [],
};
/** Matches nobody, should anything ever read it as a campaign. */
const NOBODY = { all: [{ op: 'known', field: 'name' }, { not: { op: 'known', field: 'name' } }] };

type Input = {
  conversationId: string;
  replyId: string;
  name: string;
  content: RowContent;
  /** Of the channel's window, where it has one: what is approved after that could not go out. */
  closesAt: Date | null;
  threadId?: string | undefined;
  toolCallId?: string | undefined;
};
export type FrozenAnswer = { approvalId: string; digest: string; campaignId: string };

/** Freezes one message to one person as a manifest of one row, and asks for its approval. */
export async function freezeAnswer(ctx: Ctx, input: Input): Promise<FrozenAnswer> {
  const { content, name } = input;
  const writtenBy = ctx.actor.kind === 'person' ? ctx.actor.userId : null;
  const campaignId = await makeRow(ctx, { name, writtenBy });
  const header = await answerHeader(ctx, { campaignId, name, content, frozenBy: writtenBy });
  await storeRows(ctx, { manifestId: header.manifestId, contents: [content] });
  const digest = await storeManifest(ctx, header);
  const approvalId = newId();
  await ctx.tx.insert(approvals).values({
    id: approvalId,
    tenantId: ctx.tenant.id,
    manifestId: header.manifestId,
    ...{ campaignId, digest, policy: POLICY, requestedBy: writtenBy },
    threadId: input.threadId ?? null,
    toolCallId: input.toolCallId ?? null,
    expiresAt: new Date(Math.min(ctx.now.getTime() + EXPIRES_MS, input.closesAt?.getTime() ?? Infinity)),
    requestId: currentRequestId() ?? null,
  });
  const { conversationId, replyId } = input;
  await ctx.tx.insert(answers).values({
    tenantId: ctx.tenant.id,
    ...{ conversationId, replyId, campaignId, approvalId, writtenBy, text: content.rendered.text },
    createdAt: ctx.now,
  });
  await recordAudit(ctx, {
    action: 'answer.frozen',
    subject: replyId,
    data: { approvalId, digest, conversationId },
  });
  return { approvalId, digest, campaignId };
}

async function makeRow(ctx: Ctx, { name, writtenBy }: { name: string; writtenBy: string | null }) {
  const own = { tenantId: ctx.tenant.id, createdBy: writtenBy, createdAt: ctx.now };
  const [row] = await ctx.tx
    .insert(campaigns)
    .values({ ...own, name, type: 'answer', isAnswer: true, updatedAt: ctx.now })
    .returning({ id: campaigns.id });
  const draft = draftSchema.parse({ name, type: 'answer', filter: NOBODY });
  await ctx.tx
    .insert(campaignVersions)
    .values({ ...own, campaignId: row!.id, version: 1, draft, change: 'answered' });
  return row!.id;
}

type Heading = { campaignId: string; name: string; content: RowContent; frozenBy: string | null };

async function answerHeader(
  ctx: Ctx,
  { campaignId, name, content, frozenBy }: Heading,
): Promise<ManifestHeader> {
  const { sender, timeZone, quietHours, frequencyCap } = ctx.tenant.settings;
  const channels = { [content.channel]: 1 };
  const { costWords, warnings } = await readCapacity(ctx, { channels });
  return {
    format: 'refrain-manifest/1',
    manifestId: newId(),
    tenantId: ctx.tenant.id,
    ...{ campaignId, campaign: name, type: 'answer', version: 1, occurrence: 0, kind: 'answer', test: null },
    frozenAt: ctx.now.toISOString(),
    frozenBy,
    schedule: { kind: 'now' },
    sender: { name: sender.company, email: sender.email },
    ...{ timeZone, quietHours, frequencyCap, costWords, warnings },
    totals: { recipients: 1, customers: 1, channels },
    value: null,
    excluded: [],
  };
}
