import { plainText } from '../../lib/text.ts';
import { type Group, groups, lists, SPACED } from './wording/groups.ts';
import type { OptOutWording } from './wording/wording.ts';

/**
 * A wish about being written to, and the words that say so.
 * - `all` is every message, `marketing` leaves service messages
 * - `isBare`: the whole message was a word of the lists, which for "cancel" or "end" may have meant something else
 */
export type Wish = {
  kind: 'opt_out' | 'opt_in';
  scope: 'all' | 'marketing';
  isBare: boolean;
  because: string;
  /** The sentence that said it in free wording; none where the whole message was a word of the lists. */
  said?: string;
};

export type WishInput = {
  text: string;
  /** The contact's language; decides about words that are a stop in one language only. */
  language?: string | null | undefined;
  /** Of an e-mail: a mail to the unsubscribe address often has nothing but a subject. */
  subject?: string | undefined;
};

// One letter is a stop where the law made it one, and an answer to a question elsewhere.
const CHINESE_LETTERS = ['t', 'r'];
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\b(?:pls|plz|plse)\b/gu, 'please'],
  [/\brmv\b/gu, 'remove'],
  [/\bur\b/gu, 'your'],
  [/\bu\b/gu, 'you'],
  [/\bmsg(s|ing)?\b/gu, 'message$1'],
  [/\bmessageing\b/gu, 'messaging'],
  [/\bdon ?t\b/gu, "don't"],
  [/\bdnt\b/gu, "don't"],
  [/\bwanna\b/gu, 'want to'],
  [/\b(send|text|messag|e?mail|writ|contact)(?:in|ng)\b/gu, '$1ing'],
  [/\bst+o+p{3,}\b/gu, 'stop'],
  [/\bst(?:p|ahp)\b/gu, 'stop'],
  [/\b(abmeld|austrag|abbestell)n\b/gu, '$1en'],
  [/\bd[eé]sabone/gu, 'désabonne'],
  [/はいしん/gu, '配信'],
  [/ていし/gu, '停止'],
  [/ยกเล(?:ก|ีก)/gu, 'ยกเลิก'],
  [/ม่าย/gu, 'ไม่'],
  // "STOP STOP STOP"
  [/\b(\p{L}+)(?:[\s!.]+\1\b)+/gu, '$1'],
];

/**
 * Finds, by code alone, whether a person asks not to be written to (or to be written to again). Stop words count as the
 * whole message, as carriers do it; free wording counts in any sentence. The widest wish in the text wins.
 */
export function findOptOut({ text, language, subject }: WishInput): Wish | null {
  const own =
    subject && !/^\s*(?:re|aw|fwd?|wg|sv|tr|rv|res|回复|答复|返信)\s*[:：]/iu.test(subject) ? subject : '';
  const found = [text, own].map((part) => readWish(part, language)).filter((wish) => wish !== null);
  return found.find(({ kind, scope }) => kind === 'opt_out' && scope === 'all') ?? found[0] ?? null;
}

/**
 * What of a text may speak for a stop, for readers that weigh words: without what sounds like an ask and is none, and
 * nothing where the person asks that something goes on. What is said outright `findOptOut` hears anyway.
 */
export function leftToStop(raw: string): string {
  const text = typed(raw);
  const unspaced = text.replace(/\s/gu, '');
  const [spacedWords, unspacedWords] = groups();
  if (
    spacedWords.goesOn(text).some((one) => one.test(text)) ||
    unspacedWords.goesOn(unspaced).some((one) => one.test(unspaced))
  )
    return '';
  return sentencesOf(text)
    .map((sentence) => {
      const line = withoutNotAsks(sentence.replace(/\n/gu, ' '), spacedWords);
      const bare = line.replace(/\s/gu, '');
      const left = withoutNotAsks(bare, unspacedWords);
      return left.replace(/\s/gu, '') === bare ? line : left;
    })
    .join('\n');
}

const typed = (raw: string) => SHORT.reduce((so, [from, to]) => so.replace(from, to), plainText(raw));

function readWish(raw: string, language: string | null | undefined): Wish | null {
  const text = typed(raw);
  if (!text) return null;
  const bare = bareWish(text, language);
  if (bare) return bare;
  const asks = sentencesOf(text).flatMap((said) => {
    const wish = askOf(said);
    return wish ? { ...wish, said } : [];
  });
  const widest = asks.find(({ scope }) => scope === 'all') ?? asks[0];
  if (!widest) return startOf(text);
  return SPACED.some(({ keeps }) => keeps?.test(text)) ? { ...widest, scope: 'marketing' } : widest;
}

function bareWish(text: string, language: string | null | undefined): Wish | null {
  const [spaced, unspaced] = [bareOf(text), bareOf(text).replace(/\s/gu, '')];
  if (language?.startsWith('zh') && CHINESE_LETTERS.includes(spaced))
    return { kind: 'opt_out', scope: 'all', isBare: true, because: spaced };
  const listed = lists(`${spaced}\n${unspaced}`);
  const isOne = (name: 'words' | 'starts') =>
    listed.some(
      ({ wording, of }) =>
        of === name &&
        [spaced, unspaced].some(
          (form) => wording[of].includes(form) || wording[of].includes(trimmed(form, wording)),
        ),
    );
  if (isOne('words')) return { kind: 'opt_out', scope: 'all', isBare: true, because: spaced };
  if (isOne('starts')) return { kind: 'opt_in', scope: 'all', isBare: true, because: spaced };
  return null;
}

const bareOf = (text: string) =>
  text
    .replace(/[^\p{L}\p{M}\p{N}' -]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

const trimmed = (form: string, { courtesies }: OptOutWording) => form.replace(courtesies, '').trim();

const sentencesOf = (text: string) =>
  text
    .split(/(?<=[.!?。！？;…])\s*|\n{2,}|\n(?=[-*•])/u)
    .filter((part) => part.trim())
    .flatMap(stretches);

// A wish takes a line. What goes on for pages without a full stop is read in stretches that overlap, begun at a space
// where there is one: the patterns would need the square of its length.
const STRETCH = 1_500;
const OVERLAP = 300;

function stretches(sentence: string): string[] {
  const found: string[] = [];
  for (let from = 0; ; ) {
    found.push(sentence.slice(from, from + STRETCH));
    if (from + STRETCH >= sentence.length) return found;
    const next = from + STRETCH - OVERLAP;
    const space = sentence.slice(next, next + OVERLAP / 2).search(/\s/u);
    from = next + Math.max(0, space);
  }
}

function askOf(sentence: string): Wish | null {
  const [spacedWords, unspacedWords] = groups();
  const line = sentence.replace(/\n/gu, ' ').trim();
  return askIn(line, spacedWords) ?? askIn(line.replace(/\s/gu, ''), unspacedWords);
}

// Of all languages together: "no, stop, we need four" is no French "stop" either.
const withoutNotAsks = (line: string, { notAsks }: Group) =>
  notAsks(line).reduce((so, none) => so.replace(none, ' … '), line);

function askIn(line: string, group: Group): Wish | null {
  const rest = withoutNotAsks(line, group);
  const parts = rest.split(/[,，、.!?。！？:-]/u).map(bareOf);
  for (const [wording, asks] of Map.groupBy(group.asks(rest), ({ wording }) => wording)) {
    const bare = parts.find((part) =>
      [part, trimmed(part, wording)].some((form) => wording.sentences.includes(form)),
    );
    if (bare !== undefined) return { kind: 'opt_out', scope: 'all', isBare: false, because: bare };
    const words = asks.map(({ ask }) => ask?.exec(rest)?.[0]).find(Boolean);
    if (!words) continue;
    const isMarketing = wording.marketing.test(rest) && !wording.everything?.test(rest);
    const scope = isMarketing ? 'marketing' : 'all';
    return { kind: 'opt_out', scope, isBare: false, because: words.trim() };
  }
  return null;
}

function startOf(text: string): Wish | null {
  const words = SPACED.flatMap(({ startAsks = [] }) => startAsks.map((ask) => ask.exec(text)?.[0])).find(
    Boolean,
  );
  return words ? { kind: 'opt_in', scope: 'all', isBare: false, because: words } : null;
}
