import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { messages, shelfMessages } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { renderedContent } from '../approval/digest.ts';
import { addressHash } from '../consent/address-hash.ts';
import type { Ctx } from '../context.ts';
import { recordReceipt } from '../delivery/record-receipt.ts';
import { demand } from '../tenants/roles.ts';

const CHANNEL = 'in_app';

export const notice = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  title: z.string().nullable(),
  text: z.string(),
  link: renderedContent.shape.link,
  isRead: z.boolean(),
});
export type Notice = z.infer<typeof notice>;

// Of an earlier version, until it is sealed.
const isClear = (to: string) =>
  sql`${shelfMessages.addressHash} is null and ${shelfMessages.address} = ${to}`;

type Asked = { to: string; before?: string | undefined; limit: number };

/** The in-app messages of one person, as the app calls them, the newest first; before `before`, an earlier `at`. */
export async function listNotices(ctx: Ctx, { to, before, limit }: Asked): Promise<Notice[]> {
  demand(ctx.actor, 'read');
  const rows = await ctx.tx
    .select({
      id: shelfMessages.messageId,
      at: shelfMessages.at,
      content: shelfMessages.content,
      status: messages.status,
    })
    .from(shelfMessages)
    .innerJoin(messages, eq(messages.id, shelfMessages.messageId))
    .where(
      and(
        eq(shelfMessages.channel, CHANNEL),
        or(eq(shelfMessages.addressHash, addressHash(ctx.keys, to)), isClear(to)),
        before ? lt(shelfMessages.at, new Date(before)) : undefined,
      ),
    )
    .orderBy(desc(shelfMessages.at), desc(shelfMessages.id))
    .limit(limit);
  return rows.map(({ id, at, content, status }) => {
    const { subject = null, text, link } = renderedContent.parse(content);
    return { id, at: at.toISOString(), title: subject, text, link, isRead: status === 'read' };
  });
}

/** The app showed it, or the person opened it; once, however often it is told. Throws `message:unknown`. */
export async function noteNotice(
  ctx: Ctx,
  { messageId, kind }: { messageId: string; kind: 'delivered' | 'read' },
): Promise<void> {
  demand(ctx.actor, 'control');
  const [row] = await ctx.tx
    .select({ id: shelfMessages.id })
    .from(shelfMessages)
    .where(and(eq(shelfMessages.messageId, messageId), eq(shelfMessages.channel, CHANNEL)));
  if (!row) throw new AppError('message:unknown', 'There is no such in-app message.');
  await recordReceipt(ctx, { messageId, kind, externalId: `${CHANNEL}:${kind}:${messageId}`, at: ctx.now });
}
