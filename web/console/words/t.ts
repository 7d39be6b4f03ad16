// Everything the page says passes here. The English sentence is the key; another language is a dictionary from it
// (data/th.ts), fetched only by those who read it. `{name}` is filled in; `{n|customer|customers}` is the first for one and
// the second for any other number.

import type { th } from './data/th.ts';
import type { Interpreter } from './interpret.ts';
import { language, locale } from './language.ts';

export type Words = keyof typeof th;
export type Value = string | number | null | undefined;

type SlotsIn<K extends string> = K extends `${string}{${infer Slot}}${infer Rest}`
  ? (Slot extends `${infer Name}|${string}` ? Name : Slot) | SlotsIn<Rest>
  : never;
/** What a sentence wants filled in: nothing, or each of its names. */
export type Slots<K extends string, V> = [SlotsIn<K>] extends [never] ? [] : [slots: Record<SlotsIn<K>, V>];

// Awaited by whatever says something: no sentence is made before its language is there.
const spoken = language === 'th' ? await thai() : null;
const dictionary: Readonly<Record<string, string>> | null = spoken?.dictionary ?? null;

/** A sentence in the reader's language. */
export const t = <K extends Words>(key: K, ...slots: Slots<K, Value>): string =>
  piecesOf(key, slots[0]).join('');

/** The same in pieces: what is filled in stays what it is, but numbers and plurals are said. */
export const piecesOf = <V>(key: Words, slots: Readonly<Record<string, V>> = {}): (string | V)[] =>
  inLanguage(key)
    .split(/(\{[^}]+\})/)
    .filter(Boolean)
    .map((piece) => (piece.startsWith('{') ? filled(piece.slice(1, -1), slots) : piece));

function filled<V>(slot: string, slots: Readonly<Record<string, V>>): string | V {
  const [name = '', one, many] = slot.split('|');
  const value = slots[name] as V;
  if (one !== undefined && many !== undefined) return Number(value) === 1 ? one : many;
  return typeof value === 'number' ? value.toLocaleString(locale) : value;
}

/** Words that come from data (a status, a kind, a role), where the dictionary has them; else as they are. */
export const inLanguage = (words: string): string => dictionary?.[words] ?? words;

/** The English of what was said in the reader's language. */
export const inEnglish = (words: string): string =>
  Object.entries(dictionary ?? {}).find(([, said]) => said === words)?.[0] ?? words;

/** What the server says, in the reader's language where it is known; else as it is. Never for what people wrote. */
export const fromServer: Interpreter = spoken?.interpret ?? ((text) => text);

async function thai() {
  const { interpret, ...words } = await import('./data/thai.ts');
  return { dictionary: { ...words.thOfData, ...words.th }, interpret: interpret(locale) };
}
