// What an entry would change, value by value.
import { z } from 'zod';
import type { Inferred } from '../../../db/schema/index.ts';
import { inferRegion } from '../../places/infer-region.ts';
import type { CustomerPlan } from './plan-customer.ts';
import type { PrepareContext } from './prepare-context.ts';

export const importChange = z.object({
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  /** Of an inferred value: from what, and how surely (0 to 1). */
  because: z.string().nullable(),
  confidence: z.number().nullable(),
});
export type ImportChange = z.infer<typeof importChange>;

type Names = Pick<PrepareContext, 'brands' | 'users'>;

/** The customer's own values that would be other ones; a contract, people and parts are told by name. */
export function changesOf(
  { values, before, prepared, unitNames, contract, contacts, outcome }: CustomerPlan,
  names: Names,
): ImportChange[] {
  if (outcome === 'discarded' || outcome === 'unchanged') return [];
  const { inferred, attributes, ...columns } = values;
  const region = inferRegion(values);
  const marks: Inferred = { ...inferred, ...(region ? { region } : {}) };
  const now: Record<string, unknown> = {
    ...{ name: prepared.name, ...columns },
    ...{ region: region?.region ?? null, ...attributes },
  };
  const old: Record<string, unknown> = {
    ...{ ...before?.customer, region: before ? inferRegion(before.customer)?.region : null },
    ...before?.customer.attributes,
  };
  const plain = Object.entries(now)
    .filter(
      ([key, value]) =>
        JSON.stringify(value ?? null) !== JSON.stringify(old[key] ?? (Array.isArray(value) ? [] : null)),
    )
    .map(([field, after]) => ({
      field: fieldOf(field),
      before: named(field, old[field] ?? null, names),
      after: named(field, after, names),
      because: marks[fieldOf(field)]?.reason ?? null,
      confidence: marks[fieldOf(field)]?.confidence ?? null,
    }));
  const told = (field: string, after: unknown, previous: unknown = null) => ({
    field,
    before: previous,
    after,
    because: null,
    confidence: null,
  });
  return [
    ...plain,
    ...(unitNames ? [told('unit_name', unitNames, before?.unitNames ?? null)] : []),
    ...contract.insert.map((values) => told('contract', values)),
    ...contract.update.map((values) =>
      told(
        'contract',
        values,
        before?.contracts.find(({ id }) => id === values.id),
      ),
    ),
    ...contacts.insert.map(({ name, role }) => told('contact', name ?? role)),
    ...contacts.update.map((person) =>
      told('contact', person.name ?? person.role, before?.contacts.find(({ id }) => id === person.id)?.name),
    ),
  ];
}

/** A column of the customer as a field's key. */
const fieldOf = (column: string): string =>
  column === 'tags'
    ? 'tag'
    : column.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A brand and an account manager by name. */
function named(column: string, value: unknown, { brands, users }: Names): unknown {
  const list = column === 'brandId' ? brands : column === 'ownerId' ? users : [];
  return list.find(({ id }) => id === value)?.name ?? value;
}
