// Where templates are handed in and listed: the provider of the sender that begins conversations with them.
import { and, asc, eq, sql } from 'drizzle-orm';
import type { ChannelRegistry } from '../../../channels/contract.ts';
import type {
  HandedIn,
  ListedTemplate,
  SamplePicture,
  Submitted,
  TemplateDesk,
} from '../../../channels/template-contract.ts';
import { channelAccounts, messageTemplates } from '../../../db/schema/index.ts';
import { unseal } from '../../../lib/crypto.ts';
import { AppError } from '../../../lib/errors.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx } from '../../context.ts';
import { readLatestFile } from '../../images/read-images.ts';
import { demand } from '../../tenants/roles.ts';
import { CHANNEL, findTemplate, type TemplateRow } from './message-templates.ts';
import { letHeldGo } from './take-status.ts';

export type OpenDesk = { desk: TemplateDesk; settings: unknown };

/** The desk of the channel's first sender that has one; `account:unknown` where none has. */
export async function findDesk(
  ctx: Ctx,
  { channels, channel = CHANNEL }: { channels: ChannelRegistry; channel?: string },
): Promise<OpenDesk> {
  demand(ctx.actor, 'administer');
  const rows = await ctx.tx
    .select()
    .from(channelAccounts)
    .where(and(eq(channelAccounts.channel, channel), eq(channelAccounts.isEnabled, true)))
    .orderBy(asc(channelAccounts.createdAt), asc(channelAccounts.id));
  for (const { provider: key, sealedSettings } of rows) {
    const provider = channels.get(channel)?.providers[key];
    if (!provider?.templates) continue;
    const settings = provider.settings.parse(JSON.parse(unseal(ctx.keys.seal, sealedSettings)));
    return { desk: provider.templates, settings };
  }
  throw new AppError('account:unknown', `No sender of ${channel} takes templates.`, {
    nextStep: 'Add a sender of WhatsApp.',
  });
}

/** The draft as it is handed in. Throws `template:unknown`, `template:state`, `template:invalid` for what the platform refuses. */
export async function readForSubmission(ctx: Ctx, id: string): Promise<TemplateRow & HandedIn> {
  demand(ctx.actor, 'administer');
  const row = await findTemplate(ctx, id, ['draft', 'rejected']);
  if (row.status === 'rejected')
    throw new AppError('template:state', 'This template was refused as it is.', {
      nextStep: 'Change what was refused, then hand it in again.',
    });
  if (row.reason)
    throw new AppError('template:invalid', `This template would be refused: ${row.reason}`, {
      nextStep: 'Change the wording of the campaign, and draft it anew.',
    });
  return { ...row, picture: row.pictureId ? await readPicture(ctx, row.pictureId) : null };
}

async function readPicture(ctx: Ctx, id: string): Promise<SamplePicture> {
  const file = await readLatestFile(ctx, id);
  if (file && file.type !== 'image/gif') return { ...file, type: file.type };
  throw new AppError(
    'template:invalid',
    file
      ? 'The picture of this template is a GIF now.'
      : 'The picture of this template is not in the library any more.',
    { nextStep: 'Set its “pictureId” to a JPEG or PNG of the library.' },
  );
}

/** Keeps what became of handing one in. */
export async function markSubmitted(
  ctx: Ctx,
  { id, externalId, status, reason = null }: { id: string } & Submitted,
): Promise<TemplateRow> {
  demand(ctx.actor, 'administer');
  const [row] = await ctx.tx
    .update(messageTemplates)
    .set({ externalId, status, reason, updatedAt: ctx.now })
    .where(eq(messageTemplates.id, id))
    .returning();
  await recordAudit(ctx, { action: 'template.submitted', subject: id, data: { externalId, status } });
  if (status === 'approved') await letHeldGo(ctx);
  return row!;
}

/** Takes over what the provider lists: its texts and states count; drafts stay, also one that is being mended. How many it lists. */
export async function takeListed(ctx: Ctx, listed: readonly ListedTemplate[]): Promise<number> {
  demand(ctx.actor, 'administer');
  for (const { unusable, ...template } of listed) {
    const values = {
      ...template,
      reason: unusable ?? template.reason,
      isUsable: unusable === null,
      updatedAt: ctx.now,
    };
    await ctx.tx
      .insert(messageTemplates)
      .values({ ...values, tenantId: ctx.tenant.id, channel: CHANNEL })
      .onConflictDoUpdate({
        target: [
          messageTemplates.tenantId,
          messageTemplates.channel,
          messageTemplates.name,
          messageTemplates.language,
        ],
        set: values,
        setWhere: sql`${messageTemplates.status} <> 'draft' or ${messageTemplates.externalId} is null`,
      });
  }
  await recordAudit(ctx, { action: 'template.listed', data: { templates: listed.length } });
  if (listed.some(({ status }) => status === 'approved')) await letHeldGo(ctx);
  return listed.length;
}
