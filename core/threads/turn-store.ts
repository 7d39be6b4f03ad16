// The rows that a turn of the agent reads and writes, each step in a transaction of its own.
import { and, eq } from 'drizzle-orm';
import { approvals, threadMessages, threads } from '../../db/schema/index.ts';
import { AppError, isAppError } from '../../lib/errors.ts';
import { newId } from '../../lib/ids.ts';
import { approvalPart } from '../approval/approval-part.ts';
import { looksLikeCode, redeemCode } from '../approval/redeem-code.ts';
import type { AskAnswer } from '../ask-answer.ts';
import { firstOf } from '../audience/shown-audience.ts';
import { draftParts } from '../campaigns/draft-parts.ts';
import { readCampaign } from '../campaigns/read-campaign.ts';
import type { Ctx, Within } from '../context.ts';
import type { ApprovalPart, Part } from '../parts.ts';
import type { Actor } from '../tenants/roles.ts';
import { appendThreadMessage } from './append-thread-message.ts';
import { composeAnswer } from './compose-answer.ts';
import { createThread } from './create-thread.ts';
import { leaseThread, releaseThread } from './lease-thread.ts';

type Who = { tenantId: string; actor: Actor };
type Where = Who & { threadId: string; turnId?: string };
type Beginning = Who & { threadId?: string | undefined; turnId?: string | undefined; text: string };
type Finishing = Omit<Where, 'threadId'> & { held: Held; isShown?: boolean };
type Message = { role: 'person' | 'agent'; parts: Part[]; provenance?: unknown };

// How long a sentence waits for the one before it in the same thread.
const WAIT_MS = 30_000;
const RETRY_MS = 150;
const RENEW_MS = 30_000;

const SYSTEM: Actor = { kind: 'system', name: 'agent' };

/** A thread whose turn it is. */
type Held = {
  threadId: string;
  /** Gives it back, in a transaction that does more. */
  endIn(ctx: Ctx): Promise<void>;
  /** Gives it back, unless that is done. */
  release(): Promise<void>;
};
type Begun = Held & {
  /** Nothing was said in it before. */
  isNew: boolean;
  /** The sentence is kept. */
  isSaid: boolean;
};
type Answered = Message & { reply: string; decidedId?: string | undefined };

export function createTurnStore({ within }: { within: Within }) {
  /** Waits for the thread, else throws `thread:busy`; `take` answers null while another turn has it. */
  async function hold(
    { tenantId, actor, owner }: Who & { owner: string },
    take: (ctx: Ctx) => Promise<string | null>,
  ): Promise<Held> {
    const deadline = Date.now() + WAIT_MS;
    let threadId = await within(tenantId, actor, take);
    while (!threadId) {
      if (Date.now() > deadline) {
        throw new AppError('thread:busy', 'This conversation is still answering the sentence before.', {
          nextStep: 'Wait for that answer, or begin a new conversation.',
        });
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      threadId = await within(tenantId, actor, take);
    }
    const lease = { threadId, owner };
    const renew = () => within(tenantId, actor, (ctx) => leaseThread(ctx, lease)).catch(() => undefined);
    const renewal = setInterval(() => void renew(), RENEW_MS);
    let isOver = false;
    return {
      threadId,
      endIn: async (ctx) => {
        clearInterval(renewal);
        await releaseThread(ctx, lease);
        isOver = true;
      },
      release: async () => {
        clearInterval(renewal);
        if (!isOver) await within(tenantId, actor, (ctx) => releaseThread(ctx, lease));
      },
    };
  }

  return {
    /** Waits for the thread's turn, else throws `thread:busy`. */
    lease: ({ tenantId, actor, threadId }: Where): Promise<Held> => {
      const owner = newId();
      return hold({ tenantId, actor, owner }, async (ctx) =>
        (await leaseThread(ctx, { threadId, owner })) ? threadId : null,
      );
    },

    /**
     * The same for a sentence, in a new thread without one. It is kept at once, unless it may be an approval's code or have
     * been kept before.
     */
    async begin({ tenantId, actor, threadId, turnId, text }: Beginning): Promise<Begun> {
      // A turn that is gone on with after a crash holds the thread already: whoever has the turn has its thread.
      const owner = turnId ?? newId();
      const isNew = threadId === undefined;
      const isSaid = (isNew || turnId === undefined) && !looksLikeCode(text);
      const held = await hold({ tenantId, actor, owner }, async (ctx) => {
        const id = threadId ?? (await createThread(ctx, { title: text, owner })).id;
        if (!isNew && !(await leaseThread(ctx, { threadId: id, owner }))) return null;
        const parts: Part[] = [{ kind: 'text', text }];
        if (isSaid) await appendThreadMessage(ctx, { threadId: id, turnId, role: 'person', parts });
        return id;
      });
      return { ...held, isNew, isSaid };
    },

    /** Keeps the answer, tells it, and gives the thread back. It is kept even where it cannot be told. */
    async finish(
      { tenantId, actor, turnId, isShown = false, held }: Finishing,
      { reply, decidedId, ...message }: Answered,
    ): Promise<AskAnswer> {
      const { threadId } = held;
      const keep = async (ctx: Ctx) => {
        await appendThreadMessage(ctx, { threadId, turnId, ...message });
        if (decidedId) await markReported(ctx, decidedId);
      };
      try {
        return await within(tenantId, actor, async (ctx) => {
          await keep(ctx);
          const answer = await composeAnswer(ctx, { threadId, isShown, reply, parts: message.parts });
          await held.endIn(ctx);
          return answer;
        });
      } catch (error) {
        if (isAppError(error)) await within(tenantId, actor, keep);
        throw error;
      }
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
      within(tenantId, SYSTEM, (ctx) => markReported(ctx, approvalId)),

    readApproval: (tenantId: string, actor: Actor, approvalId: string) =>
      within(tenantId, actor, (ctx) => approvalPart(ctx, approvalId)),
  };
}

async function markReported(ctx: Ctx, approvalId: string): Promise<void> {
  await ctx.tx.update(approvals).set({ reportedAt: ctx.now }).where(eq(approvals.id, approvalId));
}

export type TurnStore = ReturnType<typeof createTurnStore>;
