// Counting and listing customers without a campaign; a follow-up changes what was counted before.
import type { Filter, Top } from '../../../core/audience/filter.ts';
import { ask } from '../doubt/ask.ts';
import { doubtsOf } from '../doubts.ts';
import { applySteps } from '../edit/apply-steps.ts';
import { corrected } from '../edit/corrected.ts';
import { dropFacet } from '../edit/drop-facet.ts';
import { narrowTo } from '../edit/edit-filter.ts';
import { editSteps, type Step } from '../edit/edit-steps.ts';
import { startsWithAnd } from '../edit/plain-kind.ts';
import { isHeadFilter as hasHeads, partsOf } from '../filters.ts';
import type { Frame } from '../frame.ts';
import { isCue, isWord } from '../items.ts';
import { splitTop, withTop } from '../rank.ts';
import type { Plan } from '../types.ts';
import { calling, has, type Reading, refersBack } from './reading.ts';

export const readFind: Reading = (frame) => {
  const { scope, input } = frame;
  const lifted = input.thread.lastFilter ? dropFacet(frame, input.thread.lastFilter) : null;
  if (lifted && 'patch' in lifted)
    return calling(frame, [{ name: 'find_customers', args: { filter: lifted.patch.filter } }]);
  const asks = has(frame, 'count', 'which', 'show', 'audience');
  const isMeant = !scope.isEmpty || (asks && frame.isEverybody) || (asks && frame.moments.open.length > 0);
  if (!isMeant || (!asks && input.thread.campaign) || isElsewhere(frame)) return null;
  return doubtsOf(frame) ?? aboutNothing(frame) ?? (narrowsNothing(frame) ? fromWhat(frame) : search(frame));
};

/** "which gyms about the app": a list says nothing to anybody, so it could say which of them. */
function aboutNothing(frame: Frame): Plan | null {
  const { topic, sentence } = frame;
  if (!frame.isTopicSaid || !topic) return null;
  const text = `I do not know what “${topic}” says of them, so I have not guessed who is meant. What shall I do?`;
  const choices = [{ label: `Go on without “${topic}”`, say: withoutTopic(sentence, topic) }];
  return ask({ text, choices }, frame);
}

const withoutTopic = (sentence: string, topic: string): string =>
  sentence
    .slice(0, sentence.indexOf(topic))
    .replace(/\s*\S+\s*$/u, '')
    .concat(sentence.slice(sentence.indexOf(topic) + topic.length))
    .trim();

/** "only the gold ones" of what? */
const narrowsNothing = (frame: Frame): boolean => {
  const { campaign, lastFilter } = frame.input.thread;
  const first = frame.items.find((item) => !isWord(item, 'skip'));
  const isNarrowing =
    first !== undefined &&
    // "what about bars in Hoi An" as the first thing that is said.
    !/^\W*(?:so |and )?(?:what|how) about\b/i.test(frame.sentence) &&
    (isCue(first, 'narrow', 'change', 'add', 'swap', 'extend', 'stop', 'optOut') ||
      (isCue(first, 'drop') && leavesOutAll(frame)) ||
      isWord(first, 'operators', 'only'));
  // "only Mali's customers in Malaysia" says all by itself.
  const isWhole = isWord(first, 'operators', 'only') && partsOf(frame.scope.filter).length > 1;
  return isNarrowing && !isWhole && !campaign && !lastFilter && !has(frame, 'count', 'which', 'show');
};

/** "drop all gyms in Berlin" takes something away; "exclude Hilton Tokyo, but otherwise all Hiltons" says who stays. */
const leavesOutAll = ({ items }: Frame): boolean =>
  items.every((item) => !isCue(item, 'send', 'draft', 'tell')) &&
  items.every((item) => item.kind !== 'mark' && !isWord(item, 'operators'));

const fromWhat = (frame: Frame): Plan => {
  const who = frame.sentence.replace(/[.?!\s]+$/u, '');
  const choices = [
    { label: 'Show them', say: `show me ${who}` },
    { label: 'Prepare a campaign for them', say: `draft a campaign for ${who}` },
  ];
  return ask({ text: 'There is no list here yet that could be changed. What shall I do?', choices }, frame);
};

/** "what is the weather like in Paris": a place is named, but nobody is asked for. */
const isElsewhere = (frame: Frame): boolean =>
  frame.unknown.some(({ text }) => !/\p{Lu}/u.test(text)) &&
  !has(frame, 'count') &&
  !frame.isEverybody &&
  !hasHeads(frame.scope.filter);

function search(frame: Frame): Plan {
  const { scope } = frame;
  const filter = reachedBy(frame, followUp(frame) ?? scope.filter);
  const args = { filter: withoutCustomers(filter, { ids: scope.excludedCustomerIds, frame }) };
  return calling(frame, [{ name: 'find_customers', args }]);
}

/** Those of a draft: who was left out of it by hand is none of "them". */
function meantBy(draft: { filter: Filter; excludedCustomerIds: readonly string[] }, frame: Frame): Filter {
  const { rest, top } = splitTop(draft.filter);
  return withTop(withoutCustomers(rest, { ids: draft.excludedCustomerIds, frame }), top);
}

/** "hotels on WhatsApp", "gyms with their GMs": of a list, a channel or a role says who is on it. */
function reachedBy({ channels, notChannels, roles, notRoles }: Frame, filter: Filter): Filter {
  const all: readonly [string, string[], string[]][] = [
    ['reachable_by', channels, notChannels],
    ['contact_role', roles, notRoles],
  ];
  return all.reduce((whole, [field, wanted, unwanted]) => {
    const parts: Filter[] = [
      ...(wanted.length > 0 ? [{ op: 'in' as const, field, values: wanted }] : []),
      ...(unwanted.length > 0 ? [{ not: { op: 'in' as const, field, values: unwanted } }] : []),
    ];
    const { rest, top } = splitTop(whole);
    return parts.length > 0 ? withTop(parts.reduce(narrowTo, rest), top) : whole;
  }, filter);
}

/** What was counted before, as the sentence changes it; null for a question of its own. */
function followUp(frame: Frame): Filter | null {
  const { scope, input } = frame;
  const { lastFilter, campaign } = input.thread;
  const isThem =
    refersBack(frame) || (campaign !== null && has(frame, 'audience') && OF_THIS.test(frame.sentence));
  // "how many are on USB?" of the draft at hand
  const isOfDraft = isThem || (OF_DRAFT.test(frame.sentence) && isElliptic(frame) && !startsWithAnd(frame));
  const earlier = lastFilter ?? (isOfDraft && campaign ? meantBy(campaign.draft, frame) : null);
  const isFresh = !isThem && !isElliptic(frame) && has(frame, 'count', 'which', 'show');
  if (!earlier || isFresh) return null;
  const { rest, top } = splitTop(earlier);
  const wanted = splitTop(scope.filter).rest;
  // "and the silver ones too", "add the ones in Phuket"
  const isMore =
    (startsWithAnd(frame) && frame.items.some((item) => isWord(item, 'operators', 'also'))) ||
    has(frame, 'add');
  const changed = isThem && !isMore ? narrowTo(rest, wanted) : changedBy(frame, rest);
  return withTop(changed, frame.top ? sameOrder(frame, top) : top);
}

/** "and which are on Beat Breeze?", "how many in Berlin?": nobody is named, so those of before are meant. */
const isElliptic = (frame: Frame): boolean =>
  startsWithAnd(frame) ||
  (has(frame, 'count', 'which') &&
    (!frame.isEverybody || /^\W*(?:(?:is|are) there )?any/i.test(frame.sentence)) &&
    !hasHeads(frame.scope.filter) &&
    LED.test(frame.sentence) &&
    !frame.items.some(({ kind }) => kind === 'customer'));

/** The verb or the preposition follows at once, so that nobody is named. */
const LED =
  /^\W*(?:(?:so|ok|and|but) )*(?:how many|(?:(?:is|are) there )?any(?:thing|one|body)?(?: more| left)?|which(?: ones)?) (?:(?:is|are|of|do we have|have we got) )*(?:in|on|at|with|without|from|have|has|had|haven['’]t|hasn['’]t|do|don['’]t|did|didn['’]t|use|uses|pay|pays|belong|expire|expires|end|ends|ran|run|bought|buy|ordered|order|replied|answered|signed|opened|live|sit|spent|spend|got)\b/i;
const OF_DRAFT =
  /^\W*(?:(?:so|ok|and|but) )*(?:how many|which|(?:is|are) there any\w*|any(?:thing|one|body)?)\b/i;

function changedBy(frame: Frame, filter: Filter): Filter {
  const steps = corrected(editSteps(frame.items), filter).map((step) => ({
    ...step,
    kind: kindOf(step, frame),
  }));
  const applied = applySteps({ filter, excludedCustomerIds: [] }, steps);
  if (!('refused' in applied)) return applied.filter;
  // "in Munich too" of those who ordered: one more condition, and never everybody there.
  return applied.refused === 'unclear' ? narrowTo(filter, frame.scope.filter) : frame.scope.filter;
}

const OF_THIS = /\b(that|this|it|left|now|then)\b/i;
const COMMANDS = /\b(?:only|just|without|drop|add|also|too|as well|except)\b/i;
const ASKS =
  /^\W*(?:so|ok|and|please|now|then|can you|could you|\W)*(how|what|who|which|count|any|do we|are there|show|list|find|give|top)\b/i;
const QUESTION = /[?？]\s*$|^\W*(how|what|who|which|count|any|do we|are there)\b/i;

/** "and the Hyatts?" asks the same of them; "add the Hyatts" counts them as well. */
function kindOf({ kind }: Step, { items, sentence, input }: Frame): Step['kind'] {
  // "how many hotels in Krabi", "same for Phuket", "and Thailand" go on asking.
  const begun =
    input.thread.earlier?.findLast(({ said }) => ASKS.test(said) || COMMANDS.test(said))?.said ?? '?';
  const isQuestion = QUESTION.test(sentence) || (ASKS.test(begun) && QUESTION.test(begun));
  const isAsked =
    kind === 'add' &&
    isQuestion &&
    !items.some((item) => isWord(item, 'operators', 'also')) &&
    items.some((item) => isCue(item, 'add') && /^(and|what|how)\b/i.test(item.text));
  // "or the other tag" is one more alternative, "and the Hyatts" too unless it goes on asking.
  if (kind === 'plain' && isWord(items[0], 'operators', 'or')) return 'add';
  if (kind === 'plain' && !isQuestion && isWord(items[0], 'operators', 'and', 'also')) return 'add';
  return kind === 'plain' || isAsked ? 'change' : kind;
}

/** "no, the top 5 hotels": of the order that was asked for before, unless another one is said. */
function sameOrder({ top, items }: Frame, earlier: Top | null): Top | null {
  const rank = items.find((item) => item.kind === 'rank' && item.size !== null);
  const isOpen = /^(the\s+|our\s+)?(top|first|best)\b/i.test(rank?.text ?? '');
  const isSaid = items.some((item) => item.kind === 'rank' && item.size === null);
  return earlier && top && isOpen && !isSaid ? { ...top, field: earlier.field, end: earlier.end } : top;
}

function withoutCustomers(
  filter: Filter,
  { ids, frame: { input } }: { ids: readonly string[]; frame: Frame },
): Filter {
  if (ids.length === 0) return filter;
  const left = new Set(ids);
  const values = input.vocabulary.customers.filter(({ id }) => left.has(id)).map(({ name }) => name);
  return values.length > 0 ? narrowTo(filter, { not: { op: 'in', field: 'name', values } }) : filter;
}
