// What holds in every tree of brands: each name once, and no loop.
import { AppError } from '../../lib/errors.ts';
import { fold } from '../../lib/text.ts';
import type { BrandRow } from './brand-done.ts';
import { lineOf } from './read-tree.ts';

export type Tree = ReadonlyMap<string, BrandRow>;

export function brandOf(id: string, tree: Tree): BrandRow {
  const found = tree.get(id);
  if (found) return found;
  throw new AppError('brand:unknown', 'There is no such brand.', { nextStep: 'Read the tree again.' });
}

/** Each once, and none that the brand is called anyway. */
export const namesBeside = (called: string, others: readonly string[]): string[] => [
  ...new Map(
    others.filter((other) => fold(other) !== fold(called)).map((other) => [fold(other), other]),
  ).values(),
];

export function demandFreeNames(row: BrandRow, tree: Tree): void {
  const wanted = new Set([row.name, ...row.aliases].map(fold));
  const other = [...tree.values()].find(
    (one) => one.id !== row.id && [one.name, ...one.aliases].some((called) => wanted.has(fold(called))),
  );
  if (!other) return;
  throw new AppError('brand:exists', `“${other.name}” has that name already.`, {
    nextStep: 'Use another name, or merge the two.',
    where: { brandId: other.id },
  });
}

export function demandNoLoop(row: BrandRow, tree: Tree): void {
  if (row.parentId === null) return;
  const above = lineOf(brandOf(row.parentId, tree), tree);
  if (!above.some(({ id }) => id === row.id)) return;
  throw new AppError('brand:invalid', `“${above[0]!.name}” stands below “${row.name}” itself.`, {
    nextStep: 'Move that one first.',
  });
}
