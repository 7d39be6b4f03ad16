import { z } from 'zod';
import type { Ctx } from '../core/context.ts';
import { changePart } from '../core/customers/changes/change-part.ts';
import { type ChangeStep, changeStep } from '../core/customers/changes/change-step.ts';
import { tellApart } from '../core/customers/changes/find-contact.ts';
import { proposeChange } from '../core/customers/changes/propose-change.ts';
import { findCustomer } from '../core/customers/find-customer.ts';
import { AppError } from '../lib/errors.ts';
import { defineTool, type ToolAnswer } from './define.ts';

export const proposeChangeTool = defineTool({
  name: 'propose_change',
  description:
    'Proposes a change of one customer in the person’s words: somebody left or is new there, an address, a field’s ' +
    'value, the names of its parts, a note. Nothing changes until the person confirms the card that it shows; say so, ' +
    'never that it is done. Give the customer only as the person named it.',
  effect: 'draft',
  input: z.strictObject({
    customer: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe('Name or id; without it the customer where the contact of a step works.'),
    steps: z.array(changeStep).min(1).max(20),
    why: z.string().trim().min(1).max(1000).describe('The person’s own words.'),
  }),
  run: (scope, { customer, steps, why }) =>
    scope.within(async (ctx) => {
      const found = await findCustomer(ctx, { customer, contact: contactNamed(steps) });
      const [one] = found;
      if (!one || found.length > 1) return askWhich(found, why);
      const proposal = { customerId: one.id, steps, why, threadId: scope.threadId };
      const asked = await askWhose(ctx, { customer: one.name, why }, () => proposeChange(ctx, proposal));
      if (typeof asked !== 'string') return asked;
      const changeId = asked;
      const part = await changePart(ctx, changeId);
      return {
        forModel: { changeId, customerId: one.id, status: part.status, steps: steps.length },
        parts: [part],
      };
    }),
});

const contactNamed = (steps: readonly ChangeStep[]): string | undefined =>
  steps.flatMap((step) => ('contact' in step && step.contact?.name) || [])[0];

const askWhich = (found: readonly { name: string }[], why: string): ToolAnswer => ({
  forModel: { asked: true, matching: found.length },
  parts: [
    {
      kind: 'question',
      text: found.length === 0 ? 'Which customer is it about?' : 'Which of these customers is it?',
      choices: found.map(({ name }) => ({ label: name, say: `At ${name}: ${why}`.slice(0, 300) })),
    },
  ],
});

/** Where several people may be meant the person chooses; everything else that is wrong is said as it is. */
async function askWhose(
  ctx: Ctx,
  said: { customer: string; why: string },
  propose: () => Promise<string>,
): Promise<string | ToolAnswer> {
  try {
    return await propose();
  } catch (error) {
    const ids = error instanceof AppError && error.where?.contacts;
    if (!Array.isArray(ids) || ids.length < 2) throw error;
    const people = await tellApart(ctx, ids as string[]);
    const choices = people.flatMap(({ label, called }) => {
      const say = sayOf(called, said);
      return say ? [{ label, say }] : [];
    });
    if (choices.length === 0) throw error;
    return {
      forModel: { asked: true, matching: ids.length },
      parts: [{ kind: 'question', text: 'Who of them?', choices }],
    };
  }
}

/** "their new e-mail is …" said again of one of them. */
function sayOf(name: string, { customer, why }: { customer: string; why: string }): string | null {
  const bare = why
    .replace(/^at [^:]+:\s*/i, '')
    .replace(`${customer}'s`, 'their')
    .replace(`${customer}’s`, 'their');
  const of = bare.replace(
    /\b(?:their|his|her|its)\b|\bthe(?=\s+(?:new\s+)?(?:e-?mail|phone|whats))/i,
    `${name}’s`,
  );
  return of === bare ? null : `At ${customer}: ${of}`.slice(0, 300);
}
