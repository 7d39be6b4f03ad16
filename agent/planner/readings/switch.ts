// "back to the Hilton one", "open the first draft", "send the survey": another draft of the same conversation.
import type { Filter } from '../../../core/audience/filter.ts';
import { isClause, partsOf } from '../filters.ts';
import type { Frame } from '../frame.ts';
import { draftsOf, type ThreadDraft } from '../thread/drafts.ts';
import type { PlannedCall } from '../types.ts';
import { calling, has, type Reading } from './reading.ts';

export const readSwitch: Reading = (frame) => {
  const { campaign } = frame.input.thread;
  const drafts = draftsOf(frame.input.thread);
  if (!campaign || drafts.length < 2 || frame.unknown.some(({ text }) => !ORDER.test(text))) return null;
  const isBack = BACK.test(frame.sentence) || AGAIN.test(frame.sentence);
  const isSending = has(frame, 'send', 'sendIt') && DRAFT.test(frame.sentence);
  const patch = isBack ? null : isSending ? orNull(wayOf(frame)) : messagePatch(frame);
  if (!isBack && !isSending && !patch) return null;
  const found = meantDraft(frame, drafts);
  if (!found || found.id === campaign.id) return null;
  const args = { campaignId: found.id };
  const calls: PlannedCall[] = [{ name: 'open_campaign', args }];
  if (patch)
    calls.push({
      name: 'edit_campaign',
      args: { ...args, patch, change: frame.sentence.trim().slice(0, 200) },
    });
  if (isSending) calls.push({ name: 'request_approval', args });
  return calling(frame, calls);
};

/** "the survey should go by LINE", "and the renewals tomorrow at 10": how another draft goes out. */
function messagePatch(frame: Frame): Record<string, unknown> | null {
  const { sentence, unknown } = frame;
  const isOther = NAMED_FIRST.test(sentence) && unknown.length === 0;
  if (!isOther || has(frame, 'drop', 'add', 'narrow', 'count', 'which', 'same', 'fresh')) return null;
  return orNull(wayOf(frame));
}

const wayOf = ({ channels, schedule, tone }: Frame): Record<string, unknown> => ({
  ...(channels.length > 0 ? { channels } : {}),
  ...(schedule ? { schedule } : {}),
  ...(tone ? { tone } : {}),
});
const orNull = (patch: Record<string, unknown>) => (Object.keys(patch).length > 0 ? patch : null);

const NAMED_FIRST = /^(?:\W|(?:ok(?:ay)?|and|but|now|then|so|please)\b)*(?:the|that)\b/i;
const ORDER = /^(?:other|previous|earlier|first|second|third|last|latest|newest|one| )+$/i;
const BACK =
  /\b(?:(?:go(?:ing)? |get |let'?s go |come )?back to|return to|switch (?:back )?to|open|continue with|carry on with|resume|pick up|work on)\b.*\b(?:one|draft|campaign|\w+s?)\b/i;
/** "now the survey again", "and now the Hilton one" */
const AGAIN =
  /^(?:\W|ok(?:ay)?\b|and\b|so\b|now\b|then\b|right\b|well\b)*(?:the|that|our|my)\b(?:.*\b(?:again|once more)|.*\b(?:one|draft|campaign)(?:\s+(?:now|next|please|then))?)[.!?\s]*$/i;
const DRAFT =
  /\b(?:the|that|my|our)\b.*\b(?:one|draft|campaign|renewals?|surveys?|\w+ings?|reminders?|greetings?|announcements?)\b/i;

/** By its place, its type or who it is for; null when that is none of them, or several. */
export function meantDraft(frame: Frame, drafts: readonly ThreadDraft[]): ThreadDraft | null {
  const { campaign } = frame.input.thread;
  const current = drafts.findIndex(({ id }) => id === campaign!.id);
  const place = placeOf(frame.sentence, { current, count: drafts.length });
  if (place !== null) return drafts[place] ?? null;
  const isNamed = frame.isTypeNamed || !frame.scope.isEmpty;
  const fitting = isNamed ? drafts.filter((draft) => fits(draft, frame)) : [];
  return fitting.length === 1 ? fitting[0]! : null;
}

const PLACES: readonly (readonly [RegExp, number])[] = [
  [/\b(first|1st)\b/i, 0],
  [/\b(second|2nd)\b/i, 1],
  [/\b(third|3rd)\b/i, 2],
  [/\b(fourth|4th)\b/i, 3],
  [/\b(fifth|5th)\b/i, 4],
];

function placeOf(sentence: string, { current, count }: { current: number; count: number }): number | null {
  const named = PLACES.find(([words]) => words.test(sentence));
  if (named) return named[1];
  if (/\b(last|latest|newest)\b/i.test(sentence)) return count - 1;
  if (/\b(previous|earlier|before)\b/i.test(sentence)) return current - 1;
  return /\bother\b/i.test(sentence) && count === 2 ? 1 - current : null;
}

const fits = (draft: ThreadDraft, { isTypeNamed, type, scope }: Frame): boolean =>
  (!isTypeNamed || draft.type === type) && partsOf(scope.filter).every((part) => holds(draft.filter, part));

/** The draft was made for these: the same values stand in it, and not as an exception. */
function holds(filter: Filter, wanted: Filter): boolean {
  if ('not' in filter) return false;
  if (!isClause(filter)) return ('all' in filter ? filter.all : filter.any).some((one) => holds(one, wanted));
  if (!isClause(wanted)) return false;
  if (filter.op === 'in' && wanted.op === 'in')
    return filter.field === wanted.field && wanted.values.some((value) => filter.values.includes(value));
  return JSON.stringify(filter) === JSON.stringify(wanted);
}
