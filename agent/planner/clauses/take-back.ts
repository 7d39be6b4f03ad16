// "forget it. September too", "scratch that, only Germany": the turn before does not count, and the rest is read as if
// it had not been. What it changed is undone first.
import { RECALL_MANNERS } from '../lexicon/en-recalls.ts';
import { draftHistory } from '../thread/audiences.ts';
import type { PlannedCall, PlannerInput } from '../types.ts';

const TAKEN_BACK =
  /^\s*(?:(?:no|ok(?:ay)?|oh|sorry|actually|hm+|well|wait)[\s,.!…-]+)*(?:forget (?:it|that|about (?:it|that))|never ?mind(?: that)?|nvm|scratch that|strike that|skip that|leave (?:it|that)|undo(?: that)?|take that back)\s*[.,;:!…–—-]+\s*(?:and\s+)?(?<rest>\S[\s\S]*)$/iu;

type Heard = { sentence: string; input: PlannerInput; undo: PlannedCall | null };

export function takeBack(said: string, input: PlannerInput): Heard {
  const { campaign, earlier = [] } = input.thread;
  const rest = TAKEN_BACK.exec(said)?.groups?.rest;
  const last = earlier.at(-1);
  // Of a first sentence it takes back nothing: its own words decide.
  if (!rest || !last || !saysMore(rest)) return { sentence: said, input, undo: null };
  const isEdit = last.calls.some(({ name }) => name === 'edit_campaign');
  const before = isEdit ? draftHistory(input.thread).states.at(-2) : undefined;
  if (!isEdit || !campaign || !before) return { sentence: rest, input, undo: null };
  const draft = {
    ...campaign.draft,
    filter: before.filter,
    excludedCustomerIds: [...before.excludedCustomerIds],
  };
  return {
    sentence: rest,
    input: { ...input, thread: { ...input.thread, campaign: { ...campaign, draft } } },
    undo: { name: 'undo_edit', args: { campaignId: campaign.id } },
  };
}

const saysMore = (rest: string): boolean =>
  (rest.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? []).some((word) => !RECALL_MANNERS.has(word));
