// The server says everything in English: what is frozen, signed and logged has one language, and two people who look at
// one campaign read the same row. Here its sentences are known by their form and said in the reader's language. What is
// filled in is said in turn where it is words of ours (counts, states, days, conditions), and stays as it is otherwise.
import { cut, dayForm } from './cut.ts';

type Dictionary = Readonly<Record<string, string>>;
/** `slots`: what stands at each place, as the dictionary writes it; the last of an open one may be several sentences. */
type Form = { pattern: RegExp; slots: string[]; said: string; weight: number; isOpen: boolean };
export type Interpreter = (text: string) => string;

const SLOT = /\{(\d|[nfvd])\}/;
const PATTERNS: Readonly<Record<string, string>> = {
  n: '([\\d.,]+)',
  f: '(.+?)',
  v: '(.+?)',
  d: '((?:in|on|during|from|for|at|exactly) .+?|\\d{1,2}\\D.*?)',
};
/** A sentence ends inside: then two were taken for one. */
const TWO_SENTENCES = /[.?!]”? [\p{Lu}\d“]/u;
/** What somebody else says follows, with as many sentences as they like. */
const OPEN = /\p{L}: \{\d\}$/u;
/** A field that the workspace declared, as the words of a filter have it. */
const OWN_FIELD = /^[\p{Ll}\p{M}\p{Lo}[][\p{L}\p{M}\p{N} _\]-]{0,40}$/u;

/** `locale` writes the days. What no form fits comes back as it was. */
export function openInterpreter(dictionary: Dictionary, locale: string): Interpreter {
  const exact = new Map(Object.entries(dictionary).filter(([english]) => !SLOT.test(english)));
  const forms = Object.entries(dictionary)
    .filter(([english]) => SLOT.test(english))
    .map(([english, said]) => toForm(english, said))
    .toSorted((one, other) => other.weight - one.weight);
  const days = dayForm(locale);
  const label = (text: string): string | null =>
    exact.get(text) ?? exact.get(text.charAt(0).toUpperCase() + text.slice(1)) ?? null;

  const whole = (text: string): string | null => exact.get(text) ?? conditions(text) ?? ofForms(text);
  const ofForms = (text: string): string | null => {
    for (const form of forms) {
      const said = fill(form, text);
      if (said !== null) return said;
    }
    return null;
  };

  function fill({ pattern, slots, said, isOpen }: Form, text: string): string | null {
    const found = pattern.exec(text);
    if (!found) return null;
    const filled: Record<string, string> = {};
    for (const [at, slot] of slots.entries()) {
      const value = found[at + 1] ?? '';
      const isFree = isOpen && at === slots.length - 1;
      if (!isFree && TWO_SENTENCES.test(value)) return null;
      const words = inSlot(slot, value);
      if (words === null) return null;
      filled[slot] = words;
    }
    return said.replace(new RegExp(SLOT, 'g'), (_, slot: string) => filled[slot] ?? '');
  }

  function inSlot(slot: string, value: string): string | null {
    if (slot === 'n') return value;
    if (slot === 'f') return label(value) ?? (OWN_FIELD.test(value) ? value : null);
    if (slot === 'd') return days(value) ?? ofForms(value);
    if (slot === 'v') return values(value);
    return value === '' ? '' : (whole(value) ?? days(value) ?? known(value) ?? label(value) ?? value);
  }

  /** "Hilton (with Canopy and 2 more) or “A or B”": names stay, what joins them is said. */
  function values(text: string): string | null {
    if (text.endsWith('.') || cut(text, /, (?:and|or) /y).length > 1) return null;
    return cut(text, /, | or | and /y)
      .map((part, at) => exact.get(part) ?? (at % 2 === 1 ? part : (ofForms(part) ?? days(part) ?? part)))
      .join('');
  }

  /** A list of nothing but words of ours; names of customers are never taken apart. */
  function known(text: string): string | null {
    const parts = cut(text, /, | or | and |; /y).map((part, at) =>
      at % 2 === 1 ? (exact.get(part) ?? part) : (exact.get(part) ?? ofForms(part)),
    );
    return parts.length > 1 && parts.every((part) => part !== null) ? parts.join('') : null;
  }

  /** The words of a filter: conditions joined by one of two words, groups in brackets. */
  function conditions(text: string): string | null {
    for (const joint of [', and ', ', or ']) {
      const parts = cut(text, new RegExp(joint, 'y'));
      if (parts.length < 3) continue;
      const said = parts.map((part, at) => (at % 2 === 1 ? exact.get(part) : whole(part)));
      return said.every((part) => part != null) ? said.join('') : null;
    }
    const [, inner] = /^\((.*)\)$/.exec(text) ?? [];
    const said = inner === undefined ? null : whole(inner);
    return said === null ? null : `(${said})`;
  }

  const paragraph = (text: string): string => {
    const sentences = text.split(/(?<=[.?!]”?) (?=[“"\p{Lu}\d])/u);
    const said: string[] = [];
    for (let from = 0; from < sentences.length; ) {
      const [words, taken] = longest(sentences.slice(from), whole);
      said.push(words);
      from += taken;
    }
    return said.join(' ');
  };
  // A list says the same of many rows, and a page says it anew whenever something moves.
  const kept = new Map<string, string>();
  return (text) => {
    const said = kept.get(text) ?? text.split('\n\n').map(paragraph).join('\n\n');
    if (kept.size > MOST_KEPT) kept.clear();
    kept.set(text, said);
    return said;
  };
}

const MOST_KEPT = 2000;

/** The most sentences from the first on that are known as one; the first as it is otherwise. */
function longest(sentences: readonly string[], say: (text: string) => string | null): [string, number] {
  for (let many = sentences.length; many > 0; many -= 1) {
    const said = say(sentences.slice(0, many).join(' '));
    if (said !== null) return [said, many];
  }
  return [sentences[0]!, 1];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function toForm(english: string, said: string): Form {
  const pieces = english.split(new RegExp(SLOT, 'g'));
  const slots = pieces.filter((_, at) => at % 2 === 1);
  const source = pieces.map((piece, at) => (at % 2 === 1 ? (PATTERNS[piece] ?? '(.*?)') : escaped(piece)));
  const weight = pieces.filter((_, at) => at % 2 === 0).join('').length;
  return {
    pattern: new RegExp(`^${source.join('')}$`, 's'),
    slots,
    said,
    weight,
    isOpen: OPEN.test(english),
  };
}
