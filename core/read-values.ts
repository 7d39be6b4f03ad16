import type { SQL } from 'drizzle-orm';
import {
  BRAND_TYPE,
  type FieldValueRow,
  fieldValues,
  fieldValuesOf,
  hasValues,
  isElsewhere,
  type ValuedField,
} from '../db/queries/field-values.ts';
import type { Ctx } from './context.ts';
import type { Field } from './fields/field.ts';
import { listRegions } from './places/regions.ts';
import type { Vocabulary } from './vocabulary.ts';

type Values = Vocabulary['values'];
/** What was read before, and the customers that changed since. */
type Known = { values?: Values; changedIds?: readonly string[] };

/** Distinct values in the data of fields that have a list of them, by key (free text has none); regions are those of the world. */
export async function readValues(
  ctx: Ctx,
  fields: readonly Field[],
  { values: before = {}, changedIds = [] }: Known,
): Promise<Values> {
  const listed = [
    BRAND_TYPE,
    ...fields.filter((field) => hasValues(field) && (field.kind === 'choice' || field.kind === 'place')),
  ];
  const kept = listed.filter((field) => field.key in before && !isElsewhere(field));
  const read = async (asked: readonly ValuedField[], question: (asked: readonly ValuedField[]) => SQL) => {
    const { rows } = asked.length > 0 ? await ctx.tx.execute<FieldValueRow>(question(asked)) : { rows: [] };
    const byKey = Map.groupBy(rows, ({ key }) => key);
    return asked.map(({ key }) => [key, (byKey.get(key) ?? []).map(({ value }) => value)] as const);
  };
  const whole = await read(
    listed.filter((field) => !kept.includes(field)),
    fieldValues,
  );
  const added =
    changedIds.length > 0
      ? await read(kept, (asked) => fieldValuesOf(changedIds, asked))
      : kept.map(({ key }) => [key, []] as const);
  const merged = added.map(([key, values]) => [key, withAdded(before[key]!, values)] as const);
  const region = listRegions().map(({ name }) => name);
  return { ...Object.fromEntries([...whole, ...merged]), region };
}

/** In the order of the database’s "C". */
function withAdded(known: readonly string[], values: readonly string[]): readonly string[] {
  const fresh = values.filter((value) => !known.includes(value));
  return fresh.length === 0
    ? known
    : [...known, ...fresh].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

type Brand = Vocabulary['brands'][number];

/** The brands with the types of their customers. */
export function typesOfBrands(brands: readonly (Brand & { id: string })[], values: Values): Brand[] {
  const byBrand = Map.groupBy(values[BRAND_TYPE.key] ?? [], (pair) => pair.slice(0, pair.indexOf(' ')));
  return brands.map(({ id, ...brand }) => ({
    ...brand,
    types: (byBrand.get(id) ?? []).map((pair) => pair.slice(id.length + 1)),
  }));
}
