// Long lists in order, of which little changes: what lies between two that come or go is copied as it is.

type Order<T> = (a: T, b: T) => number;

/** With those who come, who are in order, too. */
export function withAdded<T>(list: readonly T[], come: readonly T[], order: Order<T>): readonly T[] {
  const parts: (readonly T[])[] = [];
  let from = 0;
  for (const one of come) {
    const place = placeOf(one, { list, from, order });
    parts.push(list.slice(from, place), [one]);
    from = place;
  }
  return parts.length === 0 ? list : [...parts, list.slice(from)].flat();
}

/** Without those who go, who are in order, too. */
export function without<T>(list: readonly T[], gone: readonly T[], order: Order<T>): readonly T[] {
  const kept: (readonly T[])[] = [];
  let from = 0;
  for (const one of gone) {
    const place = placeOf(one, { list, from, order });
    kept.push(list.slice(from, place));
    const is = place < list.length && order(list[place]!, one) === 0;
    from = is ? place + 1 : place;
  }
  return kept.length === 0 ? list : [...kept, list.slice(from)].flat();
}

type Place<T> = { list: readonly T[]; from: number; order: Order<T> };

/** Before whom one stands, at `from` or behind it. */
function placeOf<T>(one: T, { list, from, order }: Place<T>): number {
  let [low, high] = [from, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(list[middle]!, one) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Named = { id: string; name: string };

/** By names, and by ids where they have the same. */
export const byName = (a: Named, b: Named): number => byCodePoint(a.name, b.name) || byCodePoint(a.id, b.id);

/** The order of the database's "C", in which what lies beyond U+FFFF comes last; JavaScript's own puts it among the rest. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one !== other) return rank(one) - rank(other);
  }
  return a.length - b.length;
}

const rank = (unit: number): number => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit);
