import { sql } from 'drizzle-orm';
import { listRows } from '../../db/queries/bulk-rows.ts';
import { type NamedCode, type ReplyEffect, replies } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { recordAudits } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { readContactLanguages } from '../customers/contact-language.ts';
import { redeemInReplies } from '../offers/redeem-offer.ts';
import type { IsLikelyStop } from '../ports.ts';
import { keepAttachments } from './attachments.ts';
import { joinConversations } from './desk/join-conversations.ts';
import { readMailKind } from './mail-kind.ts';
import { type Matched, matchReplies, type Told } from './match-replies.ts';
import { actOnWishes } from './wish-of.ts';

export type Unkept = Told & { externalId: string; isLikelyStop: IsLikelyStop | undefined };
export type KeptRow = Omit<typeof replies.$inferSelect, 'createdAt'>;
type Stored = Unkept & { matched: Matched; row: KeptRow };

/**
 * Keeps those that are not there yet, files them and does what they wish; nothing becomes of one that another process has
 * just kept: a message told twice wakes nobody.
 */
export async function keepReplies(ctx: Ctx, told: readonly Unkept[]): Promise<KeptRow[]> {
  if (told.length === 0) return [];
  const stored = await store(ctx, told);
  const conversations = await joinConversations(
    ctx,
    stored.map(({ reply, addressHash, matched, row }) => ({
      ...{ channel: reply.channel, addressHash, matched, receivedAt: row.receivedAt },
      isAutomatic: readMailKind(reply.headers) !== null,
    })),
  );
  const languageOf = await readContactLanguages(
    ctx,
    stored.flatMap(({ row }) => row.contactId ?? []),
  );
  const redeemed = await redeemInReplies(
    ctx,
    stored.map(({ row }) => row),
  );
  for (const { row, reply } of stored)
    await keepAttachments(ctx, { replyId: row.id, attachments: reply.attachments });
  const effects = await actOnWishes(
    ctx,
    stored.map((one) => ({ ...one, language: languageOf(one.row.contactId) })),
  );
  const done = stored.map(
    (one, at): Done => ({
      ...one,
      ...{ conversationId: conversations[at]!, effects: effects[at]!, redeemed: redeemed[at]! },
    }),
  );
  await writeDone(ctx, done);
  return done.map(({ row, conversationId, effects }) => ({ ...row, conversationId, effects }));
}

async function store(ctx: Ctx, told: readonly Unkept[]): Promise<Stored[]> {
  const matched = await matchReplies(ctx, told);
  const rows = told.map(
    ({ reply, externalId, addressHash }, at): KeptRow => ({
      ...matched[at]!,
      ...{ id: newId(), tenantId: ctx.tenant.id, channel: reply.channel, externalId, addressHash },
      ...{ identifier: reply.identifier, body: reply.body, headers: reply.headers, score: reply.score },
      ...{ conversationId: null, triage: null, triagedAt: null, triageFailures: 0 },
      ...{ effects: [], redemptions: [], doubt: null, status: 'open' },
      receivedAt: reply.receivedAt ?? ctx.now,
    }),
  );
  const { list, source } = listRows(replies, rows);
  const { rows: kept } = await ctx.tx.execute<{ id: string }>(sql`
    insert into replies (${list()}) select ${list()} from ${source}
    on conflict (tenant_id, channel, external_id) do nothing returning id`);
  const ids = new Set(kept.map(({ id }) => id));
  return told.flatMap((one, at) => {
    const row = rows[at]!;
    return ids.has(row.id) ? { ...one, matched: matched[at]!, row } : [];
  });
}

type Done = Stored & {
  conversationId: string;
  effects: ReplyEffect[];
  redeemed: NamedCode[];
};

async function writeDone(ctx: Ctx, done: readonly Done[]): Promise<void> {
  if (done.length === 0) return;
  const rows = done.map(({ row, conversationId, effects, redeemed }) => ({
    ...{ id: row.id, conversation_id: conversationId, effects, redemptions: redeemed },
    doubt: effects.some(({ kind }) => kind === 'held') ? 'open' : null,
  }));
  await ctx.tx.execute(sql`
    update replies r set conversation_id = d.conversation_id, effects = d.effects, doubt = d.doubt,
      redemptions = d.redemptions
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as d(id uuid, conversation_id uuid, effects jsonb, doubt text, redemptions jsonb)
    where r.id = d.id`);
  await recordAudits(
    ctx,
    done.map(({ row, matched, effects, redeemed }) => ({
      action: 'reply.received',
      subject: row.id,
      data: {
        ...{
          channel: row.channel,
          contact: matched.match.contact,
          campaign: matched.match.campaign,
          effects,
        },
        ...(redeemed.length > 0 ? { redemptions: redeemed } : {}),
      },
    })),
  );
}
