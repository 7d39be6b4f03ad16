// The message templates of a workspace: drafted from a campaign, handed in, and listed by the provider.
import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ChannelRegistry, ListedTemplate, TemplateDesk } from '../../../channels/contract.ts';
import { channelAccounts, messageTemplates } from '../../../db/schema/index.ts';
import { unseal } from '../../../lib/crypto.ts';
import { AppError } from '../../../lib/errors.ts';
import { recordAudit } from '../../audit/record.ts';
import { readCampaign } from '../../campaigns/read-campaign.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import { sampleView } from '../sample-view.ts';
import { composeCampaign } from '../writing/compose-campaign.ts';
import { type DraftedTemplate, draftTemplate } from './draft-template.ts';
import { fitTemplate } from './fit-template.ts';

export type TemplateRow = typeof messageTemplates.$inferSelect;

/** Of one channel, or all, by name. */
export async function listMessageTemplates(ctx: Ctx): Promise<TemplateRow[]> {
  demand(ctx.actor, 'read');
  return ctx.tx
    .select()
    .from(messageTemplates)
    .orderBy(asc(messageTemplates.channel), asc(messageTemplates.name), asc(messageTemplates.language));
}

export type Lacking = DraftedTemplate & { id: string; recipients: number };

/**
 * Drafts the templates that would carry this campaign's WhatsApp messages and that there are not yet, one for each way in which
 * its letter comes out; most recipients first. Nothing is handed in. Throws `campaign:unknown`.
 */
export async function draftLacking(ctx: Ctx, campaignId: string): Promise<Lacking[]> {
  demand(ctx.actor, 'draft');
  const composed = await composeCampaign(ctx, await readCampaign(ctx, campaignId));
  const known = await listMessageTemplates(ctx);
  const lacking = composed.filter(
    ({ recipient, rendered, letter }) =>
      recipient.channel === CHANNEL &&
      !rendered.template &&
      !known.some(({ body, status }) => status !== 'draft' && fitTemplate(body, letter.body)),
  );
  const drafts = lacking.map((message) =>
    draftTemplate(
      message,
      sampleView(ctx, { tone: message.made.tone, language: message.made.frame.language }),
    ),
  );
  const groups = [...Map.groupBy(drafts, ({ name, language }) => `${name} ${language}`).values()];
  const rows: Lacking[] = [];
  for (const [first, ...others] of groups.sort((a, b) => b.length - a.length))
    rows.push({ ...first!, id: await keepDraft(ctx, first!), recipients: others.length + 1 });
  return rows;
}
const CHANNEL = 'whatsapp';

async function keepDraft(ctx: Ctx, draft: DraftedTemplate): Promise<string> {
  const { problems, ...template } = draft;
  const reason = problems.join(' ') || null;
  const by = ctx.actor.kind === 'person' ? ctx.actor.userId : null;
  const [row] = await ctx.tx
    .insert(messageTemplates)
    .values({
      ...template,
      reason,
      tenantId: ctx.tenant.id,
      channel: CHANNEL,
      status: 'draft',
      createdBy: by,
    })
    .onConflictDoUpdate({
      target: [
        messageTemplates.tenantId,
        messageTemplates.channel,
        messageTemplates.name,
        messageTemplates.language,
      ],
      set: { updatedAt: ctx.now },
    })
    .returning({ id: messageTemplates.id });
  return row!.id;
}

export const templateChange = z.strictObject({
  header: z.string().trim().min(1).max(60).nullable().optional(),
  buttons: z.array(z.string().trim().min(1).max(25)).max(3).optional(),
});

/** A heading and quick replies for a draft; what was handed in stays as it is. Throws `template:unknown`, `template:state`. */
export async function changeDraft(
  ctx: Ctx,
  { id, change }: { id: string; change: z.infer<typeof templateChange> },
): Promise<TemplateRow> {
  demand(ctx.actor, 'draft');
  await findDraft(ctx, id);
  if (change.header && /\{\{|\n/.test(change.header))
    throw new AppError('input:invalid', 'A heading is one line without parameters.', {
      where: { path: 'header' },
    });
  const [row] = await ctx.tx
    .update(messageTemplates)
    .set({ ...change, updatedAt: ctx.now })
    .where(eq(messageTemplates.id, id))
    .returning();
  return row!;
}

async function findDraft(ctx: Ctx, id: string): Promise<TemplateRow> {
  const [row] = await ctx.tx.select().from(messageTemplates).where(eq(messageTemplates.id, id)).for('update');
  if (!row) throw new AppError('template:unknown', 'There is no such message template.');
  if (row.status !== 'draft')
    throw new AppError('template:state', `This template is ${row.status}: it can no longer be changed.`, {
      nextStep: 'Draft another one.',
    });
  return row;
}

/** Deletes a draft. Throws `template:unknown`, `template:state`. */
export async function deleteDraft(ctx: Ctx, id: string): Promise<void> {
  demand(ctx.actor, 'draft');
  await findDraft(ctx, id);
  await ctx.tx.delete(messageTemplates).where(eq(messageTemplates.id, id));
}

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
export async function readForSubmission(ctx: Ctx, id: string): Promise<TemplateRow> {
  demand(ctx.actor, 'administer');
  const row = await findDraft(ctx, id);
  if (row.reason)
    throw new AppError('template:invalid', `This template would be refused: ${row.reason}`, {
      nextStep: 'Change the wording of the campaign, and draft it anew.',
    });
  return row;
}

/** Keeps what became of handing one in. */
export async function markSubmitted(
  ctx: Ctx,
  { id, externalId, status }: { id: string; externalId: string; status: ListedTemplate['status'] },
): Promise<TemplateRow> {
  demand(ctx.actor, 'administer');
  const [row] = await ctx.tx
    .update(messageTemplates)
    .set({ externalId, status, updatedAt: ctx.now })
    .where(eq(messageTemplates.id, id))
    .returning();
  await recordAudit(ctx, { action: 'template.submitted', subject: id, data: { externalId, status } });
  return row!;
}

/** Takes over what the provider lists: its texts and states count, and drafts stay. How many it lists. */
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
      });
  }
  await recordAudit(ctx, { action: 'template.listed', data: { templates: listed.length } });
  return listed.length;
}
