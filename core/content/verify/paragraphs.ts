// The letters of a campaign have most of their paragraphs in common once names are taken out: each is read once for each
// check.
import { keepAnswers } from '../../../lib/keep-answers.ts';
import { CURRENCY_WORDS } from './money-claims.ts';

/** With what was read from it, by reader. */
export type Paragraph = { text: string; said: unknown[] };

// An amount belongs to the words beside it, wherever they stand; and what goes on in small letters is no new paragraph.
const AMOUNT = `(?:[\\d\\p{Sc}]|[A-Z]{3}|${CURRENCY_WORDS})`;
const CUT = new RegExp(`\\n\\n(?<!${AMOUNT}\\n\\n)(?!${AMOUNT}|\\p{Ll})`, 'u');

// Dates, prices and what a person calls their place differ with each reader: so many are kept, whoever they were for.
const MOST = 2000;
const paragraphOf = keepAnswers((text): Paragraph => ({ text, said: [] }), MOST);

// One check after the other asks for the same text's.
let last: { text: string; parts: readonly Paragraph[] } = { text: '', parts: [] };

/** A text cut where nothing that is looked for can stand across two of its parts. */
export function paragraphsOf(text: string): readonly Paragraph[] {
  if (last.text !== text) last = { text, parts: text.split(CUT).map(paragraphOf) };
  return last.parts;
}

let readers = 0;

/** `read`, which depends on nothing but the text, without reading the same paragraph twice. */
export function remembered<Read extends object | boolean>(
  read: (text: string) => Read,
): (paragraph: Paragraph) => Read {
  const at = readers;
  readers += 1;
  return ({ text, said }) => {
    said[at] ??= read(text);
    return said[at] as Read;
  };
}
