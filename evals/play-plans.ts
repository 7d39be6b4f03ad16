// A conversation with the planner alone: its calls change the thread as the tools would, without a database.
import { plan } from '../agent/planner/plan.ts';
import type { Plan, PlannedCall, PlannerThread } from '../agent/planner/types.ts';
import type { Filter } from '../core/audience/filter.ts';
import { type Draft, draftSchema } from '../core/campaigns/draft.ts';
import { EMPTY_THREAD, situation, uuid } from './fixture.ts';

export type Played = { say: string; plan: Plan; thread: PlannerThread };

export function playPlans(says: readonly string[]): Played[] {
  const stage: Stage = { thread: EMPTY_THREAD, versions: new Map() };
  return says.map((say) => {
    const planned = plan(say, situation(stage.thread));
    const calls = planned.calls.map((call) => ({ ...call, campaignId: perform(stage, call) }));
    const turn = { said: say, calls: [...calls, ...askedBy(planned)] };
    stage.thread = { ...stage.thread, earlier: [...(stage.thread.earlier ?? []), turn] };
    return { say, plan: planned, thread: stage.thread };
  });
}

/** A question is the call that every surface shows it by. */
const askedBy = ({ question }: Plan) =>
  question
    ? [
        {
          name: 'ask_person',
          args: { text: question.text, choices: question.choices },
          campaignId: null,
        },
      ]
    : [];

type Stage = { thread: PlannerThread; versions: Map<string, Draft[]> };

/** Answers the campaign that the call was about. */
function perform(stage: Stage, { name, args }: PlannedCall): string | null {
  const { versions, thread } = stage;
  if (name === 'find_customers') stage.thread = { ...thread, lastFilter: args.filter as Filter };
  if (name === 'draft_campaign') {
    const id = uuid(500 + versions.size);
    versions.set(id, [draftSchema.parse({ name: 'Draft', ...args })]);
    return show(stage, id);
  }
  const id = (args.campaignId === '$draft' ? thread.campaign?.id : args.campaignId) as string | undefined;
  const drafts = id ? versions.get(id) : undefined;
  if (!id || !drafts) return null;
  if (name === 'edit_campaign') drafts.push({ ...drafts.at(-1)!, ...(args.patch as Partial<Draft>) });
  if (name === 'undo_edit' && drafts.length > 1) drafts.pop();
  return ['edit_campaign', 'undo_edit', 'open_campaign'].includes(name) ? show(stage, id) : id;
}

function show(stage: Stage, id: string): string {
  const draft = stage.versions.get(id)!.at(-1)!;
  const campaign = { id, name: draft.name, type: draft.type, status: 'draft' as const, version: 1, draft };
  stage.thread = { ...stage.thread, campaign, lastFilter: null, pendingApproval: false };
  return id;
}
