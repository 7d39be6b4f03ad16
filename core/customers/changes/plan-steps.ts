import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../../lib/errors.ts';
import { newId } from '../../../lib/ids.ts';
import { fold } from '../../../lib/text.ts';
import { checkClause } from '../../audience/check-clause.ts';
import { type FilterScope, readFilterScope } from '../../audience/filter-scope.ts';
import type { Ctx } from '../../context.ts';
import type { Field } from '../../fields/field.ts';
import type { ContactRole } from '../roles.ts';
import type { ChangeStep, ContactValues, PlannedStep, Value } from './change-step.ts';
import { type CustomerRecord, isEditable, readValue } from './customer-record.ts';
import { findContact, invalid, roleOf } from './find-contact.ts';
import { addressesOf, contactValues, type Reached, readReached, replacedBy } from './plan-contact.ts';

type Known = {
  record: CustomerRecord;
  scope: FilterScope;
  /** The usable addresses of its contacts. */
  reached: readonly Reached[];
  leaving: ContactRole;
};

/** Finds and checks everything that the steps name. Throws `input:invalid`, `field:unknown` or `filter:invalid`. */
export async function planSteps(
  ctx: Ctx,
  { steps, record }: { steps: readonly ChangeStep[]; record: CustomerRecord },
): Promise<PlannedStep[]> {
  const known = {
    record,
    scope: await readFilterScope(ctx),
    reached: await readReached(ctx, record),
    leaving: leavingRole(steps, record),
  };
  const planned = steps.map((step) => planStep(step, known));
  // "It moved to Phuket, Thailand" says the country again.
  const changing = planned.filter(
    (step) =>
      !('before' in step) || !isDeepStrictEqual(step.before, step.after) || step.do === 'change_contact',
  );
  if (changing.length > 0) return changing;
  throw new AppError('input:invalid', 'That is how it stands already.');
}

/** Whoever is new has the role of the one who leaves, unless another is said. */
function leavingRole(steps: readonly ChangeStep[], record: CustomerRecord): ContactRole {
  const left = steps.filter((step) => step.do === 'contact_left');
  return left.length === 1 ? roleOf(findContact(left[0]!.contact, record).role) : 'other';
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
      const { do: _, ...said } = step;
      const there = record.contacts.find(
        ({ name, leftAt }) => !leftAt && fold(name ?? '') === fold(step.name),
      );
      // "Rudolf is now the operations manager" of somebody who is there.
      if (there) return planStep({ ...said, do: 'change_contact', contact: { id: there.id } }, known);
      const after = { role: known.leaving, ...contactValues(step) };
      return { do: 'add_contact', contactId: newId(), after, addresses: addressesOf(step.addresses, record) };
    }
    case 'change_contact': {
      const contact = findContact(step.contact ?? {}, record);
      const after = contactValues(step);
      const keys = Object.keys(after) as (keyof ContactValues)[];
      const before = Object.fromEntries(keys.map((key) => [key, contact[key]])) as ContactValues;
      const fresh = addressesOf(step.addresses, record);
      if (keys.length + fresh.length === 0) throw invalid('The change of a contact changes nothing.');
      const { id: contactId, name } = contact;
      const replaced = step.replaces ? replacedBy(fresh, { contactId, reached: known.reached }) : [];
      return { do: 'change_contact', contactId, name, before, after, addresses: fresh, replaced };
    }
    case 'add_tags':
    case 'remove_tags':
      return {
        do: 'set',
        field: 'tag',
        before: readValue(record, 'tag'),
        after: listAfter(step, record.customer.tags).join(', ') || null,
      };
    case 'add_units':
    case 'remove_units':
      return { do: 'set_units', before: record.units, after: listAfter(step, record.units) };
    case 'set_units':
      return { do: 'set_units', before: record.units, after: step.names };
    case 'note':
      return { ...step, noteId: newId() };
  }
}

type ListStep = Extract<ChangeStep, { do: 'add_tags' | 'remove_tags' | 'add_units' | 'remove_units' }>;

/** The names that there are with those of the step, or without them; throws where one to remove is not there. */
function listAfter(step: ListStep, present: readonly string[]): string[] {
  const names = 'tags' in step ? step.tags : step.names;
  const isThere = (name: string) => present.some((one) => fold(one) === fold(name));
  if (step.do === 'add_tags' || step.do === 'add_units')
    return [...present, ...names.filter((name) => !isThere(name))];
  const missing = names.find((name) => !isThere(name));
  if (missing) throw invalid(`There is no “${missing.slice(0, 60)}” here.`);
  const gone = new Set(names.map(fold));
  return present.filter((one) => !gone.has(fold(one)));
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
