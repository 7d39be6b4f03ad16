// What a follow-up without a verb means: "in India", "and the Hyatts?", "with more than 5 zones", "the gyms too".
import type { Filter } from '../../../core/audience/filter.ts';
import type { Draft } from '../../../core/campaigns/draft.ts';
import { commonParts, facetOfFilter, isClause, partsOf } from '../filters.ts';
import type { Frame } from '../frame.ts';
import { type Item, isCue, isWord } from '../items.ts';
import { readScope } from '../scope/read-scope.ts';
import { droppedFacets, lastChange } from '../thread/audiences.ts';
import { withoutNegated } from './edit-filter.ts';
import { isWho, type Step, type StepKind } from './edit-steps.ts';

type Situation = { frame: Frame; draft: Draft };

/** `plain` where it could mean several things: the person says which. */
export function plainKind(step: Step, { frame, draft }: Situation): StepKind {
  const first = firstWho(frame)?.start;
  const isMore = startsWithAnd(frame) && step.items.some((item) => isWho(item) && item.start === first);
  if (step.kind === 'add' || (step.kind === 'plain' && isMore))
    return goesOnDropping(step, { frame, draft })
      ? 'drop'
      : isMore && describesAnew(step, draft.filter)
        ? 'narrow'
        : 'add';
  if (step.kind !== 'plain') return step.kind;
  if (isDateOnly(step.items) || isCorrection(step, { frame, draft })) return 'change';
  // "with the Hyatts again": what was excepted comes back.
  if (AGAIN.test(frame.sentence) && isExcepted(step, draft.filter)) return 'change';
  if (holdsPresent(step, draft.filter)) return 'change';
  if (isCompany(step, frame)) return 'add';
  // Where the place stands already, all of it may mean more than those.
  if (isWholePlace(step, draft.filter)) return stands(step, draft.filter) ? 'plain' : 'change';
  const isLed = isLedIn(step, frame) || isOfThose(step, { frame, draft });
  // Wherever they are they are in already: a list of places can only be those who stay.
  if (isListOfFree(step, draft.filter)) return 'narrow';
  return isDescribing(step.items) && isLed ? 'change' : 'plain';
}

export const startsWithAnd = ({ items }: Pick<Frame, 'items'>): boolean => {
  const [first, second] = items;
  const opens = (item: Item | undefined): boolean =>
    isWord(item, 'operators', 'and', 'also', 'or', 'but') || isCue(item, 'add');
  // "ok, and the Hyatts"
  return (
    opens(first) || (isWord(first, 'skip') && opens(second)) || (first?.kind === 'mark' && opens(second))
  );
};

const firstWho = ({ items }: Frame): Item | undefined => items.find(isWho);

/** After "take out Conrad Macau", "and Grand Hyatt Macau too" takes out as well; "add" says the opposite. */
function goesOnDropping({ items }: Step, { frame, draft }: Situation): boolean {
  const isTold = frame.items.some(
    (item) => isCue(item, 'add') && !/^(?:and|also|plus|what|how)\b/i.test(item.text),
  );
  // "only Mali's": who went was not taken out by name.
  const last = frame.input.thread.earlier?.findLast(({ calls }) =>
    calls.some(({ name }) => name === 'edit_campaign'),
  );
  const isNarrowed = /\b(?:only|just)\b/i.test(last?.said ?? '');
  const change = isTold || isNarrowed || AGAIN.test(frame.sentence) ? null : lastChange(frame.input.thread);
  if (!change) return false;
  const dropped = droppedFacets(change);
  const own = items.filter(isWho);
  const isOfTheirKind = (item: Item): boolean =>
    dropped.has(item.kind === 'clause' ? item.facet : 'name') ||
    (dropped.size > 0 && isNew(item, draft.filter));
  return (
    own.length > 0 &&
    own.every(isOfTheirKind) &&
    !own.some((item) => item.kind === 'clause' && isOutside(item.filter, draft.filter))
  );
}

/** "and Doha too" where nothing says yet where they are: it could not be put beside anything. */
const isNew = (item: Item, filter: Filter): boolean =>
  item.kind === 'clause' && !item.isHead && !hasFacet(filter, item.facet);

const AGAIN = /\b(?:again|after all|back)\b/i;

/** "restaurants too" where only bars are in: they could not be taken out. */
const isOutside = (wanted: Filter, filter: Filter): boolean =>
  isClause(wanted) &&
  wanted.op === 'in' &&
  partsOf(filter).some(
    (part) =>
      isClause(part) &&
      part.op === 'in' &&
      part.field === wanted.field &&
      !wanted.values.some((value) => part.values.includes(value)),
  );

/** "and with more than 5 zones", "and ending in 2027": a condition of a kind that is not there yet narrows. */
const describesAnew = ({ items }: Step, filter: Filter): boolean =>
  isDescribing(items) &&
  !items.some((item) => item.kind === 'clause' && item.facet === 'place' && !isLed(item)) &&
  items.every(
    // "nobody owns them" speaks of owners, too.
    (item) => item.kind !== 'clause' || !hasFacet(filter, item.facet.replace(/:known$/, '')),
  );

const isLed = ({ text }: Item): boolean => /^(in|from|at|near)\b/i.test(text);

export const hasFacet = (filter: Filter, facet: string): boolean =>
  partsOf(filter).some(
    (part) =>
      facetOfFilter(part) === facet ||
      (!('op' in part) &&
        !('not' in part) &&
        ('all' in part ? part.all : part.any).some((one) => hasFacet(one, facet))),
  );

/** "Lyon and Nice" of the hotels, where nothing says yet where they are. */
const isListOfFree = ({ items }: Step, filter: Filter): boolean => {
  const who = items.filter(isWho);
  const { filter: wanted } = readScope(items);
  return (
    who.every((item) => item.kind === 'clause' && !item.isHead && !hasFacet(filter, item.facet)) &&
    isClause(wanted) &&
    wanted.op === 'in' &&
    wanted.values.length > 1
  );
};

/** Conditions only, nobody by name: "on Soundtrack", "expiring in May". */
const isDescribing = (items: readonly Item[]): boolean =>
  items.filter(isWho).every((item) => item.kind === 'clause' && !item.isHead);

const isDateOnly = (items: readonly Item[]): boolean =>
  items.filter(isWho).every((item) => item.kind === 'clause' && item.facet.startsWith('contract_'));

const stands = ({ items }: Step, filter: Filter): boolean => {
  const places = partsOf(filter).filter((part) => facetOfFilter(part) === 'place');
  return places.length === commonParts(readScope(items).filter, filter).length;
};

/** "the whole of Vietnam again", "all of Asia": in the place of the place that is there. */
const isWholePlace = ({ items }: Step, filter: Filter): boolean =>
  items.filter(isWho).every((item) => item.kind === 'clause' && item.facet === 'place') &&
  items.some((item) => isWord(item, 'nouns', 'everybody')) &&
  hasFacet(filter, 'place');

/** "sorry, Krabi": one of a kind that is there already was wrong. */
const isCorrection = ({ items }: Step, { frame, draft }: Situation): boolean =>
  /\b(?:sorry|oops|whoops|wait|hang on|hold on)\b/i.test(frame.sentence) &&
  items.filter(isWho).every((item) => item.kind === 'clause' && hasFacet(draft.filter, item.facet));

/** "the Bangkok ones" of those, where nothing says yet where they are. */
const isOfThose = ({ items }: Step, { frame, draft }: Situation): boolean =>
  frame.reader.tokens.some(({ word }) => word === 'ones') &&
  items.filter(isWho).every((item) => item.kind === 'clause' && !hasFacet(draft.filter, item.facet));

/** "with the Marriotts": they come along. */
const isCompany = ({ items }: Step, { reader }: Frame): boolean => {
  const [first, ...others] = items.filter(isWho);
  const lead = reader.tokens.slice(0, first?.start ?? 0).map(({ word }) => word);
  return (
    first?.kind === 'clause' &&
    others.length === 0 &&
    ['brand', 'owner_group'].includes(first.facet) &&
    lead.includes('with')
  );
};

const isExcepted = ({ items }: Step, filter: Filter): boolean =>
  withoutNegated(filter, readScope(items).filter) !== filter;

/** "Phuket and Krabi" where Phuket stands already. */
const holdsPresent = ({ items }: Step, filter: Filter): boolean => {
  const { filter: wanted } = readScope(items);
  return (
    isClause(wanted) &&
    wanted.op === 'in' &&
    partsOf(filter).some(
      (part) =>
        isClause(part) &&
        part.op === 'in' &&
        part.field === wanted.field &&
        part.values.length < wanted.values.length &&
        part.values.every((value) => wanted.values.includes(value)),
    )
  );
};

const LEADS = new Set(
  'in on with without at from under over above below who that which whose having using where'.split(' '),
);

/** "in India" narrows, "India" alone could be anything. */
function isLedIn({ items }: Step, { reader }: Frame): boolean {
  const first = items.find(isWho);
  if (!first) return false;
  const words = reader.tokens.slice(Math.max(0, first.start - 2), first.start + 1).map(({ word }) => word);
  return words.some((word) => LEADS.has(word)) || (first.kind === 'clause' && AMOUNTS.has(first.facet));
}

const AMOUNTS = new Set(['unit_count', 'contract_value', 'unit_price']);
