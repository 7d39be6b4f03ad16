import type { Filter } from '../../../core/audience/filter.ts';
import type { PlannerInput } from '../types.ts';

/** Who was counted or listed last; else the audience of the campaign at hand. */
export const filterInHand = ({ input: { thread } }: { input: PlannerInput }): Filter | null =>
  thread.lastFilter ?? thread.campaign?.draft.filter ?? null;
