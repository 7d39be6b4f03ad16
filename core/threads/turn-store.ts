// The rows that a turn of the agent reads and writes, each step in a transaction of its own.
import { and, eq } from 'drizzle-orm';
import { approvals, threadMessages, threads } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { newId } from '../../lib/ids.ts';
import { approvalPart } from '../approval/approval-part.ts';
import { looksLikeCode, redeemCode } from '../approval/redeem-code.ts';
import { firstOf } from '../audience/shown-audience.ts';
import { draftParts } from '../campaigns/draft-parts.ts';
import { readCampaign } from '../campaigns/read-campaign.ts';
import type { Within } from '../context.ts';
import type { ApprovalPart, Part } from '../parts.ts';
import type { Actor } from '../tenants/roles.ts';
import { appendThreadMessage } from './append-thread-message.ts';
import { composeAnswer } from './compose-answer.ts';
import { createThread } from './create-thread.ts';
import { leaseThread, releaseThread } from './lease-thread.ts';

type Who = { tenantId: string; actor: Actor };
type Where = Who & { threadId: string; turnId?: string };
type Message = { role: 'person' | 'agent'; parts: Part[]; provenance?: unknown };

// How long a sentence waits for the one before it in the same thread.
const WAIT_MS = 30_000;
const RETRY_MS = 150;
const RENEW_MS = 30_000;

const SYSTEM: Actor = { kind: 'system', name: 'agent' };

export function createTurnStore({ within }: { within: Within }) {
  return {
    create: ({ tenantId, actor }: Who, firstSentence: string) =>
      within(tenantId, actor, async (ctx) => (await createThread(ctx, { title: firstSentence })).id),

    /** Waits for the thread's turn, else throws `thread:busy`; answers the release. */
    async lease({ tenantId, actor, threadId, turnId }: Where): Promise<() => Promise<void>> {
      // A turn that is gone on with after a crash holds the thread already: whoever has the turn has its thread.
      const owner = turnId ?? newId();
      const take = () => within(tenantId, actor, (ctx) => leaseThread(ctx, { threadId, owner }));
      const deadline = Date.now() + WAIT_MS;
      while (!(await take())) {
        if (Date.now() > deadline) {
          throw new AppError('thread:busy', 'This conversation is still answering the sentence before.', {
            nextStep: 'Wait for that answer, or begin a new conversation.',
          });
        }
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
      const renewal = setInterval(() => void take().catch(() => undefined), RENEW_MS);
      return async () => {
        clearInterval(renewal);
        await within(tenantId, actor, (ctx) => releaseThread(ctx, { threadId, owner }));
      };
    },

    append: ({ tenantId, actor, threadId, turnId }: Where, message: Message) =>
      within(tenantId, actor, async (ctx) => {
        await appendThreadMessage(ctx, { threadId, turnId, ...message });
      }),

    /** What is kept of a turn that was begun before; its answer is null when it did not come so far. */
    findTurn: ({ tenantId, actor, threadId }: Where, turnId: string) =>
      within(tenantId, actor, async (ctx) => {
        const rows = await ctx.tx
          .select()
          .from(threadMessages)
          .where(and(eq(threadMessages.threadId, threadId), eq(threadMessages.turnId, turnId)));
        if (rows.length === 0) return null;
        const answer = rows.find(({ role }) => role === 'agent');
        return { answer: answer ? (answer.parts as Part[]) : null };
      }),

    /** The campaign in hand as it would be shown now: its audience and messages; nothing without one. */
    partsInHand: ({ tenantId, actor, threadId }: Where): Promise<Part[]> =>
      within(tenantId, actor, async (ctx) => {
        const [thread] = await ctx.tx.select().from(threads).where(eq(threads.id, threadId));
        if (!thread?.campaignId) return [];
        const { audience, preview } = await draftParts(ctx, await readCampaign(ctx, thread.campaignId));
        return [firstOf(audience), preview];
      }),

    answer: (
      { tenantId, actor, threadId, isShown = false }: Where & { isShown?: boolean },
      said: { reply: string; parts: Part[] },
    ) => within(tenantId, actor, (ctx) => composeAnswer(ctx, { threadId, isShown, ...said })),

    /**
     * A person's sentence that is an approval's short code is a decision: it is redeemed here, before any mind
     * sees it, and kept out of the thread. Null when the sentence is none; `approval:forbidden` when the person has no
     * right to decide, whether or not the code is one.
     */
    async redeem({ tenantId, actor }: Who, sentence: string): Promise<ApprovalPart | null> {
      const found = looksLikeCode(sentence);
      if (!found) return null;
      return within(tenantId, actor, (ctx) => redeemCode(ctx, found));
    },

    threadOfApproval: (tenantId: string, approvalId: string) =>
      within(tenantId, SYSTEM, async (ctx) => {
        const [row] = await ctx.tx.select().from(approvals).where(eq(approvals.id, approvalId));
        return row?.threadId ? { threadId: row.threadId } : null;
      }),

    markReported: (tenantId: string, approvalId: string) =>
      within(tenantId, SYSTEM, async (ctx) => {
        await ctx.tx.update(approvals).set({ reportedAt: ctx.now }).where(eq(approvals.id, approvalId));
      }),

    readApproval: (tenantId: string, actor: Actor, approvalId: string) =>
      within(tenantId, actor, (ctx) => approvalPart(ctx, approvalId)),
  };
}

export type TurnStore = ReturnType<typeof createTurnStore>;
