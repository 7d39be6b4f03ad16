import { CORRECTED, type Inferred } from '../../../db/schema/index.ts';
import type { PreparedValues } from './prepared.ts';
import type { Existing } from './read-existing.ts';

/** Columns of a customer that a file fills, and the key under which `inferred` speaks of each. */
const COLUMNS = {
  brandId: 'brand',
  type: 'type',
  city: 'city',
  country: 'country',
  timeZone: 'time_zone',
  locale: 'locale',
  tier: 'tier',
  ownerId: 'owner',
  tags: 'tag',
  notes: 'notes',
} as const;

export type MergedValues = Omit<PreparedValues, 'tags'> & { tags: string[]; inferred: Inferred };

/**
 * What the customer says after the file. A file's unknown erases nothing; an inferred value does not replace a stated
 * one; what a person corrected stays.
 */
export function mergeValues(
  fresh: { values: PreparedValues; inferred: Inferred },
  before: Existing['customer'] | undefined,
): MergedValues {
  const { values, inferred } = fresh;
  if (!before) return { ...values, tags: values.tags ?? [], inferred };
  const merged: MergedValues = {
    ...pick(before),
    attributes: { ...withoutNulls(before.attributes) },
    inferred: { ...before.inferred },
  };
  const set = (key: string, current: unknown, next: unknown, write: () => void) => {
    const mark = before.inferred[key];
    if (next === null || mark?.reason === CORRECTED) return;
    if (inferred[key] && current !== null && !mark) return;
    write();
    delete merged.inferred[key];
    if (inferred[key]) merged.inferred[key] = inferred[key];
  };
  for (const [column, key] of Object.entries(COLUMNS) as [keyof typeof COLUMNS, string][]) {
    set(key, before[column], values[column], () => Object.assign(merged, { [column]: values[column] }));
  }
  for (const [key, value] of Object.entries(values.attributes)) {
    set(key, before.attributes[key] ?? null, value, () => {
      merged.attributes[key] = value;
    });
  }
  for (const key of ['contract_start', 'contract_end', 'unit_price']) {
    if (inferred[key] && merged.inferred[key]?.reason !== CORRECTED) merged.inferred[key] = inferred[key];
  }
  return merged;
}

const pick = (row: Existing['customer']): Omit<MergedValues, 'attributes' | 'inferred'> => ({
  brandId: row.brandId,
  type: row.type,
  city: row.city,
  country: row.country,
  timeZone: row.timeZone,
  locale: row.locale,
  tier: row.tier,
  ownerId: row.ownerId,
  tags: row.tags,
  notes: row.notes,
});

const withoutNulls = (attributes: Existing['customer']['attributes']): PreparedValues['attributes'] =>
  Object.fromEntries(
    Object.entries(attributes).filter(
      (entry): entry is [string, string | number | boolean] => entry[1] !== null,
    ),
  );
