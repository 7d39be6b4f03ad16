import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { savedAnswers } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { isId } from '../../../lib/ids.ts';
import { recordAudit } from '../../audit/record.ts';
import { sampleView } from '../../content/sample-view.ts';
import { fieldNames, namedFields, parseWording } from '../../content/wording.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';

export const savedAnswerInput = z.strictObject({
  name: z.string().trim().min(1).max(80),
  language: z.string().trim().min(2).max(20).default('en'),
  text: z.string().trim().min(1).max(8000),
});
export const savedAnswer = savedAnswerInput.extend({ id: z.uuid() });
export type SavedAnswer = z.infer<typeof savedAnswer>;

export async function listSavedAnswers(ctx: Ctx): Promise<SavedAnswer[]> {
  demand(ctx.actor, 'read');
  return ctx.tx
    .select({
      id: savedAnswers.id,
      name: savedAnswers.name,
      language: savedAnswers.language,
      text: savedAnswers.text,
    })
    .from(savedAnswers)
    .orderBy(asc(savedAnswers.name), asc(savedAnswers.language))
    .limit(500);
}

/**
 * One text for each name and language; saving it again replaces it. What differs by customer stands in braces, by the
 * names that letters have. Throws `template:invalid` where it cannot be read or names what there is not.
 */
export async function saveAnswer(ctx: Ctx, input: z.infer<typeof savedAnswerInput>): Promise<SavedAnswer> {
  demand(ctx.actor, 'reply');
  checkNames(ctx, input);
  const createdBy = ctx.actor.kind === 'person' ? ctx.actor.userId : null;
  const [row] = await ctx.tx
    .insert(savedAnswers)
    .values({ tenantId: ctx.tenant.id, ...input, createdBy, createdAt: ctx.now })
    .onConflictDoUpdate({
      target: [savedAnswers.tenantId, savedAnswers.name, savedAnswers.language],
      set: { text: input.text, createdBy },
    })
    .returning({ id: savedAnswers.id });
  const { name, language } = input;
  await recordAudit(ctx, { action: 'saved_answer.kept', subject: row!.id, data: { name, language } });
  return { id: row!.id, ...input };
}

function checkNames(ctx: Ctx, { text, language }: z.infer<typeof savedAnswerInput>): void {
  const known = fieldNames(sampleView(ctx, { tone: 'formal', language }));
  const wrong = namedFields(parseWording('this answer', { body: text })).find(
    // A workspace's own fields are looked up where they are filled in.
    (name) => !name.startsWith('attributes.') && !known.includes(name),
  );
  if (!wrong) return;
  throw new AppError('template:invalid', `There is no field “${wrong.slice(0, 60)}” to fill in.`, {
    nextStep: 'Use names such as contact.name, customer.name, unit_list, contract.ends_on or contract.total.',
    where: { field: 'text' },
  });
}

/** Throws `reply:unknown` for one that is not there. */
export async function deleteSavedAnswer(ctx: Ctx, { id }: { id: string }): Promise<void> {
  demand(ctx.actor, 'reply');
  const gone = isId(id)
    ? await ctx.tx.delete(savedAnswers).where(eq(savedAnswers.id, id)).returning({ id: savedAnswers.id })
    : [];
  if (gone.length === 0) throw new AppError('reply:unknown', 'There is no such saved answer.');
  await recordAudit(ctx, { action: 'saved_answer.removed', subject: id });
}
