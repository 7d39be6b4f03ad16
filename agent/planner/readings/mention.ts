// "Mention the new app in the second paragraph": what a letter says besides what its kind says anyway.
import type { Draft } from '../../../core/campaigns/draft.ts';
import { type Frame, readFrame } from '../frame.ts';
import type { Plan } from '../types.ts';
import type { Said } from './forms.ts';
import { toGroup } from './group.ts';
import { onCampaign } from './reading.ts';

/** Where in a letter, as the source of an expression. */
export const PLACE =
  '(?:in(?:to)? (?:the )?(?:first|second|third|last|next) (?:paragraph|sentence|line)|in (?:paragraph|sentence|line) (?:one|two|three|[123])|at the (?:end|beginning|top|bottom)|up front)';
/** A little of one's own, as the source of an expression. */
export const LINE =
  '(?:a (?:line|sentence|word|note|paragraph|remark|few words)|something|one (?:line|sentence))';
const PLACED = new RegExp(`\\s+${PLACE}$`, 'i');
const TO_ALL = /\s+(?:to|for)\s+(?:everybody|everyone|them(?:\s+all)?|all\s+of\s+them)$/i;
const FIRST = new RegExp(`^(?:${PLACE}|(?:first|second|third|last) paragraph)[,:]?\\s`, 'i');

const namesSomebody = (who: string, { input }: Frame): boolean => {
  if (/\b(?:customers?|contacts?|ones|people|readers)\b/i.test(who)) return true;
  const { roles, items } = readFrame(`show customers ${who}`, input);
  return (
    roles.length > 0 ||
    items.some((item) => item.kind === 'customer' || (item.kind === 'clause' && item.isHead))
  );
};
/** It says something by itself; “the new app” does not. */
const IS_SAID =
  /^(?:we|you|they|it|there|from|as)\b|\b(?:is|are|was|were|will|has|have|can|may|do|does|starts?|opens?|closes?|begins?|ends?)\b|[^\x20-\x7e’]/i;

/** What a letter is about has its place in each; what was said before stays. */

export function mention(frame: Frame, { words = '' }: Said): Plan | null {
  const said = words.replace(PLACED, '').replace(TO_ALL, '').trim();
  // "Bring in the gyms" is about who, not about what.
  const isWho = !readFrame(`show customers ${said}`, frame.input).scope.isEmpty;
  if (isWho && /\b(?:bring|work) in\b/i.test(frame.sentence)) return null;
  const who = /\s(?:only\s+)?(?:to|for)\s+(.+)$/i.exec(said)?.[1];
  // “Thank you for the last year”: a time is nobody.
  if (who && namesSomebody(who, frame))
    return mentionTo(frame, { who, words: said.replace(/\s(?:only\s+)?(?:to|for)\s+.+$/i, '') });
  const before = frame.input.thread.campaign?.draft.topic;
  const topic = withMore(frame, { before: before ?? null, said }).slice(0, 500);
  const plan = { ...edit(frame, { topic }), ranges: [] };
  return PLACED.test(words) || FIRST.test(frame.sentence) || /\bp\.?\s?s\b/i.test(frame.sentence)
    ? { ...plan, say: 'It stands where each letter says what it is about.' }
    : plan;
}

/** Beside what they read anyway. */
export function mentionTo(frame: Frame, { who, words }: { who: string; words: string }): Plan {
  const before = frame.input.thread.campaign?.draft.topic ?? null;
  return toGroup(frame, {
    who,
    patch: (own) => ({
      topic: withMore(frame, { before: own?.topic ?? before, said: words.trim() }).slice(0, 500),
    }),
  });
}

type More = { before: string | null; said: string };

/** Two things that are named are named together; what is said, or was led in by “that”, stands by itself. */
function withMore({ sentence }: Frame, { before, said }: More): string {
  if (!before) return said;
  const plain = before.replace(/[.\s]+$/, '');
  const isLedIn = /\bthat\s+$/i.test(sentence.slice(0, sentence.indexOf(said)));
  if (!isLedIn && ![plain, said].some((one) => IS_SAID.test(one))) return `${plain} and ${said}`;
  return `${plain}. ${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

const edit = (frame: Frame, patch: Partial<Draft>): Plan =>
  onCampaign(frame, 'edit_campaign', { patch, change: frame.sentence.trim().slice(0, 200) });
