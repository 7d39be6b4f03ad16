import { neededPieces } from './needed-pieces.ts';

type Node = { next: Map<number, Node>; ends: number[] };
const newNode = (): Node => ({ next: new Map(), ends: [] });

/** What is worth trying on a text that holds one of its pieces; `null` on any. */
export type Sifted<Value> = { value: Value; pieces: readonly string[] | null };

/** Answers which of many values are worth trying on a text, in their order, by one walk over it. */
export function createSieve<Value>(all: readonly Sifted<Value>[]): (text: string) => Value[] {
  const root = newNode();
  const always = all.flatMap(({ pieces }, at) => (pieces ? [] : [at]));
  for (const [at, { pieces }] of all.entries())
    for (const piece of pieces ?? []) nodeOf(root, piece).ends.push(at);
  return (text) => {
    const found = new Set(always);
    for (let from = 0; from < text.length; from++) {
      let node = root.next.get(text.charCodeAt(from));
      for (let at = from + 1; node; at++) {
        for (const end of node.ends) found.add(end);
        node = at < text.length ? node.next.get(text.charCodeAt(at)) : undefined;
      }
    }
    return [...found].sort((a, b) => a - b).map((at) => all[at]!.value);
  };
}

function nodeOf(root: Node, piece: string): Node {
  let node = root;
  for (let at = 0; at < piece.length; at++) {
    const code = piece.charCodeAt(at);
    const next = node.next.get(code) ?? newNode();
    node.next.set(code, next);
    node = next;
  }
  return node;
}

/** Of many patterns those that a text may match. */
export const siftPatterns = (patterns: readonly RegExp[]): ((text: string) => RegExp[]) =>
  createSieve(patterns.map((value) => ({ value, pieces: neededPieces(value) })));
