import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { approvals, campaigns } from '../../db/schema/index.ts';
import { equalInConstantTime } from '../../lib/crypto.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import type { ApprovalPart } from '../parts.ts';
import { can, demand } from '../tenants/roles.ts';
import { decideApproval } from './decide-approval.ts';
import type { ApprovalRow } from './find-approval.ts';
import { explainRefusal } from './refused-decision.ts';
import { MAX_FAILED_CODES, readCode, shortCode } from './short-code.ts';

export type TypedCode = { code: string; decision: 'approve' | 'reject'; comment?: string };

const CODE = /^(?:(approve|yes|ok|reject|no)[\s:,]+)?([0-9a-z]{3}-?[0-9a-z]{3})(?:[\s:,.]+(.{1,500}))?$/isu;

/**
 * A sentence that is a short code, alone or with its decision in front ("approve 7K2QXM", "reject 7K2QXM too early").
 * A code is one word with a digit and a letter: neither "remind" nor "top 100" is one.
 */
export function looksLikeCode(sentence: string): TypedCode | null {
  const [, word, typed, comment] = CODE.exec(sentence.trim()) ?? [];
  if (!typed || !/\d/.test(typed) || !/[a-z]/i.test(typed)) return null;
  const isRejecting = /^(reject|no)$/i.test(word ?? '');
  // Without the word that decides, more text than the code is a sentence about something else.
  if (comment && !word) return null;
  return {
    code: readCode(typed),
    decision: isRejecting ? 'reject' : 'approve',
    ...(comment ? { comment: comment.trim() } : {}),
  };
}

/**
 * Decides the pending approval that has this code, as the button would; the code of one that is over says why it
 * decides nothing any more (`approval:decided`, `approval:stale`, `approval:expired`). A code that fits none answers
 * null and counts against every pending approval; after five wrong ones their codes are refused (`approval:code`).
 * Whoever may only answer has the codes of answers: any other one is refused (`approval:forbidden`), code or not.
 */
export async function redeemCode(ctx: Ctx, input: TypedCode): Promise<ApprovalPart | null> {
  const onlyAnswers = !can(ctx.actor, 'approve');
  if (onlyAnswers && !can(ctx.actor, 'answer')) throw noRight();
  if (!onlyAnswers) demand(ctx.actor, 'approve');
  const pending = await ctx.tx
    .select()
    .from(approvals)
    .where(
      and(
        eq(approvals.status, 'requested'),
        gt(approvals.expiresAt, ctx.now),
        onlyAnswers ? inArray(approvals.campaignId, answersOf(ctx)) : undefined,
      ),
    );
  const code = readCode(input.code);
  const found = pending.find((row) => equalInConstantTime(shortCode(ctx.keys, row), code));
  if (!found && onlyAnswers) throw noRight();
  if (!found) {
    const over = await findOver(ctx, code);
    if (over) throw await explainRefusal(ctx, { row: over, digest: over.digest });
    await countFailure(
      ctx,
      pending.map(({ id }) => id),
    );
    return null;
  }
  if (found.failedCodes >= MAX_FAILED_CODES) {
    throw new AppError(
      'approval:code',
      'Too many wrong codes were tried: this is decided by its button now.',
      {
        nextStep: 'Open the approval in the console.',
        where: { approvalId: found.id },
      },
    );
  }
  const { decision, comment } = input;
  return decideApproval(ctx, { approvalId: found.id, digest: found.digest, decision, comment });
}

const noRight = () =>
  new AppError('approval:forbidden', 'That looks like a short code, and you may not decide approvals here.', {
    nextStep: 'Ask an approver or an admin, signed in as themselves.',
  });

const answersOf = ({ tx }: Ctx) =>
  tx.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.isAnswer, true));

// People type a code again out of their own chat: what was asked lately is enough.
const LATELY = 200;

async function findOver(ctx: Ctx, code: string): Promise<ApprovalRow | undefined> {
  const recent = await ctx.tx.select().from(approvals).orderBy(desc(approvals.createdAt)).limit(LATELY);
  return recent.find((row) => equalInConstantTime(shortCode(ctx.keys, row), code));
}

async function countFailure(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.tx
    .update(approvals)
    .set({ failedCodes: sql`${approvals.failedCodes} + 1` })
    .where(inArray(approvals.id, [...ids]));
  await recordAudit(ctx, { action: 'approval.wrong_code', data: { pending: ids.length } });
}
