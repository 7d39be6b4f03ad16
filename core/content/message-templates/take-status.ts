import { and, eq, lt, ne, sql } from 'drizzle-orm';
import type { ListedTemplate } from '../../../channels/template-contract.ts';
import { messages, messageTemplates } from '../../../db/schema/index.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx } from '../../context.ts';

export type ToldStatus = Pick<ListedTemplate, 'name' | 'language' | 'status' | 'reason'> & {
  channel: string;
  /** When the platform decided it. */
  at: Date;
};

// Its clock is not ours, and tells seconds only.
const SLACK_MS = 60_000;

/**
 * Keeps what the platform decided of a template that is known here, unless something newer is. One that is being mended
 * stays a draft until it is handed in.
 */
export async function takeStatus(
  ctx: Ctx,
  { channel, name, language, status, reason, at }: ToldStatus,
): Promise<void> {
  const changed = await ctx.tx
    .update(messageTemplates)
    .set({ status, reason: status === 'approved' ? null : reason, updatedAt: ctx.now })
    .where(
      and(
        eq(messageTemplates.channel, channel),
        eq(messageTemplates.name, name),
        eq(messageTemplates.language, language),
        ne(messageTemplates.status, 'draft'),
        ne(messageTemplates.status, status),
        lt(messageTemplates.updatedAt, new Date(at.getTime() + SLACK_MS)),
      ),
    )
    .returning({ id: messageTemplates.id });
  for (const { id } of changed)
    await recordAudit(ctx, { action: 'template.judged', subject: id, data: { status, reason } });
  if (status === 'approved' && changed.length > 0) await letHeldGo(ctx);
}

/** What waits for a template is looked at now; where it is still not approved, the next claim holds it again. */
export async function letHeldGo(ctx: Ctx): Promise<void> {
  await ctx.tx
    .update(messages)
    .set({ retryAt: null, updatedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(messages.status, 'queued'),
        eq(messages.reason, 'template_withdrawn'),
        sql`${messages.retryAt} is not null`,
      ),
    );
}
