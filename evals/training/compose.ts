// Sentences to learn from, composed of patterns: "(yes|ok), please renew (it|)" is four of them. The patterns of a
// language stand in replies/<language>.txt under the intent that they mean, or under "not <intent>" where that is all
// that is said of them; lines "name = a|b" fill {name}.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { INTENTS } from '../../core/ports.ts';

const FOLDER = join(import.meta.dirname, 'replies');
/** So many variants of a pattern at most: the patterns should count, not their alternatives. */
const VARIANTS = 9;
const FILLED: Record<string, readonly string[]> = {
  n: ['2', '3', '4', '5', '6'],
  m: ['7', '8', '12', '20', '45'],
  s: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
  h: ['2', '3', '4', '5', '10', '11'],
  date: ['5/1', '2026-12-20', '24.12.', '31/12', '5 Jan', '3/2/2027'],
  mail: ['anna@example.com', 'gm@example.org', 'finance@example.com'],
  phone: ['+66 81 000 0001', '0810000002', '+49 170 0000003'],
};

export type Sentence = {
  text: string;
  /** The same without greeting, thanks and slips of the keys. */
  core: string;
  /** Right is any of them. */
  intents: readonly string[];
  language: string;
  /** Variants of one pattern, or one author; never split between learning and checking. */
  pattern: string;
  unitNames?: readonly string[];
  campaignType?: string | undefined;
  /** Instead of what makes up for how often its intent is learnt. */
  weight?: number;
};

/** Every composed sentence, always the same ones. */
export function composeSentences(): Sentence[] {
  const random = createRandom(7);
  // What came later has files of its own and draws last, so that it changes nothing of the rest.
  const isLater = (file: string) => Number(file.includes('-'));
  return readdirSync(FOLDER)
    .sort((a, b) => isLater(a) - isLater(b) || (a < b ? -1 : 1))
    .flatMap((file) => composeFile(basename(file, '.txt'), readFileSync(join(FOLDER, file), 'utf8'), random));
}

export type Random = () => number;

/** mulberry32 */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function composeFile(name: string, file: string, random: Random): Sentence[] {
  const [language = name] = name.split('-');
  const fills = { ...FILLED };
  const sentences: Sentence[] = [];
  let intents: readonly string[] = [];
  file.split('\n').forEach((line, at) => {
    const fill = /^(\w+) = (.+)$/u.exec(line);
    if (fill) fills[fill[1]!] = fill[2]!.split('|');
    else if (line.startsWith('## ')) intents = meantBy(line.slice(3).trim());
    else if (line.trim())
      sentences.push(...variantsOf({ line, fills, random }, { intents, language, pattern: `${name}:${at}` }));
  });
  return sentences;
}

const meantBy = (heading: string): readonly string[] =>
  heading.startsWith('not ') ? INTENTS.filter((one) => one !== heading.slice(4)) : [heading];

type Pattern = { line: string; fills: Record<string, readonly string[]>; random: Random };

function variantsOf({ line, fills, random }: Pattern, about: Omit<Sentence, 'text' | 'core'>): Sentence[] {
  const texts = new Set<string>();
  for (let tries = 0; tries < VARIANTS * 2 && texts.size < VARIANTS; tries++)
    texts.add(fillIn(expand(line, random), fills, random).replace(/\s+/gu, ' ').trim());
  return [...texts].filter(Boolean).map((text) => ({
    ...about,
    core: text,
    text: dressed(text, { fills, random, intent: about.intents[0]! }),
    // Half of the readers know what the customer's units are called.
    ...(line.includes('{unit}') && random() < 0.5 ? { unitNames: fills.unit! } : {}),
  }));
}

/** One alternative of each pair of brackets, from the innermost out. */
function expand(line: string, random: Random): string {
  const inner = /\(([^()]*\|[^()]*)\)/u;
  let text = line;
  for (let found = inner.exec(text); found; found = inner.exec(text))
    text =
      text.slice(0, found.index) +
      pick(found[1]!.split('|'), random) +
      text.slice(found.index + found[0].length);
  return text;
}

const fillIn = (text: string, fills: Pattern['fills'], random: Random): string =>
  text.replace(/\{(\w+)\}/gu, (_, name: string) => pick(fills[name] ?? [name], random));

// People greet, thank, forget accents and full stops, and mistype.
type Dress = { fills: Pattern['fills']; random: Random; intent: string };

function dressed(text: string, { fills, random, intent }: Dress): string {
  const isPerson = intent !== 'bounce' && intent !== 'other';
  const hello =
    isPerson && random() < 0.15 ? `${pick(fills.hello!, random)}${pick([' ', ', ', '\n'], random)}` : '';
  const bye =
    isPerson && random() < 0.2 ? `${pick(['. ', '\n', ' ', ', '], random)}${pick(fills.bye!, random)}` : '';
  const end = random() < 0.3 && !/[.!?。！？]$/u.test(text) ? '.' : '';
  const typed = random() < 0.12 ? mistyped(text, random) : text;
  return `${hello}${typed}${end}${bye}`;
}

function mistyped(text: string, random: Random): string {
  const words = [...text.matchAll(/\p{Script=Latin}{5,}/gu)];
  if (words.length === 0) return text;
  const word = pick(words, random);
  const at = word.index + 1 + Math.floor(random() * (word[0].length - 3));
  return random() < 0.5
    ? text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
    : text.slice(0, at) + text.slice(at + 1);
}

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;
