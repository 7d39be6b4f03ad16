// The reply after the tools ran: short sentences made of their ids, counts, enums and the filter's own words.
import type { AddedUp } from '../../../core/audience/add-up.ts';
import { plural } from '../../../lib/text.ts';
import type { CallResult, Plan, PlannedCall } from '../types.ts';
import { sayApproval } from './say-approval.ts';
import { sayAnswer, saySummary } from './say-desk.ts';
import { sayDraft } from './say-draft.ts';
import { sayFound } from './say-found.ts';
import {
  sayChangedSegment,
  sayField,
  sayOwnText,
  sayProposed,
  sayReportedSegment,
  saySegment,
  saySegments,
  sayTemplates,
  sayTypes,
  sayVersions,
  sayWriting,
  sayWritten,
} from './say-kept.ts';
import {
  sayAddedUp,
  sayDescribed,
  sayMeasured,
  sayNearest,
  sayOptimised,
  sayOverlap,
} from './say-measured.ts';
import {
  type Compared,
  sayCampaigns,
  sayClassified,
  sayCompared,
  sayExplained,
  sayPaused,
  sayProgress,
  sayReplies,
} from './say-progress.ts';

type Say = (result: CallResult, results: readonly CallResult[]) => string;

const SAYINGS: Record<string, Say> = {
  find_customers: ({ forModel }) => sayFound(forModel),
  show_audience: ({ forModel }) => sayFound(forModel),
  draft_campaign: (result) => sayDraft(result),
  edit_campaign: (result) => sayDraft(result),
  choose_suggestion: (result) => sayDraft(result),
  undo_edit: (result) => sayDraft(result),
  open_campaign: (result) => sayDraft(result),
  preview_campaign: ({ forModel }) => sayPreview(forModel),
  request_approval: (result, results) => sayApproval(result, results),
  control_campaign: (result) => sayProgress(result),
  compare_campaigns: ({ forModel }) => sayCompared(forModel as Compared),
  pause_everything: ({ forModel }) => sayPaused(forModel),
  report_campaign: (result) => sayProgress(result),
  explain_customer: ({ forModel }) => sayExplained(forModel),
  list_campaigns: ({ forModel }) => sayCampaigns(forModel),
  list_replies: (result) => sayReplies(result),
  summarise_replies: ({ forModel }) => saySummary(forModel),
  answer_reply: ({ forModel }) => sayAnswer(forModel),
  classify_reply: ({ forModel }) => sayClassified(forModel),
  save_segment: ({ forModel }) => saySegment(forModel),
  list_segments: ({ forModel }) => saySegments(forModel),
  change_segment: ({ forModel }) => sayChangedSegment(forModel),
  delete_campaign_type: () => 'The campaign type is deleted.',
  list_campaign_types: ({ forModel }) => sayTypes(forModel),
  delete_segment: () => 'The segment is deleted. Campaigns that were sent to it keep their history.',
  report_segment: ({ forModel }) => sayReportedSegment(forModel),
  propose_change: ({ forModel }) => sayProposed(forModel),
  add_field: ({ forModel }) => sayField(forModel),
  copy_campaign: (result) => sayDraft(result),
  save_template: () => 'Nothing is sent by keeping it; “use the template …” begins a new draft from it.',
  restore_version: (result) => sayDraft(result),
  dry_run: ({ forModel }) =>
    Number(forModel.refused) > 0
      ? 'Nothing was sent. What is refused has to be put right before it can be approved.'
      : 'Nothing was sent. “Send it” asks for approval.',
  list_versions: ({ forModel }) =>
    `${plural(Number(forModel.count), 'version')}, the newest first. “Go back to version 1” makes that one the newest.`,
  compare_versions: ({ forModel }) => sayVersions(forModel),
  write_messages: ({ forModel }) => sayWriting(forModel),
  write_one_message: ({ forModel }) => sayOwnText(forModel),
  show_writing: ({ forModel }) => sayWritten(forModel),
  drop_writing: () => 'No more is written one by one: everybody gets the built-in letter again.',
  list_templates: ({ forModel }) => sayTemplates(forModel),
  measure_reach: sayMeasured,
  compare_audiences: sayOverlap,
  describe_audience: sayDescribed,
  add_up: ({ forModel }) => sayAddedUp(forModel as AddedUp),
  find_nearest: sayNearest,
  optimise_audience: sayOptimised,
};

/** What a mind is told to do is none for a person. */
const nextStepOf = ({ forModel }: CallResult): string => {
  const next = String(forModel.nextStep ?? '');
  return next.startsWith('Tell the person') ? '' : next;
};

/** `next` is the call that follows, when the reply is said before it (an approval pauses the turn). */
export function conclude(plan: Plan, results: readonly CallResult[], next: PlannedCall | null): string {
  const last = results.at(-1);
  const failed = results.find(({ forModel }) => typeof forModel.error === 'string');
  if (failed) return sentences(plan.say, String(failed.forModel.error), nextStepOf(failed));
  if (!last) return sentences(plan.say, plan.question?.text ?? null);
  const said = SAYINGS[last.name]?.(last, results) ?? '';
  const dates = last.name === 'request_approval' ? null : datesOf(plan);
  return sentences(
    plan.say,
    said,
    dates,
    next?.name === 'request_approval' ? sayNext(last, next) : null,
    unusedOf(plan),
  );
}

/** Whether the next call still makes sense: with nobody there is nothing to approve, but who gets it can be changed. */
export function goesOn(results: readonly CallResult[], next: PlannedCall): boolean {
  const { forModel = {} } = results.at(-1) ?? {};
  return !('error' in forModel) && (next.name !== 'request_approval' || forModel.recipients !== 0);
}

const sentences = (...parts: (string | null)[]): string =>
  parts
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(' ');

function sayNext({ forModel }: CallResult, next: PlannedCall): string {
  if (forModel.recipients === 0) return 'So there is nothing to approve yet.';
  return next.args.test
    ? 'Here is the approval of the test.'
    : 'Nothing goes out before a person approves exactly this.';
}

const sayPreview = ({ channels }: Record<string, unknown>): string => {
  const counts = Object.entries((channels ?? {}) as Record<string, number>);
  return counts.length === 0
    ? 'There is no message to show: nobody would get one.'
    : 'Here is how it reads, up to three messages per channel.';
};

const datesOf = ({ ranges }: Plan): string | null =>
  ranges.length > 0
    ? `I took ${ranges.map((range) => range.replace(/^(.*?): /u, '“$1” as ')).join('; ')}.`
    : null;

const unusedOf = ({ unused }: Plan): string | null =>
  unused.length > 0 ? `I did not use ${unused.map((word) => `“${word}”`).join(', ')}.` : null;
