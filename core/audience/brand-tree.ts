// Names in a tree of brands. Worked out in memory: a tenant has dozens of brands, its customers have thousands.
import { fold } from '../../lib/text.ts';
import type { Vocabulary } from '../vocabulary.ts';

export type BrandNode = Vocabulary['brands'][number];

/** The brands that one of `names` means, by name or alias, each with everything below it. */
export function brandSubtree<Node extends BrandNode>(
  brands: readonly Node[],
  names: readonly string[],
): Node[] {
  const wanted = new Set(names.map(fold));
  return withDescendants(
    brands,
    brands.filter((brand) => [brand.name, ...brand.aliases].some((name) => wanted.has(fold(name)))),
  );
}

/** The roots with everything below them; a loop in the data ends where it began. */
export function withDescendants<Node extends BrandNode>(
  brands: readonly Node[],
  roots: readonly Node[],
): Node[] {
  const found = new Map(roots.map((brand) => [brand.name, brand]));
  for (const { name } of found.values()) {
    for (const child of brands) if (child.parent === name) found.set(child.name, child);
  }
  return [...found.values()];
}

/** The owner group of a brand: its own, else the nearest one above it; null when nobody above says. */
export function ownerGroupOf(brands: readonly BrandNode[], brand: BrandNode): string | null {
  const seen = new Set<string>();
  let current: BrandNode | undefined = brand;
  while (current && !seen.has(current.name)) {
    if (current.ownerGroup) return current.ownerGroup;
    seen.add(current.name);
    const { parent }: BrandNode = current;
    current = brands.find(({ name }) => name === parent);
  }
  return null;
}
