import { and, desc, eq, gte, type SQL, sql } from 'drizzle-orm';
import { audienceFacts } from '../../db/queries/audience-facts.ts';
import {
  campaigns,
  contacts,
  customers,
  type NamedCode,
  type ReplyEffect,
  replies,
} from '../../db/schema/index.ts';
import { plural } from '../../lib/text.ts';
import { checkFilter } from '../audience/check-filter.ts';
import { compileFilter } from '../audience/compile-filter.ts';
import type { Filter } from '../audience/filter.ts';
import { readFilterScope } from '../audience/filter-scope.ts';
import type { Ctx } from '../context.ts';
import type { RepliesPart } from '../parts.ts';
import { type Triage, triageSchema } from '../ports.ts';
import { demand } from '../tenants/roles.ts';
import { type ShownIntent, shownIntent, shownIntentOf } from './shown-intent.ts';

export type RepliesQuery = {
  campaignId?: string | undefined;
  customerId?: string | undefined;
  intent?: ShownIntent | undefined;
  urgency?: Triage['urgency'] | undefined;
  status?: 'open' | 'done' | undefined;
  since?: Date | undefined;
  /** Only of customers who match it for certain. */
  filter?: Filter | undefined;
  /** 100 unless told. */
  limit?: number | undefined;
};

export const effectiveIntent = shownIntentOf(replies);

/** What customers answered, newest first, with everything a person needs to act on it. */
export async function repliesPart(ctx: Ctx, query: RepliesQuery): Promise<RepliesPart> {
  demand(ctx.actor, 'read');
  const rows = await joined(ctx)
    .where(await isAsked(ctx, query))
    .orderBy(desc(replies.receivedAt), desc(replies.id))
    .limit(Math.min(query.limit ?? 100, 1000));
  return { kind: 'replies', replies: rows.map(toEntry) };
}

/** One of them; null where it is not there. */
export async function replyEntry(ctx: Ctx, replyId: string): Promise<RepliesPart['replies'][number] | null> {
  demand(ctx.actor, 'read');
  const [row] = await joined(ctx).where(eq(replies.id, replyId));
  return row ? toEntry(row) : null;
}

const joined = (ctx: Ctx) =>
  ctx.tx
    .select({ reply: replies, customer: customers.name, contact: contacts.name, campaign: campaigns.name })
    .from(replies)
    .leftJoin(customers, eq(customers.id, replies.customerId))
    .leftJoin(contacts, eq(contacts.id, replies.contactId))
    .leftJoin(campaigns, eq(campaigns.id, replies.campaignId));

/** Which replies are asked for. */
export const isAsked = async (ctx: Ctx, query: RepliesQuery): Promise<SQL | undefined> =>
  and(...conditions(query), await ofCustomers(ctx, query.filter));

const conditions = ({
  campaignId,
  customerId,
  intent,
  urgency,
  status,
  since,
}: RepliesQuery): (SQL | undefined)[] => [
  campaignId ? eq(replies.campaignId, campaignId) : undefined,
  customerId ? eq(replies.customerId, customerId) : undefined,
  intent ? sql`${effectiveIntent} = ${intent}` : undefined,
  urgency ? sql`${replies.triage}->>'urgency' = ${urgency}` : undefined,
  status ? eq(replies.status, status) : undefined,
  since ? gte(replies.receivedAt, since) : undefined,
];

async function ofCustomers(ctx: Ctx, asked: Filter | undefined): Promise<SQL | undefined> {
  if (!asked) return undefined;
  const scope = await readFilterScope(ctx, asked);
  const condition = compileFilter(checkFilter(asked, scope.fields), scope);
  return sql`${replies.customerId} in (select k.customer_id from ${audienceFacts} where (${condition}) is true)`;
}

type Joined = {
  reply: typeof replies.$inferSelect;
  customer: string | null;
  contact: string | null;
  campaign: string | null;
};

function toEntry({ reply, customer, contact, campaign }: Joined): RepliesPart['replies'][number] {
  const triage = reply.triage ? triageSchema.parse(reply.triage) : null;
  return {
    id: reply.id,
    customer,
    contact: contact ?? (reply.contactId ? null : reply.identifier),
    channel: reply.channel,
    campaign,
    body: reply.body,
    receivedAt: reply.receivedAt.toISOString(),
    intent:
      (triage && shownIntent(triage, reply.doubt === 'open')) ??
      reply.effects.find(({ kind }) => kind !== 'held')?.kind ??
      null,
    urgency: triage?.urgency ?? null,
    sentiment: triage?.sentiment ?? null,
    needsHuman: triage?.needsHuman ?? true,
    action: triage?.action ?? null,
    answer: triage?.answer ?? null,
    answerInEnglish: triage?.answerInEnglish ?? null,
    mentions: triage ? mentionsOf(triage.entities) : [],
    because:
      [triage?.because ?? unreadWords(reply.triageFailures), matchWords(reply.match)]
        .filter(Boolean)
        .join('; ') || null,
    effects: doneAtOnce(reply),
    isInDoubt: reply.doubt === 'open',
  };
}

export function mentionsOf(entities: Triage['entities']): string[] {
  const { units, unitsToCancel, callAt, dates, amounts, person, phone, email, score } = entities;
  const kept = units.filter((unit) => !unitsToCancel.includes(unit));
  const said = (label: string, values: readonly (string | number | null)[]) =>
    values.some((value) => value !== null) ? `${label}: ${values.join(', ')}` : '';
  return [
    kept.length > 0 ? said('about', kept) : '',
    unitsToCancel.length > 0 ? said('to end', unitsToCancel) : '',
    said('to call', [callAt]),
    callAt === null && dates.length > 0 ? said('when', dates) : '',
    amounts.length > 0 ? said('amounts', amounts) : '',
    said('person', [person]),
    said('phone', [phone]),
    said('e-mail', [email]),
    said('score', [score]),
  ].filter(Boolean);
}

const unreadWords = (failures: number) => (failures > 0 ? 'it could not be read by triage' : null);

const matchWords = ({ contact, candidates }: Joined['reply']['match']) =>
  contact === 'several'
    ? `${candidates.length} contacts share this address`
    : contact === 'none'
      ? 'nobody is known under this address'
      : null;

/** What code did at once, in words. */
export const doneAtOnce = ({ effects, redemptions }: Pick<Joined['reply'], 'effects' | 'redemptions'>) => [
  ...effects.map(effectWords),
  ...redemptions.map((what) => NAMED[what]),
];

const NAMED: Readonly<Record<NamedCode, string>> = {
  accepted: 'Redeemed the code of their offer.',
  unknown: 'It names the code of an offer that was not sent to them yet: not redeemed.',
  redeemed: 'It names the code of an offer that was redeemed before.',
  not_begun: 'It names the code of an offer that has not begun: not redeemed.',
  expired: 'It names the code of an offer whose last day is past: not redeemed.',
  used_up: 'It names the code of an offer that is used up: not redeemed.',
  customer_limit: 'It names the code of an offer that this customer has used: not redeemed.',
  of_another: 'It names the code of another customer’s offer: not redeemed.',
};

const STOPPED = {
  all: 'Stopped everything',
  marketing: 'Stopped marketing',
  held: 'Until somebody decides, held everything',
};

function effectWords({ kind, scope, contacts: people, addresses, halted }: ReplyEffect): string {
  const whose = plural(addresses, 'address', 'addresses');
  if (kind === 'opt_in') return `Lifted the stop of ${whose}.`;
  if (kind === 'released')
    return halted > 0
      ? `Lifted the hold of ${whose}; meanwhile ${plural(halted, 'message')} to them stayed unsent, which can be prepared again on the page.`
      : `Lifted the hold of ${whose}.`;
  return [
    `${STOPPED[scope]} to ${whose}`,
    people > 1 ? ` of ${plural(people, 'contact')} who share one` : '',
    halted > 0 ? `; dropped ${plural(halted, 'queued message')}` : '',
    '.',
  ].join('');
}
