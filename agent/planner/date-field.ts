// Which date of the customers a period is about, where only the period is said.
import { type Item, isWord } from './items.ts';
import type { PlannerInput } from './types.ts';

/** A period by itself is about the contract's end when renewals are. */
export function dateField(
  items: readonly Item[],
  type: string | null,
  { thread, vocabulary }: PlannerInput,
): string | null {
  if (!vocabulary.fields.some(({ key }) => key === 'contract_end')) return null;
  const other = items.find((item) => item.kind === 'dated' && item.field !== 'contract_end');
  const known = JSON.stringify(thread.campaign?.draft.filter ?? thread.lastFilter ?? null);
  const isSpoken =
    type === 'renewal' ||
    // "in August … expired": the state without its date, which stands before it.
    items.some((item) => item.kind === 'clause' && item.facet === 'contract_status') ||
    mentionsDate(items, 'contract_end') ||
    items.some((item) => item.kind === 'dated');
  const isInThread = known.includes('"contract_end"') || thread.campaign?.type === 'renewal';
  if (other?.kind === 'dated') return other.field;
  return isSpoken || isInThread ? 'contract_end' : null;
}

export const mentionsDate = (items: readonly Item[], field: string): boolean =>
  items.some((item) => isWord(item, 'dateWords', `${field}:future`, `${field}:past`));
