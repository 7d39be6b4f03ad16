// What becomes of a form that was filled in on a surface. What comes back is somebody's claim: every right and every
// value is checked as anywhere else.
import type { ChannelRegistry } from '../../../channels/contract.ts';
import type { Press } from '../../../channels/surface-contract.ts';
import { isAppError } from '../../../lib/errors.ts';
import type { Ctx } from '../../context.ts';
import { takeAnswer } from './answer-form.ts';
import { takeContact } from './contact-form.ts';
import type { Taken } from './taken.ts';
import { takeWording } from './wording-form.ts';

type Submitted = Extract<Press, { name: 'submit' }>;
type Deps = { channels: ChannelRegistry };

/** Does what a form says, in the name of whoever filled it in. Throws what the thing itself throws; `where.field` names the field. */
export async function takeForm(
  ctx: Ctx,
  { form, about, values }: Submitted,
  { channels }: Deps,
): Promise<Taken> {
  const filled = (key: string) => values[key]?.trim() ?? '';
  if (form === 'answer')
    return takeAnswer(ctx, { about, text: values.text ?? '', saved: filled('saved'), channels });
  if (form === 'contact') return takeContact(ctx, { replyId: about, filled });
  return takeWording(ctx, { about, filled });
}

/** The field that a refusal is about: where it says so, else the first. */
export function fieldOf(error: unknown, { values }: Submitted): string {
  const [first = 'text', ...others] = Object.keys(values);
  const where = isAppError(error) ? JSON.stringify(error.where ?? {}) : '';
  return [first, ...others].find((key) => where.includes(`${key}"`)) ?? first;
}
