// "keep Phuket but drop Pattaya", "Thursday, but two hours later", "forget the tier, all hotels in Thailand": a follow-up that
// is not understood as a whole, and whose parts are. Each is read by itself, in turn, on what the one before leaves; where
// one of them is not understood to its last word, nothing is done.
import type { Filter } from '../../../core/audience/filter.ts';
import type { Draft } from '../../../core/campaigns/draft.ts';
import { commonParts, partsOf } from '../filters.ts';
import { readFrame } from '../frame.ts';
import { RECALL_MANNERS } from '../lexicon/en-recalls.ts';
import type { Plan, PlannedCall, PlannerInput } from '../types.ts';

type PlanOf = (sentence: string, input: PlannerInput) => Plan;
type Situation = { input: PlannerInput; whole: Plan; planOf: PlanOf };

const CUT = /\s*[.;,!–—]+\s+(?:and |but |then |also )*|\s+(?:but|and|then)\s+(?:then |also )?/giu;
const MOST_CUTS = 4;

export function readInTurn(sentence: string, { input, whole, planOf }: Situation): Plan | null {
  const { campaign, lastFilter } = input.thread;
  const isOpen = whole.calls.length === 0 && (whole.unused.length > 0 || whole.question?.isOfWay === true);
  if (!isOpen || !campaign || lastFilter) return null;
  const cuts = [...sentence.matchAll(CUT)];
  if (cuts.length === 0 || cuts.length > MOST_CUTS) return null;
  const change = sentence.trim().slice(0, 200);
  const done = edited(sentence.replace(TAKEN, '$1'), input, planOf) ?? inTurn(sentence, input, planOf);
  if (!done || Object.keys(done.patch).length === 0) return null;
  const edit: PlannedCall = {
    name: 'edit_campaign',
    args: { campaignId: campaign.id, patch: done.patch, change },
  };
  return { calls: [edit, ...done.behind], say: done.says.join(' ') || null, unused: [], ranges: done.ranges };
}

type Done = { patch: Partial<Draft>; behind: PlannedCall[]; says: string[]; ranges: string[] };
const NOTHING: Done = { patch: {}, behind: [], says: [], ranges: [] };

/** The first part is the shortest that is understood, as a list has commas too. */
function inTurn(sentence: string, input: PlannerInput, planOf: PlanOf): Done | null {
  for (const cut of sentence.matchAll(CUT)) {
    const [head, tail] = [sentence.slice(0, cut.index), sentence.slice(cut.index + cut[0].length)];
    const first = isManners(head) ? NOTHING : edited(head, input, planOf);
    if (!first || first.behind.length > 0 || tail.trim() === '') continue;
    const next = on(input, first.patch);
    const rest = edited(tail, next, planOf) ?? inTurn(tail, next, planOf);
    if (rest)
      return {
        patch: { ...first.patch, ...rest.patch },
        behind: rest.behind,
        says: [...first.says, ...rest.says],
        ranges: [...first.ranges, ...rest.ranges],
      };
  }
  return null;
}

const isManners = (words: string): boolean =>
  (words.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? []).every((word) => RECALL_MANNERS.has(word));

/** "forget Moxy, take Aloft" */
const TAKE = /^\s*(?:let['’]?s )?take (?!(?:out|off|away|back|it|them|that|this|those)\b)/iu;

const TAKEN =
  /([,;.]\s+(?:and |but )?)(?:i['’]ll |let['’]?s |please )?take (?!(?:out|off|away|back|it|them|that|this|those)\b)/iu;

/** What one part changes of the draft; null where it asks for anything else, or is not all understood. */
function edited(part: string, input: PlannerInput, planOf: PlanOf): Done | null {
  const plan = planOf(part.replace(TAKE, 'make it '), input);
  const [edit, ...behind] = plan.calls;
  const isApproved = behind.every(({ name }) => name === 'request_approval');
  if (edit?.name === 'edit_campaign' && isApproved && plan.unused.length === 0)
    return {
      patch: edit.args.patch as Partial<Draft>,
      behind,
      says: plan.say ? [plan.say] : [],
      ranges: plan.ranges,
    };
  return edit || !stands(part, input) ? null : NOTHING;
}

/** "all hotels in Thailand", of whom the draft is already. */
function stands(part: string, input: PlannerInput): boolean {
  const { scope, unknown, items, isEverybody } = readFrame(part, input);
  const filter: Filter = input.thread.campaign!.draft.filter;
  return (
    isEverybody &&
    !scope.isEmpty &&
    unknown.length === 0 &&
    items.every(({ kind }) => kind === 'clause' || kind === 'word') &&
    commonParts(scope.filter, filter).length === partsOf(scope.filter).length
  );
}

/** The same conversation with the draft as a part leaves it. */
function on(input: PlannerInput, patch: Partial<Draft>): PlannerInput {
  const campaign = input.thread.campaign!;
  return {
    ...input,
    thread: { ...input.thread, campaign: { ...campaign, draft: { ...campaign.draft, ...patch } } },
  };
}
