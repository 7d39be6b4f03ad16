import { type SQL, sql } from 'drizzle-orm';
import { type Folded, holds, resembles } from '../../db/queries/fold.ts';
import { fold } from '../../lib/text.ts';
import { isAmong } from './compile-brand.ts';
import { kept, unfolded } from './compile-test.ts';
import type { Clause } from './filter.ts';
import type { FilterScope } from './filter-scope.ts';
import { nearestWords } from './nearest-words.ts';

/**
 * A text anywhere in what a customer's own rows say: name, place, type, tier, brand, tags, notes, units, contacts and
 * the tenant's own fields. Never unknown: what is not written anywhere is not there.
 */
export function compileAnything(clause: Clause, { brands }: FilterScope): SQL {
  const text = clause.op === 'contains' || clause.op === 'like' ? clause.text : '';
  const isLike = clause.op === 'like';
  const test = (value: Folded) => (isLike ? resembles(value.folded, text) : holds(value, text));
  const names = brands.map(({ name }) => name);
  const near = new Set(isLike ? nearestWords(text, names) : []);
  const meant = brands.filter(
    ({ name }) => near.has(name) || (fold(text) && fold(name).includes(fold(text))),
  );
  const own = [
    ...COLUMNS.map((column) => test(column)),
    test(unfolded(sql`c.notes`)),
    ...(meant.length > 0 ? [isAmong(meant)] : []),
    sql`exists (select 1 from unnest(c.tags) as tag(name) where ${test(unfolded(sql`tag.name`))})`,
    sql`exists (select 1 from jsonb_each_text(c.attributes) as own(key, value) where ${test(unfolded(sql`own.value`))})`,
    sql`exists (select 1 from units z where z.customer_id = k.customer_id and ${test(unfolded(sql`z.name`))})`,
    sql`exists (select 1 from contacts p where p.customer_id = k.customer_id and p.left_at is null
      and (${test(unfolded(sql`p.name`))} or ${test(unfolded(sql`p.notes`))}))`,
  ];
  return sql`coalesce(${sql.join(own, sql` or `)}, false)`;
}

const COLUMNS = ['name', 'city', 'type', 'tier'].map(kept);
