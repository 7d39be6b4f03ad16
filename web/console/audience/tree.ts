// The filter as somebody edits it: groups of "all / any / none of these", conditions that may not be finished yet.
import type { Clause, Filter } from '../../../core/audience/filter.ts';

export type Mode = 'all' | 'any' | 'none';
export type Group = { kind: 'group'; id: number; mode: Mode; nodes: Node[] };
export type Condition = { kind: 'condition'; id: number; isNot: boolean; clause: Clause };
export type Node = Group | Condition;

let made = 0;
export const newGroup = (mode: Mode, nodes: Node[] = []): Group => ({
  kind: 'group',
  id: ++made,
  mode,
  nodes,
});
export const newCondition = (clause: Clause, isNot = false): Condition => ({
  kind: 'condition',
  id: ++made,
  isNot,
  clause,
});

/** A filter of any shape as the tree that is edited; what stands at the top is always a group. */
export function treeOf(filter: Filter): Group {
  const node = nodeOf(filter);
  return node.kind === 'group' ? node : newGroup('all', [node]);
}

function nodeOf(filter: Filter): Node {
  if ('op' in filter) return newCondition(filter);
  if ('all' in filter) return newGroup('all', filter.all.map(nodeOf));
  if ('any' in filter) return newGroup('any', filter.any.map(nodeOf));
  const inner = filter.not;
  if ('op' in inner) return newCondition(inner, true);
  if ('any' in inner) return newGroup('none', inner.any.map(nodeOf));
  return newGroup('none', [nodeOf(inner)]);
}

/** The filter of what is finished; a group in which nothing is finished says nothing. */
export function filterOf(root: Group): Filter {
  return toFilter(root) ?? { all: [] };
}

function toFilter(node: Node): Filter | null {
  if (node.kind === 'condition') {
    if (!isFinished(node.clause)) return null;
    return node.isNot ? { not: node.clause } : node.clause;
  }
  const parts = node.nodes.flatMap((one) => toFilter(one) ?? []);
  if (parts.length === 0) return null;
  if (node.mode === 'none') return { not: { any: parts } };
  return node.mode === 'all' ? { all: parts } : { any: parts };
}

export function isFinished(clause: Clause): boolean {
  switch (clause.op) {
    case 'in':
      return clause.values.length > 0;
    case 'between':
      return hasText(clause.from) || hasText(clause.to);
    case 'contains':
    case 'like':
      return clause.text.trim() !== '';
    case 'known':
    case 'did':
      return true;
    case 'top':
      return (clause.count ?? clause.percent ?? 0) > 0;
  }
}

const hasText = (end: string | number | null | undefined) => end !== null && end !== undefined && end !== '';

/** The tree with one node changed, or taken out by `null`; a group other than the top that became empty goes too. */
export function replaceNode(root: Group, id: number, change: (node: Node) => Node | null): Group {
  if (root.id === id) {
    const changed = change(root);
    return changed?.kind === 'group' ? changed : newGroup('all');
  }
  const nodes = root.nodes.flatMap((node): Node[] => {
    if (node.id === id) return [change(node)].filter((one) => one !== null);
    if (node.kind === 'condition') return [node];
    const inside = replaceNode(node, id, change);
    return inside.nodes.length === 0 && node.nodes.length > 0 ? [] : [inside];
  });
  return { ...root, nodes };
}

export const countConditions = (node: Node): number =>
  node.kind === 'condition' ? 1 : node.nodes.reduce((sum, one) => sum + countConditions(one), 0);
