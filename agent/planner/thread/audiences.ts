// What the audiences of a conversation were before: for "put them back", "and the Hyatts too", "for both".
import type { Filter } from '../../../core/audience/filter.ts';
import { facetOfFilter, isClause, partsOf, sameFilter } from '../filters.ts';
import type { PlannerThread } from '../types.ts';

export type Audience = { filter: Filter; excludedCustomerIds: readonly string[] };
export type Change = { before: Audience; after: Audience };

const EVERYBODY: Audience = { filter: { all: [] }, excludedCustomerIds: [] };

/** The last change of who gets the campaign at hand; null when there was none in this conversation. */
export function lastChange({ campaign, earlier = [] }: PlannerThread): Change | null {
  if (!campaign) return null;
  let states: Audience[] = [];
  for (const { name, args, campaignId } of earlier.flatMap(({ calls }) => calls)) {
    if (campaignId !== campaign.id) continue;
    if (name === 'draft_campaign') states = [{ ...EVERYBODY, ...audienceIn(args) }];
    const last = states.at(-1);
    if (name === 'edit_campaign' && last)
      states.push({ ...last, ...audienceIn(args.patch as Record<string, unknown>) });
    if (name === 'undo_edit') states.pop();
  }
  const after = states.at(-1);
  // Somebody changed it on the page: what stood here before says nothing.
  if (!after || !isSame(after, campaign.draft)) return null;
  const before = states.findLast((state) => !isSame(state, after));
  return before ? { before, after } : null;
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
  isClause(part) &&
  part.op === 'in' &&
  partsOf(before).some(
    (one) =>
      isClause(one) &&
      one.op === 'in' &&
      one.field === part.field &&
      one.values.length > part.values.length &&
      part.values.every((value) => one.values.includes(value)),
  );

/** The filters of the counts and lists since the newest draft, oldest first. */
export function listedFilters({ earlier = [] }: PlannerThread): Filter[] {
  const calls = earlier.flatMap((turn) => turn.calls);
  const since = calls.slice(calls.findLastIndex(({ name }) => name === 'draft_campaign') + 1);
  return since.flatMap(({ name, args }) => (name === 'find_customers' ? [args.filter as Filter] : []));
}
