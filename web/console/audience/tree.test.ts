import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Clause, Filter } from '../../../core/audience/filter.ts';
import {
  countConditions,
  filterOf,
  type Group,
  newCondition,
  newGroup,
  replaceNode,
  treeOf,
} from './tree.ts';

const city = (name: string): Clause => ({ op: 'in', field: 'city', values: [name] });

const filters = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4 },
    fc.string({ minLength: 1 }).map(city),
    fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('filter').map((not) => ({ not })),
  ),
})).filter;

/** What a filter says of one customer. */
function holds(filter: Filter, name: string): boolean {
  if ('op' in filter) return filter.op === 'in' && filter.values.includes(name);
  if ('all' in filter) return filter.all.every((one) => holds(one, name));
  if ('any' in filter) return filter.any.some((one) => holds(one, name));
  return !holds(filter.not, name);
}

const namesIn = (filter: Filter): string[] =>
  'op' in filter
    ? filter.op === 'in'
      ? filter.values.map(String)
      : []
    : 'not' in filter
      ? namesIn(filter.not)
      : ('all' in filter ? filter.all : filter.any).flatMap(namesIn);

it('means the same after a way through the builder, whatever the shape', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const again = filterOf(treeOf(filter));
      for (const name of [...namesIn(filter), ' nowhere'])
        expect(holds(again, name)).toBe(holds(filter, name));
    }),
  );
});

it('leaves out what is not finished, and a group of nothing but that', () => {
  const open = newCondition({ op: 'in', field: 'city', values: [] });
  const root = newGroup('all', [newCondition(city('Phuket')), newGroup('none', [open])]);
  expect(filterOf(root)).toEqual({ all: [city('Phuket')] });
  expect(filterOf(newGroup('any', [open]))).toEqual({ all: [] });
});

it('takes a condition out, and the group that it leaves empty, but never the top', () => {
  const inner = newGroup('any', [newCondition(city('Phuket'))]);
  const root: Group = newGroup('all', [inner]);
  const emptied = replaceNode(root, inner.nodes[0]!.id, () => null);
  expect(emptied).toEqual({ ...root, nodes: [] });
  expect(countConditions(root)).toBe(1);
});

it('changes one condition and no other', () => {
  const root = newGroup('all', [
    newCondition(city('Phuket')),
    newGroup('any', [newCondition(city('Bangkok'))]),
  ]);
  const target = (root.nodes[1] as Group).nodes[0]!;
  const changed = replaceNode(root, target.id, (node) =>
    node.kind === 'condition' ? { ...node, isNot: true } : node,
  );
  expect(filterOf(changed)).toEqual({ all: [city('Phuket'), { any: [{ not: city('Bangkok') }] }] });
});
