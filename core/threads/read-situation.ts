import { and, desc, eq } from 'drizzle-orm';
import { approvals, threads } from '../../db/schema/index.ts';
import type { CalendarDate } from '../../lib/dates.ts';
import type { Filter } from '../audience/filter.ts';
import type { CampaignStatus, Draft } from '../campaigns/draft.ts';
import { readCampaign } from '../campaigns/read-campaign.ts';
import type { Ctx } from '../context.ts';
import { keepVocabulary, TURN_EACH_MS } from '../read-vocabulary.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** What "it" means in a thread. */
export type ThreadState = {
  campaign: {
    id: string;
    name: string;
    type: string;
    status: CampaignStatus;
    version: number;
    draft: Draft;
  } | null;
  /** The filter of the last count or list, when no campaign was made of it. */
  lastFilter: Filter | null;
  /** The one before it, when it was another. */
  earlierFilter?: Filter | null;
  pendingApproval: boolean;
  /** What was said and done before, oldest first. */
  earlier: readonly EarlierTurn[];
};

/** A sentence of the person, and the calls that it led to and that went through. */
export type EarlierTurn = {
  said: string;
  calls: { name: string; args: Record<string, unknown>; campaignId: string | null }[];
};

/** All that a mind may know besides the messages. */
export type Situation = {
  today: CalendarDate;
  timeZone: string;
  /** What amounts without a currency are in. */
  currency: string;
  person: { name: string };
  vocabulary: Vocabulary;
  thread: ThreadState;
};

/** Reads the tenant's words and what the thread is about, as they are now. */
export async function readSituation(ctx: Ctx, threadId: string): Promise<Situation> {
  return {
    today: ctx.today,
    timeZone: ctx.tenant.settings.timeZone,
    currency: ctx.tenant.settings.currency,
    person: { name: ctx.actor.name },
    vocabulary: await keepVocabulary(ctx, { eachMs: TURN_EACH_MS }),
    thread: await readThreadState(ctx, threadId),
  };
}

async function readThreadState(ctx: Ctx, threadId: string): Promise<ThreadState> {
  const [thread] = await ctx.tx.select().from(threads).where(eq(threads.id, threadId));
  if (!thread?.campaignId) return { campaign: null, lastFilter: null, pendingApproval: false, earlier: [] };
  const { id, name, type, status, version, draft } = await readCampaign(ctx, thread.campaignId);
  return {
    campaign: { id, name, type, status, version, draft },
    lastFilter: null,
    pendingApproval: (await findPendingApproval(ctx, id)) !== null,
    earlier: [],
  };
}

/** The newest approval of a campaign that still waits for a decision, by id. */
export async function findPendingApproval(ctx: Ctx, campaignId: string): Promise<string | null> {
  const [row] = await ctx.tx
    .select({ id: approvals.id })
    .from(approvals)
    .where(and(eq(approvals.campaignId, campaignId), eq(approvals.status, 'requested')))
    .orderBy(desc(approvals.createdAt))
    .limit(1);
  return row?.id ?? null;
}
