// A message template that somebody writes by hand, or puts back.
import { z } from 'zod';
import { messageTemplates } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import { problemsOf } from './draft-template.ts';
import {
  CHANNEL,
  checkHead,
  checkSamples,
  demandPicture,
  type TemplateRow,
  templateChange,
} from './message-templates.ts';

export const newTemplate = templateChange.required({ category: true }).extend({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  /** As the platform writes it: en, th, zh_CN. */
  language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/),
  /** With {{1}}, {{2}} … where something is filled in. */
  body: z.string().trim().min(1).max(4096),
  footer: z.string().trim().min(1).max(200).nullable().default(null),
  /** What each parameter says, for one that was drafted from a campaign. */
  fields: z.array(z.string().max(60)).max(50).default([]),
});

/**
 * Keeps it as a draft; what the platform would refuse stands in `reason`. Throws `input:invalid` (parameters without an
 * example, a heading of both kinds, a name that is taken), `image:unknown`.
 */
export async function addTemplateDraft(ctx: Ctx, input: z.infer<typeof newTemplate>): Promise<TemplateRow> {
  demand(ctx.actor, 'draft');
  const { header = null, pictureId = null, buttons = [], samples = [], ...given } = input;
  checkSamples(given.body, samples);
  checkHead({ header, pictureId });
  if (pictureId) await demandPicture(ctx, pictureId);
  const [row] = await ctx.tx
    .insert(messageTemplates)
    .values({
      ...{ ...given, header, pictureId, buttons, samples },
      hasPicture: pictureId !== null,
      reason: problemsOf(given.body, given.footer ?? '').join(' ') || null,
      tenantId: ctx.tenant.id,
      channel: CHANNEL,
      status: 'draft',
      createdBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning();
  if (!row)
    throw new AppError('input:invalid', `There is a template “${given.name}” in this language already.`, {
      nextStep: 'Choose another name.',
      where: { path: 'name' },
    });
  await recordAudit(ctx, { action: 'template.drafted', subject: row.id, data: { name: given.name } });
  return row;
}
