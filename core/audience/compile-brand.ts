import { type SQL, sql } from 'drizzle-orm';
import { fold } from '../../lib/text.ts';
import { brandSubtree, ownerGroupOf, withDescendants } from './brand-tree.ts';
import { judge } from './compile-test.ts';
import type { Clause } from './filter.ts';
import type { FilterScope, ScopedBrand } from './filter-scope.ts';
import { nearestWords } from './nearest-words.ts';

/** A brand stands for everything below it in the tenant's tree; null where the brand is not known. */
export function compileBrand(clause: Clause, { brands }: FilterScope): SQL {
  if (clause.op === 'in') return isAmong(brandSubtree(brands, clause.values.map(String)));
  const test = nameTest(
    clause,
    brands.map(({ name }) => name),
  );
  if (!test) return sql`k.brand_id is not null`;
  return isAmong(
    withDescendants(
      brands,
      brands.filter(({ name }) => test(name)),
    ),
  );
}

/** Who owns the brand: told by the brand itself, else by the nearest one above it. */
export function compileOwnerGroup(clause: Clause, { brands }: FilterScope): SQL {
  const owned = brands.flatMap((brand) => {
    const group = ownerGroupOf(brands, brand);
    return group ? [{ brand, group }] : [];
  });
  const known = sql`coalesce(${isAmong(owned.map(({ brand }) => brand))}, false)`;
  const test = nameTest(
    clause,
    owned.map(({ group }) => group),
  );
  if (!test) return known;
  return judge(known, isAmong(owned.filter(({ group }) => test(group)).map(({ brand }) => brand)));
}

/** Which of the names a clause means; null when it asks only whether there is one. */
export function nameTest(clause: Clause, names: readonly string[]): ((name: string) => boolean) | null {
  if (clause.op === 'in') {
    const asked = new Set(clause.values.map((value) => fold(String(value))));
    return (name) => asked.has(fold(name));
  }
  if (clause.op === 'contains') return (name) => fold(name).includes(fold(clause.text));
  if (clause.op !== 'like') return null;
  const near = new Set(nearestWords(clause.text, names, names.length));
  return (name) => near.has(name);
}

// An array without members would answer false where the brand is not known.
export const isAmong = (brands: readonly ScopedBrand[]): SQL =>
  brands.length === 0
    ? sql`case when k.brand_id is not null then false end`
    : sql`k.brand_id = any(${sql.param(brands.map(({ id }) => id))}::uuid[])`;
