// The built-in letters use a small part of Liquid: values with a path, "capitalize", if/elsif/else with "==" and "and", and
// parts. Compiled to functions they are written five times as fast as by a general engine, which people's own wordings keep
// (liquid.ts); a test holds both to the same text.
import { print } from './liquid.ts';

/** Writes the text for one view. A name that the view does not have throws: a letter is never written around a misspelling. */
export type Writing = (view: object) => string;

const INCLUDE = /\{% include '([a-z-]+)' %\}/g;
const MARK = /(\{\{-?[\s\S]*?-?\}\}|\{%-?[\s\S]*?-?%\})/;

/** `part` gives the source of what the letter includes. Throws for what is not of that small part. */
export function compileLetter(source: string, part: (name: string) => string): Writing {
  const inlined = (text: string): string => text.replace(INCLUDE, (_, name: string) => inlined(part(name)));
  const pieces = trimmed(inlined(source).split(MARK));
  const { writing, rest } = sequence(pieces);
  if (rest.length > 0) throw new Error(`A letter has "${rest[0]}" where nothing is open.`);
  return writing;
}

/** Text and marks in turns; a mark with a dash takes the blanks beside it away. */
const trimmed = (pieces: readonly string[]): string[] =>
  pieces.map((piece, at) => {
    if (at % 2 === 1) return piece.replace(/^(..)-/, '$1').replace(/-(..)$/, '$1');
    const text = pieces[at - 1]?.at(-3) === '-' ? piece.trimStart() : piece;
    return pieces[at + 1]?.at(2) === '-' ? text.trimEnd() : text;
  });

type Read = { writing: Writing; rest: string[] };

const ENDS = /^\{% *(?:elsif\b|else\b|endif\b)/;

/** What stands until the branch that holds it ends. */
function sequence(given: readonly string[]): Read {
  const writings: Writing[] = [];
  let rest = [...given];
  while (rest.length > 0 && !ENDS.test(rest[0]!)) {
    const [piece = '', ...after] = rest;
    if (piece.startsWith('{%')) {
      const read = branch(rest);
      writings.push(read.writing);
      rest = read.rest;
    } else {
      writings.push(piece.startsWith('{{') ? output(piece) : () => piece);
      rest = after;
    }
  }
  return { writing: (view) => writings.reduce((text, write) => text + write(view), ''), rest };
}

/** `{% if … %}`, with what follows up to its own end. */
function branch([head = '', ...body]: readonly string[]): Read {
  const [, word = '', asked = ''] = /^\{% *(if|elsif|else|endif)\b *([\s\S]*?) *%\}$/.exec(head) ?? [];
  if (word === '') throw new Error(`A letter has "${head}", which letters do not use.`);
  if (word === 'endif') return { writing: () => '', rest: body };
  const then = sequence(body);
  const other = branch(then.rest);
  const holds = word === 'else' ? () => true : condition(asked);
  return {
    writing: (view) => (holds(view) ? then.writing(view) : other.writing(view)),
    rest: other.rest,
  };
}

type Value = (view: object) => unknown;

function output(mark: string): Writing {
  const [, path = '', filter] = /^\{\{ *([\w.]+) *(?:\| *(\w+) *)?\}\}$/.exec(mark) ?? [];
  if (path === '' || (filter && filter !== 'capitalize'))
    throw new Error(`A letter has "${mark}", which letters do not use.`);
  const value = termOf(path);
  return filter ? (view) => capitalize(print(value(view))) : (view) => print(value(view));
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();

function condition(asked: string): (view: object) => boolean {
  const all = asked.split(/ +and +/).map((one) => {
    const [left = '', right] = one.split(/ *== */);
    const [a, b] = [termOf(left), right === undefined ? null : termOf(right)];
    return b
      ? (view: object) => (a(view) ?? null) === (b(view) ?? null)
      : (view: object) => !NOTHING.has(a(view));
  });
  return (view) => all.every((holds) => holds(view));
}
const NOTHING: ReadonlySet<unknown> = new Set([false, null, undefined]);

const WORDS: ReadonlyMap<string, unknown> = new Map([
  ['null', null],
  ['true', true],
  ['false', false],
]);

function termOf(term: string): Value {
  const literal = /^'([^']*)'$/.exec(term)?.[1] ?? (/^\d+$/.test(term) ? Number(term) : WORDS.get(term));
  if (literal !== undefined) return () => literal;
  if (!/^[a-z_]+(?:\.[a-z_]+)*$/.test(term))
    throw new Error(`A letter names "${term}", which is not a field.`);
  const path = term.split('.');
  return (view) => {
    let at: unknown = view;
    for (const key of path) at = key === 'size' && Array.isArray(at) ? at.length : inside(at, key);
    if (at === undefined) throw new Error(`A letter names "${term}", which there is not.`);
    return at;
  };
}

const inside = (value: unknown, key: string): unknown =>
  value !== null && typeof value === 'object' && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
