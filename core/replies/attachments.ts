import { and, eq, inArray, sql } from 'drizzle-orm';
import type { InboundAttachment } from '../../channels/mailbox-contract.ts';
import { replyAttachments } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import { storable } from '../../lib/text.ts';
import { cleanLine } from '../content/clean-text.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

// What a person sends with an answer: a signed contract, a few photos. More is named, and not kept.
const MOST = 10;
const KEPT_BYTES = 10 * 1024 * 1024;
const KEPT_TOGETHER = 20 * 1024 * 1024;

/** Keeps what came with a message as it is. Nothing is unpacked, opened or believed of it. */
export async function keepAttachments(
  ctx: Ctx,
  { replyId, attachments }: { replyId: string; attachments: readonly InboundAttachment[] },
): Promise<void> {
  let room = KEPT_TOGETHER;
  const rows = attachments.slice(0, MOST).map(({ name, type, size, content }) => {
    const isKept = content !== null && content.length <= Math.min(KEPT_BYTES, room);
    if (isKept) room -= content.length;
    return {
      tenantId: ctx.tenant.id,
      replyId,
      name:
        cleanLine(storable(name))
          .replace(/[\\/:*?"<>|]/gu, '_')
          .slice(0, 120) || 'attachment',
      type: /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/u.test(type) ? type : 'application/octet-stream',
      size,
      content: isKept ? content : null,
    };
  });
  if (rows.length > 0) await ctx.tx.insert(replyAttachments).values(rows);
}

export type Attachment = {
  replyId: string;
  id: string;
  name: string;
  type: string;
  size: number;
  isKept: boolean;
};

/** What came with these messages, without its content. */
export const attachmentsOf = (ctx: Ctx, replyIds: readonly string[]): Promise<Attachment[]> =>
  replyIds.length === 0
    ? Promise.resolve([])
    : ctx.tx
        .select({
          replyId: replyAttachments.replyId,
          id: replyAttachments.id,
          name: replyAttachments.name,
          type: replyAttachments.type,
          size: replyAttachments.size,
          isKept: sql<boolean>`${replyAttachments.content} is not null`,
        })
        .from(replyAttachments)
        .where(inArray(replyAttachments.replyId, [...replyIds]));

/** Throws `reply:unknown` for what is not there, or was too large to be kept. */
export async function readAttachment(
  ctx: Ctx,
  { replyId, attachmentId }: { replyId: string; attachmentId: string },
): Promise<{ name: string; content: Uint8Array }> {
  demand(ctx.actor, 'read');
  const [row] =
    isId(replyId) && isId(attachmentId)
      ? await ctx.tx
          .select()
          .from(replyAttachments)
          .where(and(eq(replyAttachments.id, attachmentId), eq(replyAttachments.replyId, replyId)))
      : [];
  if (!row?.content) throw new AppError('reply:unknown', 'There is no such attachment, or it was not kept.');
  return { name: row.name, content: row.content };
}
