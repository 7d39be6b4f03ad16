import { AppError } from '../../../lib/errors.ts';
import { newId } from '../../../lib/ids.ts';
import { fold, joinWords } from '../../../lib/text.ts';
import { checkClause } from '../../audience/check-clause.ts';
import { type FilterScope, readFilterScope } from '../../audience/filter-scope.ts';
import type { Ctx } from '../../context.ts';
import type { Field } from '../../fields/field.ts';
import { normaliseAddress } from '../import/normalise-address.ts';
import { CONTACT_ROLES, findRole } from '../roles.ts';
import type { ChangeStep, ContactRef, ContactValues, PlannedStep, Value } from './change-step.ts';
import { type CustomerRecord, isEditable, readValue } from './customer-record.ts';

type Known = { record: CustomerRecord; scope: FilterScope };

/** Finds and checks everything that the steps name. Throws `input:invalid`, `field:unknown` or `filter:invalid`. */
export async function planSteps(
  ctx: Ctx,
  { steps, record }: { steps: readonly ChangeStep[]; record: CustomerRecord },
): Promise<PlannedStep[]> {
  const known = { record, scope: await readFilterScope(ctx) };
  return steps.map((step) => planStep(step, known));
}

function planStep(step: ChangeStep, known: Known): PlannedStep {
  const { record } = known;
  switch (step.do) {
    case 'set':
      return {
        do: 'set',
        field: step.field,
        before: readValue(record, step.field),
        after: checkValue(step, known),
      };
    case 'contact_left': {
      const { id, name } = findContact(step.contact, record);
      return { do: 'contact_left', contactId: id, name };
    }
    case 'add_contact': {
      const after = { role: 'other' as const, ...contactValues(step) };
      return { do: 'add_contact', contactId: newId(), after, addresses: addressesOf(step.addresses, record) };
    }
    case 'change_contact': {
      const contact = findContact(step.contact, record);
      const after = contactValues(step);
      const keys = Object.keys(after) as (keyof ContactValues)[];
      const before = Object.fromEntries(keys.map((key) => [key, contact[key]])) as ContactValues;
      const addresses = addressesOf(step.addresses, record);
      if (keys.length + addresses.length === 0) throw invalid('The change of a contact changes nothing.');
      return { do: 'change_contact', contactId: contact.id, name: contact.name, before, after, addresses };
    }
    case 'set_units':
      return { do: 'set_units', before: record.units, after: step.names };
    case 'note':
      return step;
  }
}

const NOTES: Field = {
  key: 'notes',
  label: 'Notes',
  kind: 'text',
  synonyms: {},
  values: [],
  columns: [],
  isBuiltIn: false,
};

function checkValue({ field: key, value }: Extract<ChangeStep, { do: 'set' }>, { scope }: Known): Value {
  const field = key === 'notes' ? NOTES : scope.fields.find((one) => one.key === key);
  if (field && !isEditable({ ...field, isBuiltIn: field.isBuiltIn && key !== 'notes' }))
    throw invalid(`${field.label} cannot be set: it is worked out, or recorded as it happens.`);
  if (field && (value === null || value === '')) {
    if (key === 'name') throw invalid('A customer needs a name.');
    return null;
  }
  // As a condition on the field: the registry's own check and spelling.
  const clause = {
    op: 'in' as const,
    field: key,
    values: [typeof value === 'number' ? value : String(value)],
  };
  const checked = checkClause(clause, field === NOTES ? [NOTES] : scope.fields, 'value');
  const [found] = checked.op === 'in' ? checked.values : [];
  if (field?.kind === 'yesno') return found === 'yes';
  if (key === 'brand') return nameAmong(String(found), scope.brands, 'brand');
  if (key === 'owner') return nameAmong(String(found), scope.people, 'person of this workspace');
  return found ?? null;
}

function nameAmong(text: string, known: readonly { name: string }[], what: string): string {
  const found = known.find(({ name }) => fold(name) === fold(text));
  if (found) return found.name;
  throw invalid(`There is no ${what} called “${text.slice(0, 60)}”.`);
}

/** The one contact who is meant and still there; by name a part of it will do ("Rudolf"). */
function findContact(ref: ContactRef, { contacts }: CustomerRecord): CustomerRecord['contacts'][number] {
  const role = ref.role ? roleOf(ref.role) : null;
  const words = fold(ref.name ?? '');
  const found = contacts
    .filter(({ leftAt }) => leftAt === null)
    .filter(({ id }) => !ref.id || id === ref.id)
    .filter((one) => !role || one.role === role)
    .filter(({ name }) => !words || ` ${fold(name ?? '')} `.includes(` ${words} `));
  if (found.length === 1) return found[0]!;
  const called = ref.name ?? ref.role ?? 'that id';
  throw new AppError(
    'input:invalid',
    found.length === 0
      ? `Nobody who is still there is called “${called}”.`
      : `${found.length} contacts are called “${called}”.`,
    { nextStep: 'Say the full name, or the role as well.', where: { contacts: found.map(({ id }) => id) } },
  );
}

function contactValues(step: Extract<ChangeStep, { do: 'add_contact' | 'change_contact' }>): ContactValues {
  const { name, role, title, language, preferredChannel } = step;
  const given = { name, role: role && roleOf(role), title, language, preferredChannel };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function roleOf(words: string) {
  const role = findRole(words);
  if (role) return role;
  throw invalid(`Nobody knows the role “${words.slice(0, 60)}”.`, `Use ${joinWords(CONTACT_ROLES, 'or')}.`);
}

const addressesOf = (given: Record<string, string> = {}, { customer }: CustomerRecord) =>
  Object.entries(given).map(([channel, address]) => {
    const normalised = normaliseAddress(channel, address, customer.country ?? undefined);
    if (normalised) return { channel, address, normalised };
    throw invalid(`“${address.slice(0, 60)}” is no address on ${channel.slice(0, 40)}.`);
  });

const invalid = (message: string, nextStep = 'Say it again with that put right.'): AppError =>
  new AppError('input:invalid', message, { nextStep });
