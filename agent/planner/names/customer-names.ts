// Customers by the words of their names. Of a hundred thousand that takes most of a second, so a workspace keeps one that
// follows its list at the price of what changed, and the first is made in small stretches.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Vocabulary } from '../../../core/vocabulary.ts';
import { byName, withAdded, without } from '../../../lib/ordered-list.ts';
import { nameStems } from '../tokens.ts';

export type Customer = Vocabulary['customers'][number];
type List = Vocabulary['customers'];
type Of = Pick<Vocabulary, 'customers' | 'workspace'>;

/** `words` are all that stand in names, `fresh` those of them that came since it was made. */
export type CustomerNames = {
  list: List;
  byPhrase: Map<string, readonly Customer[]>;
  byWord: Map<string, readonly Customer[]>;
  words: Set<string>;
  fresh: ReadonlySet<string>;
  /** Words of the longest name there was. */
  longest: number;
};

const ofWorkspace = new Map<string, CustomerNames>();
// As many workspaces as talk at about the same time.
const MOST_KEPT = 50;
const ofList = new WeakMap<List, CustomerNames>();

// More than these are taken in by making all anew, in stretches.
const MANY_CHANGED = 20_000;
const AT_A_STRETCH = 1_000;

/** Those of this very list, as it stands. */
export function customerNames(of: Of): CustomerNames {
  const known = keptFor(of);
  if (known) return follow(known, of.customers);
  const building = build(of.customers);
  for (let step = building.next(); ; step = building.next()) if (step.done) return keep(of, step.value);
}

/** So that asking for them afterwards holds up nobody else. */
export async function prepareCustomerNames(of: Of): Promise<void> {
  const known = keptFor(of);
  const changed = known && differences(known.list, of.customers, MANY_CHANGED);
  if (!known || !changed) return buildInStretches(of);
  for (const [at, one] of [...changed.gone, ...changed.come].entries()) {
    stemmed.set(one, nameStems(one.name));
    if (at % AT_A_STRETCH === AT_A_STRETCH - 1) await nextTurn();
  }
  customerNames(of);
}

async function buildInStretches(of: Of): Promise<void> {
  const building = build(of.customers);
  for (let step = building.next(); ; step = building.next()) {
    if (step.done) return void keep(of, step.value);
    await nextTurn();
  }
}

/** The words of names that are about to come or go: taking names apart is nearly all that following a list costs. */
const stemmed = new WeakMap<Customer, readonly string[]>();

const keptFor = ({ workspace, customers }: Of): CustomerNames | undefined =>
  workspace === undefined ? ofList.get(customers) : ofWorkspace.get(workspace);

function keep({ workspace, customers }: Of, names: CustomerNames): CustomerNames {
  if (workspace === undefined) {
    ofList.set(customers, names);
    return names;
  }
  ofWorkspace.delete(workspace);
  ofWorkspace.set(workspace, names);
  const [oldest] = ofWorkspace.keys();
  if (ofWorkspace.size > MOST_KEPT && oldest !== undefined) ofWorkspace.delete(oldest);
  return names;
}

function* build(list: List): Generator<void, CustomerNames> {
  const byPhrase = new Map<string, Customer[]>();
  const byWord = new Map<string, Customer[]>();
  let longest = 1;
  for (const [at, customer] of list.entries()) {
    const stems = nameStems(customer.name);
    push(byPhrase, stems.join(' '), customer);
    for (const word of new Set(stems)) push(byWord, word, customer);
    longest = Math.max(longest, stems.length);
    if (at % AT_A_STRETCH === AT_A_STRETCH - 1) yield;
  }
  return { list, byPhrase, byWord, words: new Set(byWord.keys()), fresh: new Set(), longest };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

type Differences = { gone: Customer[]; come: Customer[] };

/** Both lists are in the order of names; null where there are more than `most`. */
function differences(before: List, now: List, most = Number.POSITIVE_INFINITY): Differences | null {
  const [gone, come]: [Customer[], Customer[]] = [[], []];
  if (before === now) return { gone, come };
  for (let at = 0, next = 0; at < before.length || next < now.length; ) {
    const [old, one] = [before[at], now[next]];
    if (old === one || (old && one && old.id === one.id && old.name === one.name)) {
      at += 1;
      next += 1;
    } else if (old && (!one || byName(old, one) < 0)) {
      gone.push(old);
      at += 1;
    } else {
      come.push(one!);
      next += 1;
    }
    if (gone.length + come.length > most) return null;
  }
  return { gone, come };
}

function follow(names: CustomerNames, list: List): CustomerNames {
  const { gone, come } = differences(names.list, list)!;
  names.list = list;
  if (gone.length + come.length === 0) return names;
  const stems = new Map([...gone, ...come].map((one) => [one, stemmed.get(one) ?? nameStems(one.name)]));
  for (const one of stems.keys()) stemmed.delete(one);
  const change = (keysOf: (one: Customer) => Iterable<string>) => ({
    gone: byKey(gone, keysOf),
    come: byKey(come, keysOf),
  });
  apply(
    names.byPhrase,
    change((one) => [stems.get(one)!.join(' ')]),
  );
  const byWord = change((one) => new Set(stems.get(one)));
  apply(names.byWord, byWord);
  for (const word of byWord.gone.keys()) if (!names.byWord.has(word)) names.words.delete(word);
  const fresh = [...byWord.come.keys()].filter((word) => !names.words.has(word));
  const still = [...names.fresh].filter((word) => names.byWord.has(word));
  // Another set wherever it changed: whoever made something of the words of one finds out by that.
  if (fresh.length > 0 || still.length < names.fresh.size) names.fresh = new Set([...still, ...fresh]);
  names.longest = Math.max(names.longest, ...come.map((one) => stems.get(one)!.length));
  return names;
}

function byKey(
  customers: readonly Customer[],
  keysOf: (one: Customer) => Iterable<string>,
): Map<string, Customer[]> {
  const map = new Map<string, Customer[]>();
  for (const one of customers) for (const key of keysOf(one)) push(map, key, one);
  return map;
}

type Change = { gone: Map<string, Customer[]>; come: Map<string, Customer[]> };

/** A list that changes is another one: whoever still holds the old one holds what it was. */
function apply(map: Map<string, readonly Customer[]>, { gone, come }: Change): void {
  for (const key of new Set([...gone.keys(), ...come.keys()])) {
    const rest = without(map.get(key) ?? [], gone.get(key) ?? [], byName);
    const now = withAdded(rest, come.get(key) ?? [], byName);
    if (now.length > 0) map.set(key, now);
    else map.delete(key);
  }
}
