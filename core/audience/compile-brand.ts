import { type SQL, sql } from 'drizzle-orm';
import { fold } from '../../lib/text.ts';
import { brandSubtree, ownerGroupOf, withDescendants } from './brand-tree.ts';
import { judge } from './compile-test.ts';
import type { Clause } from './filter.ts';
import type { FilterScope, ScopedBrand } from './filter-scope.ts';

/** A brand stands for everything below it in the tenant's tree. */
export function compileBrand(clause: Clause, { brands }: FilterScope): SQL {
  const known = sql`c.brand_id is not null`;
  if (clause.op === 'known' || clause.op === 'between') return known;
  const meant =
    clause.op === 'in'
      ? brandSubtree(brands, clause.values.map(String))
      : withDescendants(
          brands,
          brands.filter((brand) => fold(brand.name).includes(fold(clause.text))),
        );
  return judge(known, isAmong(meant));
}

/** Who owns the brand: told by the brand itself, else by the nearest one above it. */
export function compileOwnerGroup(clause: Clause, { brands }: FilterScope): SQL {
  const owned = brands.flatMap((brand) => {
    const group = ownerGroupOf(brands, brand);
    return group ? [{ brand, group: fold(group) }] : [];
  });
  const known = sql`coalesce(${isAmong(owned.map(({ brand }) => brand))}, false)`;
  if (clause.op === 'known' || clause.op === 'between') return known;
  const asked = clause.op === 'in' ? new Set(clause.values.map((value) => fold(String(value)))) : null;
  const isMeant = (group: string) =>
    clause.op === 'in' ? asked!.has(group) : group.includes(fold(clause.text));
  const meant = owned.filter(({ group }) => isMeant(group)).map(({ brand }) => brand);
  return judge(known, isAmong(meant));
}

const isAmong = (brands: readonly ScopedBrand[]): SQL =>
  sql`c.brand_id = any(${sql.param(brands.map(({ id }) => id))}::uuid[])`;
