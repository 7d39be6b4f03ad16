// A request that came as a mail: "Fwd: Request", "From: Mali", "Best regards, Tomas", "Sent from my phone". Who wrote it,
// and to whom, says nothing of customers; a line that names some, or asks for anything, stays.
import { type Item, isWord } from '../items.ts';
import { firstNames } from '../names/first-name.ts';
import { readItems } from '../read-items.ts';
import type { Reader } from '../reader.ts';
import type { Token } from '../tokens.ts';

type Line = { start: number; end: number };

export function withoutMailFrame(reader: Reader): readonly Token[] {
  if (!MAYBE_MAIL.test(reader.sentence)) return reader.tokens;
  const lines = linesOf(reader);
  const heads = lines.length > 1 ? lines.flatMap((line) => headOf(reader, line)) : [];
  const end = closingAt(reader);
  const kept = reader.tokens.filter(
    (_, at) => at < end && !heads.some((one) => at >= one.start && at < one.end),
  );
  return kept.length > 1 ? kept : reader.tokens;
}

const MAYBE_MAIL = /\n|\b(?:regards|cheers|thanks|thank you|thx|best|ciao|sincerely|wishes|br|greetings)\b/i;

function linesOf({ sentence, tokens }: Reader): Line[] {
  const starts = tokens.flatMap(({ start }, at) =>
    at === 0 || sentence.slice(tokens[at - 1]!.end, start).includes('\n') ? [at] : [],
  );
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? tokens.length }));
}

/** What of a line is a mail's own: all of it, or only its label. */
function headOf(reader: Reader, { start, end }: Line): Line[] {
  const { tokens, sentence } = reader;
  const text = sentence.slice(tokens[start]!.start, tokens[end - 1]!.end);
  if (SEPARATOR.test(text)) return [{ start, end }];
  const isLabelled = tokens[start + 1]?.text === ':';
  const label = tokens[start]!.word;
  if (!isLabelled || !LABELS.has(label)) return [];
  const said = readItems({ ...reader, tokens: tokens.slice(start + 2, end) });
  const isOfPeople = said.every(
    (item) => isOfPerson(item) || item.kind === 'unknown' || item.kind === 'mark',
  );
  if (isOfPeople) return [{ start, end }];
  if (!SUBJECTS.has(label) || !isForwarded(sentence)) return [];
  // "Subject: survey": the mail itself says so again, or its subject is part of the request.
  const isRepeated =
    said.every(({ kind }) => ['unknown', 'type', 'word', 'mark'].includes(kind)) &&
    !said.some((item) => isWord(item, 'operators') || isWord(item, 'nouns')) &&
    readItems({ ...reader, tokens: tokens.slice(end) }).some((item) => item.kind === 'type');
  return [{ start, end: isRepeated ? end : start + 2 }];
}

const SEPARATOR =
  /^(?:[-_=>\s]{2,}|[-_=\s]*(?:forwarded|original) message[-_=\s]*|sent from my [\w ]{2,30}|get outlook for \w+)[.\s]*$/i;
const LABELS = new Set(['from', 'to', 'cc', 'bcc', 'fwd', 'fw', 're', 'subject']);
const SUBJECTS = new Set(['fwd', 'fw', 're', 'subject']);
const isForwarded = (sentence: string): boolean => /^\s*(?:from|to|fwd|fw|re)\s*:/im.test(sentence);

const isOwner = (item: Item): boolean => item.kind === 'clause' && item.facet === 'owner';
const isOfPerson = (item: Item): boolean =>
  isOwner(item) ||
  item.kind === 'role' ||
  item.kind === 'address' ||
  (isWord(item, 'skip') && !isWord(item, 'nouns') && !isWord(item, 'cues'));

/** Where "Best regards, Tomas" begins, when nothing but names and positions follow it; else the end. */
function closingAt(reader: Reader): number {
  const { tokens, sentence } = reader;
  for (let at = 2; at < tokens.length; at++) {
    const before = tokens[at - 1]!;
    const isApart = before.kind === 'mark' || sentence.slice(before.end, tokens[at]!.start).includes('\n');
    const rest = isApart ? pastClosing(tokens, at) : null;
    if (rest !== null && isSignature(reader, rest)) return at;
  }
  return tokens.length;
}

const CLOSINGS = [
  '(?:many |warm |kind |best |with )*(?:thanks|thank you|thx|regards|wishes|greetings)(?: (?:a lot|so much|very much|in advance))?(?:,? and (?:kind |best |warm )*(?:regards|wishes))?',
  'cheers|ciao|best|br|kr|rgds|all the best|yours(?: sincerely| truly)?|sincerely|mfg|lg',
].join('|');
const CLOSING = new RegExp(`^(?:${CLOSINGS})$`, 'i');
const LONGEST_CLOSING = 6;

function pastClosing(tokens: readonly Token[], at: number): number | null {
  for (let length = LONGEST_CLOSING; length > 0; length--) {
    const words = tokens.slice(at, at + length);
    if (
      words.length === length &&
      CLOSING.test(
        words
          .map(({ word }) => word)
          .join(' ')
          .replace(/ ,/g, ','),
      )
    )
      return at + length;
  }
  return null;
}

const LONGEST_SIGNATURE = 16;

function isSignature(reader: Reader, start: number): boolean {
  const rest = reader.tokens.slice(start);
  const items = readItems({ ...reader, tokens: rest });
  const people = firstNames(reader.input);
  if (rest.length > LONGEST_SIGNATURE || !items.some((item) => item.kind === 'unknown' || isOwner(item)))
    return false;
  return items.every(
    (item) =>
      item.kind === 'mark' ||
      isOfPerson(item) ||
      (item.kind === 'unknown' &&
        rest
          .slice(item.start, item.end)
          .every(({ text, word }) => /^\p{Lu}/u.test(text) || people.has(word) || PHONE.test(text))),
  );
}

const PHONE = /^[+()\d]/;
