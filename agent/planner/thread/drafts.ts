// The drafts of a conversation, in the order in which they were made, as they now stand.
import type { Filter } from '../../../core/audience/filter.ts';
import type { PlannerThread } from '../types.ts';

/** `said` is all that was said of it, as it now stands. */
export type ThreadDraft = { id: string; type: string; filter: Filter; said: Record<string, unknown> };

export function draftsOf({ earlier = [] }: PlannerThread): ThreadDraft[] {
  const drafts = new Map<string, ThreadDraft>();
  for (const { name, args, campaignId } of earlier.flatMap(({ calls }) => calls)) {
    if (!campaignId) continue;
    const known = drafts.get(campaignId);
    const said = (name === 'edit_campaign' ? args.patch : args) as Partial<ThreadDraft> &
      Record<string, unknown>;
    if (name === 'draft_campaign' || (known && name === 'edit_campaign'))
      drafts.set(campaignId, {
        id: campaignId,
        type: said.type ?? known?.type ?? '',
        filter: said.filter ?? known?.filter ?? { all: [] },
        said: { ...known?.said, ...said },
      });
  }
  return [...drafts.values()];
}
