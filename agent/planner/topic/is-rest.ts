// Where a topic ends: who gets the message, how and when follow it.
import { isCue, isWord } from '../items.ts';
import { readItems } from '../read-items.ts';
import type { Reader } from '../reader.ts';

/** Whether everything from `at` on is audience, channel or time, so that a topic ends before it. */
export function isRest(reader: Reader, at: number, needsAudience: boolean): boolean {
  const items = readItems({ ...reader, tokens: reader.tokens.slice(at) });
  if (items.some(({ kind }) => kind === 'unknown' || kind === 'ambiguous')) return false;
  const isWho = items.some(
    (item) => item.kind === 'clause' || item.kind === 'customer' || isWord(item, 'nouns', 'everybody'),
  );
  const isHow = items.some(({ kind }) => kind === 'channel' || kind === 'now');
  const isWhen = items.some(
    (item) =>
      item.kind === 'period' &&
      (item.time !== null || ['day', 'weekday', 'date'].includes(item.period?.kind ?? '')),
  );
  if (isWho) return needsAudience;
  if (
    items.every(
      (item) =>
        isWord(item, 'skip') ||
        isWord(item, 'tones') ||
        isWord(item, 'lengths') ||
        // "…, prepare a follow-up"
        (item.kind === 'type' && items.some((one) => isCue(one, 'draft'))) ||
        isCue(item, 'draft', 'draftOnly', 'send') ||
        item.kind === 'mark',
    )
  )
    return items.some(
      (item) => isCue(item, 'draft', 'draftOnly', 'send') || isWord(item, 'tones') || isWord(item, 'lengths'),
    );
  return (
    (isHow || isWhen) &&
    items.every(
      (item) =>
        item.kind !== 'word' ||
        item.senses.some(({ kind }) => ['skip', 'operators', 'bounds', 'tones', 'lengths'].includes(kind)) ||
        isCue(item, 'send', 'sendIt', 'draft', 'draftOnly'),
    )
  );
}
