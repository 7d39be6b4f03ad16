import { inArray } from 'drizzle-orm';
import { contacts } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { fold, joinWords } from '../../../lib/text.ts';
import type { Ctx } from '../../context.ts';
import { CONTACT_ROLES, type ContactRole, findRole, ROLE_LABELS } from '../roles.ts';
import type { ContactRef } from './change-step.ts';
import type { CustomerRecord } from './customer-record.ts';

/** The one contact who is meant and still there; by name a part of it will do ("Rudolf"). */
export function findContact(
  ref: ContactRef,
  { contacts }: CustomerRecord,
): CustomerRecord['contacts'][number] {
  const role = ref.role ? roleOf(ref.role) : null;
  const words = fold(ref.name ?? '');
  const found = contacts
    .filter(({ leftAt }) => leftAt === null)
    .filter(({ id }) => !ref.id || id === ref.id)
    .filter((one) => !role || one.role === role)
    .filter(({ name }) => !words || ` ${fold(name ?? '')} `.includes(` ${words} `));
  if (found.length === 1) return found[0]!;
  const called = ref.name ?? ref.role ?? ref.id;
  const [nobody, several] = called
    ? [`Nobody who is still there is called “${called}”.`, `${found.length} contacts are called “${called}”.`]
    : ['Nobody is known there.', `${found.length} contacts work there.`];
  throw new AppError('input:invalid', found.length === 0 ? nobody : several, {
    nextStep: 'Say the full name, or the role as well.',
    where: { contacts: found.map(({ id }) => id) },
  });
}

export function roleOf(words: string): ContactRole {
  const role = findRole(words);
  if (role) return role;
  throw invalid(`Nobody knows the role “${words.slice(0, 60)}”.`, `Use ${joinWords(CONTACT_ROLES, 'or')}.`);
}

export const invalid = (message: string, nextStep = 'Say it again with that put right.'): AppError =>
  new AppError('input:invalid', message, { nextStep });

/** How each of some contacts is told from the others: by name, else by what they are. */
export async function tellApart(ctx: Ctx, ids: string[]): Promise<{ label: string; called: string }[]> {
  const rows = await ctx.tx
    .select({ name: contacts.name, role: contacts.role, title: contacts.title })
    .from(contacts)
    .where(inArray(contacts.id, ids));
  return rows.map(({ name, role, title }) => {
    const words = ROLE_LABELS[roleOf(role)];
    const isAlone = name && rows.filter((row) => row.name === name).length === 1;
    return {
      label: [name, title ?? words].filter(Boolean).join(', '),
      called: isAlone ? name : `the ${words}`,
    };
  });
}
