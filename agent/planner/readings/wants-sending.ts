// Whether a sentence asks for the approval at its end, or only for a draft.
import type { Frame } from '../frame.ts';
import { type Item, isCue, isWord } from '../items.ts';
import { stems } from '../tokens.ts';

const has = ({ cues }: Frame, ...wanted: string[]): boolean => wanted.some((cue) => cues.has(cue));

/** "Email all gyms …" */
export const isImperative = ({ items }: Frame): boolean => {
  const first = items.find((item) => !isWord(item, 'skip'));
  const at = first ? items.indexOf(first) : -1;
  // "e-mail and WhatsApp: renewal reminder for …" only says which way.
  const next = items
    .slice(at + 1)
    .find((item) => item.kind !== 'channel' && !isWord(item, 'operators', 'and'));
  const isWay = /^(by|via|over|on|per|through|with|using|in)$/i.test(items[at - 1]?.text ?? '');
  return (
    first?.kind === 'channel' &&
    at < 3 &&
    !isWay &&
    next?.kind !== 'mark' &&
    !isWord(next, 'operators', 'only')
  );
};

/** "Send …" asks for approval at the end; "draft", "show", "prepare" do not. */
export function wantsSending(frame: Frame): boolean {
  const verbs = frame.items
    .filter((item) => !isWishes(item))
    .filter((item) =>
      isCue(item, 'send', 'tell', 'sendIt', 'draft', 'show', 'preview', 'test', 'count', 'which'),
    );
  const first = verbs[0] ?? announcing(frame);
  const isDraft =
    (has(frame, 'draft') && !has(frame, 'send', 'sendIt')) ||
    /\bdraft (?:please|only)\b/i.test(frame.sentence);
  if (has(frame, 'test') && !isDraft) return true;
  if (WISHING.test(frame.sentence) && !has(frame, 'sendIt') && !/\bsend\b/i.test(frame.sentence))
    return false;
  if (isDraft && isCue(verbs.at(-1), 'draft') && isCue(first, 'tell', 'draft', 'test')) return false;
  if (
    has(frame, 'draftOnly') ||
    /\bdraft\b(?! and send)/i.test(frame.sentence) ||
    /\b(do not|don['’]?t|without|not|before) send/i.test(frame.sentence)
  )
    return false;
  if (!first) return isImperative(frame);
  if (isCue(first, 'draft', 'show', 'preview', 'count', 'which') && !isCue(first, 'send', 'tell'))
    return /\b(and|then) (send|launch)\b/i.test(frame.sentence);
  return true;
}

/** "New Year wishes to every hotel": what is sent, and no verb. */
const isWishes = ({ text }: Item): boolean => /\bwishes$/i.test(text);

/** "I want to thank all hotels": a wish to begin with; whoever wants it sent says so. */
const WISHING =
  /\b(?:i|we)(?:['’]d| would| do)? (?:want|wish|like|love|plan|hope) to (?!e?-?mail|text|whatsapp|launch|blast|ping)/i;

/** "Announce to all gyms that …": the type's own word as the verb. */
function announcing({ items, reader }: Frame): Item | undefined {
  const first = items.find((item) => !isWord(item, 'skip'));
  const isVerb =
    first?.kind === 'type' &&
    reader.book
      .find(stems(first.text).join(' '))
      .some(({ kind, value }) => kind === 'cues' && value === 'tell');
  const next = reader.tokens[first?.end ?? 0]?.word ?? '';
  const isNoun =
    ['for', 'campaign', 'message', 'ready', 'going'].includes(next) ||
    NOUN_LEADS.has(reader.tokens[(first?.start ?? 0) - 1]?.word ?? '') ||
    reader.tokens[first?.end ?? 0]?.kind === 'mark' ||
    /^\s*[/|]/.test(reader.sentence.slice(reader.tokens[(first?.end ?? 1) - 1]?.end ?? 0)) ||
    (next === 'to' && first?.text.toLowerCase() !== 'announce');
  return isVerb && !isNoun ? first : undefined;
}

const NOUN_LEADS = new Set(['a', 'an', 'the', 'our', 'my', 'this', 'that', 'some', 'another', 'of']);
