import { inArray } from 'drizzle-orm';
import { campaigns, contacts, replies, units } from '../../db/schema/index.ts';
import { campaignType } from '../content/find-type.ts';
import type { Ctx } from '../context.ts';
import { readContactLanguages } from '../customers/contact-language.ts';
import type { TriageInput } from '../ports.ts';
import { ownWords } from './own-words.ts';

export type ReplyRow = typeof replies.$inferSelect;
export type ToRead = { row: ReplyRow; input: TriageInput };

/** What the triager is told of each message: its own words and what is known around it, in the order of the ids. */
export async function readTriageInputs(ctx: Ctx, replyIds: readonly string[]): Promise<ToRead[]> {
  if (replyIds.length === 0) return [];
  const found = await ctx.tx
    .select()
    .from(replies)
    .where(inArray(replies.id, [...replyIds]));
  const rows = replyIds.flatMap((id) => found.find((row) => row.id === id) ?? []);
  const idsOf = (key: 'contactId' | 'campaignId' | 'customerId') => [
    ...new Set(rows.flatMap((row) => row[key] ?? [])),
  ];
  const names = await namesOf(ctx, idsOf('contactId'));
  const languageOf = await readContactLanguages(ctx, idsOf('contactId'));
  const types = await answeredTypes(ctx, idsOf('campaignId'));
  const unitsOf = await unitNames(ctx, idsOf('customerId'));
  return rows.map((row) => {
    const type = types.get(row.campaignId ?? '');
    const input = {
      text: ownWords(row.body, row.channel),
      channel: row.channel,
      headers: row.headers,
      ...(type ? { campaignType: type } : {}),
      contactName: names.get(row.contactId ?? '') ?? null,
      contactLanguage: languageOf(row.contactId),
      unitNames: unitsOf.get(row.customerId ?? '') ?? [],
    };
    return { row, input };
  });
}

async function namesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map();
  const { id, name } = contacts;
  const rows = await ctx.tx
    .select({ id, name })
    .from(contacts)
    .where(inArray(id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The types as whose answers those of these campaigns are read. */
async function answeredTypes(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { id, type } = campaigns;
  const rows = await ctx.tx
    .select({ id, type })
    .from(campaigns)
    .where(inArray(id, [...ids]));
  const answered = new Map<string, string>();
  for (const key of new Set(rows.map((row) => row.type)))
    answered.set(key, (await campaignType(ctx, key)).answersLike ?? key);
  return new Map(rows.map((row) => [row.id, answered.get(row.type)!]));
}

async function unitNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const { customerId, name, position } = units;
  const rows = await ctx.tx
    .select({ customerId, name })
    .from(units)
    .where(inArray(customerId, [...ids]))
    .orderBy(customerId, position);
  return new Map(
    [...Map.groupBy(rows, (row) => row.customerId)].map(([id, own]) => [id, own.map((row) => row.name)]),
  );
}
