// The message templates of a workspace, and its drafts of them: made from a campaign, changed, deleted.
import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { messageTemplates } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { recordAudit } from '../../audit/record.ts';
import { readCampaign } from '../../campaigns/read-campaign.ts';
import type { Ctx } from '../../context.ts';
import { findImage } from '../../images/read-images.ts';
import { demand } from '../../tenants/roles.ts';
import type { Composed } from '../compose-one.ts';
import { sampleView } from '../sample-view.ts';
import { composeCampaign } from '../writing/compose-campaign.ts';
import { type DraftedTemplate, draftTemplate, problemsOf, showsInTemplate } from './draft-template.ts';
import { fitTemplate } from './fit-template.ts';

export const CHANNEL = 'whatsapp';

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
  const campaign = await readCampaign(ctx, campaignId);
  const composed = await composeCampaign(ctx, campaign);
  const known = await listMessageTemplates(ctx);
  const lacking = composed.filter((message) => isLacking(message, known));
  const drafts = lacking.map((message) => {
    const { tone, frame } = message.made;
    const sample = sampleView(ctx, { tone, language: frame.language });
    return draftTemplate(message, { sample, pictureId: campaign.draft.image });
  });
  const groups = [...Map.groupBy(drafts, ({ name, language }) => `${name} ${language}`).values()];
  const rows: Lacking[] = [];
  for (const [first, ...others] of groups.sort((a, b) => b.length - a.length))
    rows.push({ ...first!, id: await keepDraft(ctx, first!), recipients: others.length + 1 });
  if (rows.length > 0)
    await recordAudit(ctx, {
      action: 'template.drafted',
      subject: campaignId,
      data: { names: rows.map(({ name }) => name) },
    });
  return rows;
}
/** Carried by none as it is meant to look, and none is on its way. */
function isLacking({ recipient, rendered, letter, made }: Composed, known: readonly TemplateRow[]): boolean {
  const wantsPicture = showsInTemplate(made.frame.image);
  if (recipient.channel !== CHANNEL || (rendered.template && wantsPicture === Boolean(rendered.image)))
    return false;
  return !known.some(
    ({ body, status, hasPicture }) =>
      status !== 'draft' && hasPicture === wantsPicture && fitTemplate(body, letter.body),
  );
}

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
  /** Of the library: the example of what heads it in place of words. */
  pictureId: z.uuid().nullable().optional(),
  category: z.enum(['marketing', 'utility']).optional(),
  /** With {{1}}, {{2}} … where something is filled in. */
  body: z.string().trim().min(1).max(4096).optional(),
  footer: z.string().trim().min(1).max(200).nullable().optional(),
  /** An example of each parameter, in their order. */
  samples: z.array(z.string().trim().min(1).max(200)).max(50).optional(),
});

/**
 * A heading, of words or a picture, quick replies, the category, the words and their examples, of a draft or of one that was
 * refused, which is a draft again; what else was handed in stays as it is. Throws `input:invalid`, `image:unknown`, `template:unknown`, `template:state`.
 */
export async function changeDraft(
  ctx: Ctx,
  { id, change }: { id: string; change: z.infer<typeof templateChange> },
): Promise<TemplateRow> {
  demand(ctx.actor, 'draft');
  const draft = await findTemplate(ctx, id, ['draft', 'rejected']);
  const { header, pictureId, body, footer, samples } = { ...draft, ...change };
  checkHead({ header, pictureId });
  if (change.pictureId) await demandPicture(ctx, change.pictureId);
  if (change.samples || change.body) checkSamples(body, samples);
  const reason = problemsOf(body, footer ?? '').join(' ') || null;
  const [row] = await ctx.tx
    .update(messageTemplates)
    .set({ ...change, reason, status: 'draft', hasPicture: pictureId !== null, updatedAt: ctx.now })
    .where(eq(messageTemplates.id, id))
    .returning();
  await recordAudit(ctx, { action: 'template.changed', subject: id, data: { fields: Object.keys(change) } });
  return row!;
}

/** One line, or a picture, not both. Throws `input:invalid`. */
export function checkHead({ header, pictureId }: { header: string | null; pictureId: string | null }): void {
  if (header && /\{\{|\n/.test(header))
    throw new AppError('input:invalid', 'A heading is one line without parameters.', {
      where: { path: 'header' },
    });
  if (header && pictureId)
    throw new AppError('input:invalid', 'A template is headed by words or by a picture.', {
      nextStep: 'Set one of “header” and “pictureId” to null.',
      where: { path: 'header' },
    });
}

/** The parameters are {{1}}, {{2}} … without a hole, and each has its example. Throws `input:invalid`. */
export function checkSamples(body: string, samples: readonly string[]): void {
  const numbers = new Set([...body.matchAll(/\{\{\s*(\d+)\s*\}\}/g)].map(([, number]) => Number(number)));
  if (numbers.size > 0 && Math.max(...numbers) !== numbers.size)
    throw new AppError('input:invalid', 'Parameters are numbered 1, 2 and so on, without a hole.', {
      where: { path: 'body' },
    });
  if (numbers.size !== samples.length)
    throw new AppError(
      'input:invalid',
      `There are ${numbers.size} parameters and ${samples.length} examples.`,
      {
        nextStep: 'Give one example for each parameter.',
        where: { path: 'samples' },
      },
    );
}

/** Of the library, and of a kind that platforms show there. Throws `image:unknown`, `input:invalid`. */
export async function demandPicture(ctx: Ctx, id: string): Promise<void> {
  const image = await findImage(ctx, id);
  if (!image) throw new AppError('image:unknown', 'There is no such picture in the library.');
  if (!showsInTemplate(image))
    throw new AppError('input:invalid', `“${image.name}” is a GIF, which heads no template.`, {
      nextStep: 'Choose a JPEG or a PNG.',
      where: { path: 'pictureId' },
    });
}

/** In one of these states; locked until the transaction ends. Throws `template:unknown`, `template:state`. */
export async function findTemplate(
  ctx: Ctx,
  id: string,
  states: readonly TemplateRow['status'][] = ['draft'],
): Promise<TemplateRow> {
  const [row] = await ctx.tx.select().from(messageTemplates).where(eq(messageTemplates.id, id)).for('update');
  if (!row) throw new AppError('template:unknown', 'There is no such message template.');
  if (!states.includes(row.status))
    throw new AppError('template:state', `This template is ${row.status}: it can no longer be changed.`, {
      nextStep: 'Draft another one.',
    });
  return row;
}

/** Deletes a draft. Throws `template:unknown`, `template:state`. */
export async function deleteDraft(ctx: Ctx, id: string): Promise<void> {
  demand(ctx.actor, 'draft');
  const { name } = await findTemplate(ctx, id);
  await ctx.tx.delete(messageTemplates).where(eq(messageTemplates.id, id));
  await recordAudit(ctx, { action: 'template.deleted', subject: id, data: { name } });
}
