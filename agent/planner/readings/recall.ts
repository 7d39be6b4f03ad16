// "all of them again", "both", "the others", "redo": whom the conversation was about before, or a change that was taken
// back. The sentence says nothing else.
import type { Filter } from '../../../core/audience/filter.ts';
import { dropFrom } from '../edit/edit-filter.ts';
import { all, commonParts, partsOf, sameFilter, union } from '../filters.ts';
import type { Frame } from '../frame.ts';
import { enRecalls, RECALL_MANNERS } from '../lexicon/en-recalls.ts';
import { phrasesOf } from '../lexicon/lexicon.ts';
import {
  type Audience,
  draftHistory,
  droppedFacets,
  lastChange,
  narrowings,
  statesOf,
} from '../thread/audiences.ts';
import { stems } from '../tokens.ts';
import type { Plan } from '../types.ts';
import { calling, onCampaign, type Reading, saying } from './reading.ts';

const RECALLS = phrasesOf(enRecalls);
const MANNERS = new Set([...RECALL_MANNERS].flatMap((word) => [...stems(word)]));

export const readRecall: Reading = (frame) => {
  if (withoutTheLast(frame)) return onCampaign(frame, 'undo_edit');
  const earlier = backTo(frame);
  if (earlier) return standing(frame, earlier);
  const kind = recallSaid(frame);
  if (kind === 'redo') return redo(frame);
  const { thread } = frame.input;
  const states = kind && (thread.campaign || thread.lastFilter) ? statesOf(thread) : [];
  const found = kind ? FIND[kind]?.(states) : null;
  return found ? standing(frame, found) : null;
};

/** "take the Hyatts as well" – "no, without them": who was added in the turn before goes again. */
function withoutTheLast({ sentence, input }: Frame): boolean {
  const last = input.thread.earlier?.at(-1);
  const [call, ...others] = last?.calls ?? [];
  const isAudience =
    call?.name === 'edit_campaign' && Object.keys(call.args.patch as object).join() === 'filter';
  const change = WITHOUT.test(sentence) ? lastChange(input.thread) : null;
  // More of a list, and neither one more condition nor one more exception.
  const isWider =
    change !== null &&
    droppedFacets(change).size === 0 &&
    partsOf(change.after.filter).length <= partsOf(change.before.filter).length;
  return isWider && isAudience && others.length === 0 && ADDED.test(last!.said);
}

const WITHOUT =
  /^(?:\W|(?:no|nah|nope|hm+|ok(?:ay)?|oh|actually|sorry|better|rather|please)\b)*(?:without|not|drop|remove|leave out|take out) (?:them|those|these)(?: again| after all| then| please| out)*\W*$/i;
const ADDED = /\b(?:too|also|as well|add|plus|include)\b|^\W*(?:and|what about|how about)\b/i;

/** "go back to all of Vietnam": as it was when that stood there and nothing narrowed it yet. */
function backTo({ sentence, scope, unknown, input }: Frame): Audience | null {
  if (!BACK_TO.test(sentence) || scope.isEmpty || unknown.length > 0) return null;
  return (
    narrowings(statesOf(input.thread)).findLast(
      ({ filter }) => commonParts(scope.filter, filter).length === partsOf(scope.filter).length,
    ) ?? null
  );
}

const BACK_TO = /\bback to (?:all|the whole|everybody|everyone|every|just|only)\b/i;

/** The longest phrase that is all of the sentence but for its manners. */
function recallSaid({ reader }: Frame): string | null {
  const words = reader.tokens.filter(({ kind }) => kind !== 'mark').map(({ stem }) => stem);
  for (let start = 0; start < words.length; start++) {
    for (let end = words.length; end > start; end--) {
      const kind = RECALLS.get(words.slice(start, end).join(' '));
      if (kind && words.slice(end).every((word) => MANNERS.has(word))) return kind;
    }
    if (!MANNERS.has(words[start]!)) return null;
  }
  return null;
}

type Find = (states: readonly Audience[]) => Audience | null;
const FIND: Readonly<Record<string, Find>> = {
  widest: (states) => narrowings(states)[0] ?? null,
  several: lastTwo,
  rest: others,
};

/** "in Bangkok", "in Phuket", "both" */
function lastTwo(states: readonly Audience[]): Audience | null {
  const last = states.at(-1);
  const before = last && states.findLast(({ filter }) => !sameFilter(filter, last.filter));
  return before ? { ...last, filter: union(before.filter, last.filter) } : null;
}

/** Those who were in before the last narrowing and are not any more. */
function others(states: readonly Audience[]): Audience | null {
  const last = states.at(-1);
  const before = narrowings(states).at(-1);
  if (!last || !before) return null;
  const kept = commonParts(before.filter, last.filter);
  const added = partsOf(last.filter).filter((part) => !kept.some((one) => sameFilter(one, part)));
  const filter: Filter | null = added.length > 0 ? dropFrom(before.filter, all(added)) : null;
  return filter && { ...before, filter };
}

function standing(frame: Frame, { filter, excludedCustomerIds }: Audience): Plan {
  if (frame.input.thread.lastFilter) return calling(frame, [{ name: 'find_customers', args: { filter } }]);
  const change = frame.sentence.trim().slice(0, 200);
  const patch = { filter, excludedCustomerIds: [...excludedCustomerIds] };
  return onCampaign(frame, 'edit_campaign', { patch, change });
}

/** The change that the last "undo" took back. */
function redo(frame: Frame): Plan | null {
  if (!frame.input.thread.campaign) return null;
  const patch = draftHistory(frame.input.thread).undone.at(-1);
  if (!patch) return saying(frame, 'Nothing was taken back that could be done again.');
  return onCampaign(frame, 'edit_campaign', { patch, change: frame.sentence.trim().slice(0, 200) });
}
