// What the audiences of a conversation were before: for "put them back", "and the Hyatts too", "for both".
import type { Filter } from '../../../core/audience/filter.ts';
import { facetOfFilter, isClause, partsOf, sameFilter } from '../filters.ts';
import type { PlannerThread } from '../types.ts';

export type Audience = { filter: Filter; excludedCustomerIds: readonly string[] };
export type Change = { before: Audience; after: Audience };
type Patch = Record<string, unknown>;
type History = { states: Audience[]; undone: Patch[] };

const EVERYBODY: Audience = { filter: { all: [] }, excludedCustomerIds: [] };

/** Whom the draft at hand was for after each of its changes, oldest first, and the changes that were taken back. */
export function draftHistory({ campaign, earlier = [] }: PlannerThread): History {
  let states: Audience[] = [];
  let patches: Patch[] = [];
  let undone: Patch[] = [];
  for (const { name, args, campaignId } of earlier.flatMap(({ calls }) => calls)) {
    if (!campaign || campaignId !== campaign.id) continue;
    if (name === 'draft_campaign') states = [{ ...EVERYBODY, ...audienceIn(args) }];
    const last = states.at(-1);
    if (name === 'edit_campaign' && last) {
      const patch = args.patch as Patch;
      states.push({ ...last, ...audienceIn(patch) });
      patches = [...patches, patch];
      undone = [];
    }
    if (name === 'undo_edit' && patches.length > 0) {
      states.pop();
      undone = [...undone, patches.at(-1)!];
      patches = patches.slice(0, -1);
    }
  }
  // Somebody changed it on the page: what stood here before says nothing.
  const isKnown = campaign && states.length > 0 && isSame(states.at(-1)!, campaign.draft);
  return isKnown ? { states, undone } : { states: [], undone: [] };
}

/** The last change of who gets the campaign at hand; null when there was none in this conversation. */
export function lastChange(thread: PlannerThread): Change | null {
  const { states } = draftHistory(thread);
  const after = states.at(-1);
  const before = after && states.findLast((state) => !isSame(state, after));
  return after && before ? { before, after } : null;
}

const audienceIn = ({ filter, excludedCustomerIds }: Record<string, unknown>): Partial<Audience> => ({
  ...(filter ? { filter: filter as Filter } : {}),
  ...(excludedCustomerIds ? { excludedCustomerIds: excludedCustomerIds as string[] } : {}),
});

const isSame = (one: Audience, other: Audience): boolean =>
  sameFilter(one.filter, other.filter) && one.excludedCustomerIds.join() === other.excludedCustomerIds.join();

/** The kinds of things that a change took out: "name", "place", "brand" …; empty when it took out nothing. */
export function droppedFacets({ before, after }: Change): ReadonlySet<string> {
  const facets = new Set<string>();
  if (after.excludedCustomerIds.some((id) => !before.excludedCustomerIds.includes(id))) facets.add('name');
  for (const part of partsOf(after.filter)) {
    if (partsOf(before.filter).some((one) => sameFilter(one, part))) continue;
    if ('not' in part) facets.add(facetOfFilter(part.not) ?? '');
    else if (isShrunk(before.filter, part)) facets.add(facetOfFilter(part) ?? '');
  }
  return facets;
}

/** Fewer values of the same field than stood there before. */
const isShrunk = (before: Filter, part: Filter): boolean =>
  partsOf(before).some((one) => isWithin(part, one) && !sameFilter(part, one));

/** The filters of the counts and lists since the newest draft, oldest first. */
export function listedFilters({ earlier = [] }: PlannerThread): Filter[] {
  const calls = earlier.flatMap((turn) => turn.calls);
  const since = calls.slice(calls.findLastIndex(({ name }) => name === 'draft_campaign') + 1);
  return since.flatMap(({ name, args }) => (name === 'find_customers' ? [args.filter as Filter] : []));
}

/** Whom the conversation was about after each turn: the lists while one is looked at, else the draft at hand. */
export const statesOf = (thread: PlannerThread): Audience[] =>
  thread.lastFilter
    ? listedFilters(thread).map((filter) => ({ ...EVERYBODY, filter }))
    : draftHistory(thread).states;

/** The states that led to the last one by narrowing alone, the widest first; empty where the last change was no narrowing. */
export function narrowings(states: readonly Audience[]): Audience[] {
  const found: Audience[] = [];
  for (let at = states.length - 1; at > 0 && isNarrower(states[at]!, states[at - 1]!); at--)
    if (!isSame(states[at]!, states[at - 1]!)) found.unshift(states[at - 1]!);
  return found;
}

/** Every condition of the earlier state still stands, whole or with fewer values. */
const isNarrower = (later: Audience, earlier: Audience): boolean =>
  earlier.excludedCustomerIds.every((id) => later.excludedCustomerIds.includes(id)) &&
  partsOf(earlier.filter).every((part) =>
    partsOf(later.filter).some((one) => sameFilter(one, part) || isWithin(one, part)),
  );

/** Fewer values of the same field. */
const isWithin = (part: Filter, whole: Filter): boolean =>
  isClause(part) &&
  isClause(whole) &&
  part.op === 'in' &&
  whole.op === 'in' &&
  part.field === whole.field &&
  part.values.every((value) => whole.values.includes(value));
