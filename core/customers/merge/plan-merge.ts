import { and, eq, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import {
  activities,
  addresses,
  contacts,
  contracts,
  type customers,
  messages,
  replies,
  units,
} from '../../../db/schema/index.ts';
import { fold } from '../../../lib/text.ts';
import type { Ctx } from '../../context.ts';

type Customer = typeof customers.$inferSelect;

const FILLED = [
  'brandId',
  'type',
  'city',
  'country',
  'timeZone',
  'locale',
  'tier',
  'ownerId',
  'notes',
  'tags',
  'attributes',
] as const;

const ids = z.array(z.uuid());

/** What moves to the one that stays, by id, and which of its values were filled in: enough to take it all back. */
export const merged = z.object({
  contacts: ids,
  contracts: ids,
  units: z.array(z.object({ id: z.uuid(), position: z.int() })),
  activities: ids,
  replies: ids,
  messages: ids.default([]),
  before: z.partialRecord(z.enum(FILLED), z.unknown()),
  after: z.partialRecord(z.enum(FILLED), z.unknown()),
  status: z.enum(['active', 'review']),
});
export type Merged = z.infer<typeof merged>;

type Pair = { kept: Customer; gone: Customer };

/** What is known of the one that goes and not of the one that stays; nothing that the latter says is replaced. */
export async function planMerge(ctx: Ctx, { kept, gone }: Pair): Promise<Merged> {
  const idsOf = async (table: typeof activities | typeof replies) =>
    (await ctx.tx.select({ id: table.id }).from(table).where(eq(table.customerId, gone.id))).map(
      ({ id }) => id,
    );
  return {
    contacts: await contactsToMove(ctx, { kept, gone }),
    contracts: await contractsToMove(ctx, { kept, gone }),
    units: await unitsToMove(ctx, { kept, gone }),
    activities: await idsOf(activities),
    replies: await idsOf(replies),
    messages: await messagesToMove(ctx, gone.id),
    ...valuesToFill({ kept, gone }),
    status: gone.status === 'review' ? 'review' : 'active',
  };
}

function valuesToFill({ kept, gone }: Pair): Pick<Merged, 'before' | 'after'> {
  const after: Merged['after'] = {};
  for (const key of FILLED) if (kept[key] === null && gone[key] !== null) after[key] = gone[key];
  const tags = [...new Set([...kept.tags, ...gone.tags])];
  if (tags.length > kept.tags.length) after.tags = tags;
  const known = Object.fromEntries(Object.entries(kept.attributes).filter(([, value]) => value !== null));
  const attributes = { ...gone.attributes, ...known };
  if (Object.keys(attributes).length > Object.keys(known).length) after.attributes = attributes;
  const before = Object.fromEntries(
    (Object.keys(after) as (keyof Customer)[]).map((key) => [key, kept[key]]),
  );
  return { before, after };
}

/** All people but those who are there already: every address known, and no other name. */
async function contactsToMove(ctx: Ctx, { kept, gone }: Pair): Promise<string[]> {
  const [there, fresh] = [await peopleOf(ctx, kept.id), await peopleOf(ctx, gone.id)];
  const known = new Set(there.flatMap(({ hashes }) => hashes));
  const names = new Set(there.map(({ name }) => fold(name ?? '')));
  return fresh
    .filter(({ name, hashes }) => {
      const isNamed = names.has(fold(name ?? ''));
      return hashes.length > 0 ? !(hashes.every((hash) => known.has(hash)) && (isNamed || !name)) : !isNamed;
    })
    .map(({ id }) => id);
}

async function peopleOf(ctx: Ctx, customerId: string) {
  const rows = await ctx.tx
    .select({ id: contacts.id, name: contacts.name, channel: addresses.channel, hash: addresses.hash })
    .from(contacts)
    .leftJoin(addresses, eq(addresses.contactId, contacts.id))
    .where(eq(contacts.customerId, customerId));
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, list]) => ({
    id,
    name: list[0]!.name,
    hashes: list.flatMap(({ channel, hash }) => (hash ? [`${channel} ${hash}`] : [])),
  }));
}

/** What was sent is history; what still waits cites an approval for the customer that goes, and stops with it. */
async function messagesToMove(ctx: Ctx, customerId: string): Promise<string[]> {
  const rows = await ctx.tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.customerId, customerId), notInArray(messages.status, ['queued', 'claimed'])));
  return rows.map(({ id }) => id);
}

/** A contract of other days is another contract. */
async function contractsToMove(ctx: Ctx, { kept, gone }: Pair): Promise<string[]> {
  const of = (customerId: string) =>
    ctx.tx.select().from(contracts).where(eq(contracts.customerId, customerId));
  const days = ({ startsOn, endsOn }: typeof contracts.$inferSelect) => `${startsOn} ${endsOn}`;
  const there = new Set((await of(kept.id)).map(days));
  return (await of(gone.id)).filter((one) => !there.has(days(one))).map(({ id }) => id);
}

async function unitsToMove(ctx: Ctx, { kept, gone }: Pair): Promise<Merged['units']> {
  const of = (customerId: string) => ctx.tx.select().from(units).where(eq(units.customerId, customerId));
  const there = new Set((await of(kept.id)).map(({ name }) => fold(name)));
  return (await of(gone.id))
    .filter(({ name }) => !there.has(fold(name)))
    .map(({ id, position }) => ({ id, position }));
}
