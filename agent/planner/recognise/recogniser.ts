import type { Item } from '../items.ts';
import type { Reader } from '../reader.ts';

type Meaning<T> = T extends unknown ? Omit<T, 'start' | 'end' | 'text'> : never;

/** What some words mean, and the token after them. */
export type Recognised = { item: Meaning<Item>; end: number };
/** Looks at one place of a sentence; null when it is not what it knows. */
export type Recogniser = (reader: Reader, at: number) => Recognised | null;
