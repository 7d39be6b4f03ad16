// A campaign that went out, by its place or its name: "our last campaign", "the October renewals".
import { type Found, type Reader, skipWords } from '../reader.ts';
import { stems } from '../tokens.ts';

const NOUNS = ['campaign', 'mailing', 'newsletter', 'blast', 'send', 'mailshot'];
const OWN = ['email', 'message', 'reminder', 'mail', 'announcement', 'survey'];
const LAST = ['last', 'latest', 'previous', 'recent'];
export const LAUNCHED: ReadonlySet<string> = new Set(['sending', 'done', 'paused', 'stopped']);

/** The id; null when no campaign went out that this could be. */
export function campaignAt(reader: Reader, at: number): Found<string | null> | null {
  return named(reader, at) ?? lastOne(reader, at) ?? thisOne(reader, at) ?? typedOne(reader, at);
}

const sent = ({ input }: Reader) => input.vocabulary.campaigns.filter(({ status }) => LAUNCHED.has(status));

/** "the last campaign", "our most recent newsletter" */
function lastOne(reader: Reader, at: number): Found<string | null> | null {
  const { tokens } = reader;
  const start = skipWords(reader, at, ['the', 'our', 'my', 'to', 'in', 'most', 'from', 'very']);
  if (!LAST.includes(tokens[start]?.word ?? '')) return null;
  const type = typeAt(reader, start + 1);
  const noun = type?.end ?? start + 1;
  const isNoun = [...NOUNS, ...OWN].includes(tokens[noun]?.stem ?? '') && tokens[noun]!.word !== 'campaigns';
  if (!isNoun && !type) return null;
  const newest = sent(reader)
    .filter((one) => !type || one.type === type.value)
    .reduce<{ id: string; createdAt: string } | null>(
      (best, one) => (!best || one.createdAt > best.createdAt ? one : best),
      null,
    );
  return { value: newest?.id ?? null, end: isNoun ? noun + 1 : noun };
}

const SENT = [...NOUNS, ...OWN, 'letter', 'notice', 'greeting', 'offer', 'invitation', 'note'];

/** "the renewal campaign", "our newsletter": the one that went out, where there is one only. */
function typedOne(reader: Reader, at: number): Found<string | null> | null {
  const { tokens } = reader;
  const start = skipWords(reader, at, ['the', 'our', 'my', 'to', 'in', 'from']);
  if (start === at) return null;
  const type = typeAt(reader, start);
  // The noun is often the type's own last word: "the survey", "the seasonal greeting".
  const behind = type?.end ?? start;
  const words = type ? SENT : ['newsletter', 'mailing', 'blast', 'mailshot'];
  const noun = [behind, behind - 1].find((i) => i >= start && words.includes(tokens[i]?.stem ?? ''));
  if (noun === undefined) return null;
  const those = sent(reader).filter((one) => !type || one.type === type.value);
  return { value: those.length === 1 ? those[0]!.id : null, end: noun + 1 };
}

function typeAt({ input, tokens }: Reader, at: number): Found<string> | null {
  for (const { key, words } of input.vocabulary.types) {
    for (const phrase of words.en ?? []) {
      const parts = stems(phrase);
      if (parts.length > 0 && parts.every((word, i) => tokens[at + i]?.stem === word))
        return { value: key, end: at + parts.length };
    }
  }
  return null;
}

/** "this campaign": the one at hand. */
function thisOne(reader: Reader, at: number): Found<string | null> | null {
  const start = skipWords(reader, at, ['to', 'in', 'on']);
  const isThis =
    ['this', 'the', 'that'].includes(reader.tokens[start]?.word ?? '') &&
    NOUNS.slice(0, 2).includes(reader.tokens[start + 1]?.word ?? '');
  return isThis ? { value: reader.input.thread.campaign?.id ?? null, end: start + 2 } : null;
}

function named(reader: Reader, at: number): Found<string> | null {
  const start = skipWords(reader, at, ['the', 'our', 'to', 'in', 'on', 'campaign']);
  let best: Found<string> | null = null;
  for (const { id, name } of sent(reader)) {
    const end = endOfName(reader, start, stems(name));
    if (end !== null && end > (best?.end ?? start)) best = { value: id, end };
  }
  return best && { ...best, end: skipWords(reader, best.end, ['campaign', 'mailing']) };
}

/** Marks within it do not count: "Renewal, Hilton, October 2027". */
function endOfName({ tokens }: Reader, start: number, words: readonly string[]): number | null {
  let end = start;
  for (const word of words) {
    if (end > start && tokens[end]?.kind === 'mark') end += 1;
    if (tokens[end]?.stem !== word) return null;
    end += 1;
  }
  return end > start ? end : null;
}
