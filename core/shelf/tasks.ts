import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { campaigns, contacts, customers, messages, shelfMessages, users } from '../../db/schema/index.ts';
import { renderedContent } from '../approval/digest.ts';
import { TASK_CHANNEL } from '../content/spoken/channels.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

export const OUTCOMES = ['reached', 'not_reached', 'wrong_number', 'no_more_calls'] as const;
export type TaskOutcome = (typeof OUTCOMES)[number];

export const task = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  address: z.string(),
  text: z.string(),
  customer: z.string().nullable(),
  contact: z.string().nullable(),
  campaignId: z.uuid(),
  campaign: z.string(),
  isTest: z.boolean(),
  outcome: z.enum(OUTCOMES).nullable(),
  note: z.string().nullable(),
  doneBy: z.string().nullable(),
  doneAt: z.iso.datetime().nullable(),
});
export type Task = z.infer<typeof task>;

type Asked = { view: 'open' | 'done'; limit: number };

/** Calls to make, the oldest first; or those made, the latest first. */
export async function listTasks(ctx: Ctx, { view, limit }: Asked): Promise<Task[]> {
  demand(ctx.actor, 'read');
  const isOpen = view === 'open';
  const rows = await ctx.tx
    .select({
      id: shelfMessages.messageId,
      at: shelfMessages.at,
      address: shelfMessages.address,
      content: shelfMessages.content,
      customer: customers.name,
      contact: contacts.name,
      campaignId: campaigns.id,
      campaign: campaigns.name,
      occurrence: messages.occurrence,
      outcome: shelfMessages.outcome,
      note: shelfMessages.note,
      doneBy: users.name,
      doneAt: shelfMessages.doneAt,
    })
    .from(shelfMessages)
    .innerJoin(messages, eq(messages.id, shelfMessages.messageId))
    .innerJoin(campaigns, eq(campaigns.id, messages.campaignId))
    .leftJoin(customers, eq(customers.id, messages.customerId))
    .leftJoin(contacts, eq(contacts.id, messages.contactId))
    .leftJoin(users, eq(users.id, shelfMessages.doneBy))
    .where(
      and(
        eq(shelfMessages.channel, TASK_CHANNEL),
        isOpen ? isNull(shelfMessages.doneAt) : isNotNull(shelfMessages.doneAt),
      ),
    )
    .orderBy(...(isOpen ? [asc(shelfMessages.at), asc(shelfMessages.id)] : [desc(shelfMessages.doneAt)]))
    .limit(limit);
  return rows.map(({ at, content, occurrence, doneAt, outcome, ...row }) => ({
    ...row,
    at: at.toISOString(),
    text: renderedContent.parse(content).text,
    isTest: occurrence > 0,
    outcome: task.shape.outcome.parse(outcome),
    doneAt: doneAt?.toISOString() ?? null,
  }));
}
