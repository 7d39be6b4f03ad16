// What "it", "them" and "those" are when a draft is edited: the customer that was just spoken of, or the last list.
import type { Filter } from '../../../core/audience/filter.ts';
import type { PlannerThread } from '../types.ts';

export type Referent = { customerId: string } | { filter: Filter };

const TOUCHING = new Set(['draft_campaign', 'edit_campaign', 'open_campaign', 'undo_edit']);

/** Null when nobody was spoken of since the draft was last touched. */
export function referentOf({ earlier = [] }: PlannerThread): Referent | null {
  for (const { name, args } of earlier.flatMap(({ calls }) => calls).toReversed()) {
    if (TOUCHING.has(name)) return null;
    if (typeof args.customerId === 'string') return { customerId: args.customerId };
    if (name === 'find_customers') return { filter: args.filter as Filter };
  }
  return null;
}
