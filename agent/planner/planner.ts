// The planner as the graph uses it: a sentence and the situation in, tool calls and words out.
import { prepareCustomerNames } from './names/customer-names.ts';
import { plan as planSentence } from './plan.ts';
import { conclude, goesOn } from './say/conclude.ts';
import type { CallResult, Places, Plan, PlannedCall, PlannerInput } from './types.ts';

export type PlannerSituation = Omit<PlannerInput, 'places'>;

export type Planner = {
  /** Makes ready what a plan needs, without holding up anybody else. */
  prepare(situation: PlannerSituation): Promise<void>;
  plan(sentence: string, situation: PlannerSituation): Plan;
  conclude(plan: Plan, results: readonly CallResult[], next: PlannedCall | null): string;
  /** False when what follows in a plan no longer makes sense: an error, or nobody to send to. */
  goesOn(results: readonly CallResult[], next: PlannedCall): boolean;
};

/** A question becomes a call of `ask_person`, so that every surface can show its choices. */
export const createPlanner = ({ places }: { places: Places }): Planner => ({
  prepare: ({ vocabulary }) => prepareCustomerNames(vocabulary),
  plan(sentence, situation) {
    const found = planSentence(sentence, { ...situation, places });
    const { question } = found;
    if (!question) return found;
    return {
      ...found,
      calls: [{ name: 'ask_person', args: { text: question.text, choices: question.choices } }],
    };
  },
  conclude,
  goesOn,
});
