// "all Jetts gyms", "诺富特酒店": a brand and what all of its customers are. That word picks none of them, and as a condition
// it would leave out those of the brand of whom nobody noted it.
import type { Vocabulary } from '../../../core/vocabulary.ts';
import { isClause } from '../filters.ts';
import type { Item } from '../items.ts';

export function withoutOwnKind(items: readonly Item[], { brands }: Pick<Vocabulary, 'brands'>): Item[] {
  const typesOf = (name: string): readonly string[] =>
    brands.flatMap((brand) =>
      brand.name === name ? (brand.types ?? []) : brand.parent === name ? typesOf(brand.name) : [],
    );
  return items.map((item, at) => {
    const [kind] = valuesOf(item, 'type');
    const beside = [items[at - 1], items[at + 1]].find(
      (one) => one && (one.end === item.start || item.end === one.start) && valuesOf(one, 'brand').length > 0,
    );
    const types = beside ? valuesOf(beside, 'brand').flatMap(typesOf) : [];
    return kind !== undefined && types.length > 0 && types.every((type) => type === kind)
      ? { ...item, kind: 'word', senses: [{ kind: 'skip', value: 'article' }] }
      : item;
  });
}

const valuesOf = (item: Item, field: string): readonly string[] =>
  item.kind === 'clause' && isClause(item.filter) && item.filter.op === 'in' && item.filter.field === field
    ? item.filter.values.map(String)
    : [];
