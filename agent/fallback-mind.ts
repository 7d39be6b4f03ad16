// A model with the planner behind it: when the model cannot be reached, or its budget is used up, that is said, and the
// planner goes on.
import { AIMessage, type BaseMessage, isHumanMessage, isToolMessage } from '@langchain/core/messages';
import { type RunnableConfig, RunnableLambda } from '@langchain/core/runnables';
import type { Mind, MindScope, Provenance, Situation, Step } from './mind.ts';

type Minds = {
  model: Mind;
  planner: Mind;
  /** Told why a model did not answer. */
  onFailure(error: unknown): void;
};

export const createFallbackMind = (minds: Minds): Mind => ({
  provenance: minds.model.provenance,
  open: async (situation, scope) => {
    // A mistake of our own, such as a prompt without a variable, is no outage: it is thrown here.
    const model = await minds.model.open(situation, scope);
    return RunnableLambda.from(async (messages: BaseMessage[], config: RunnableConfig) => {
      const planning: Planning = { ...minds, situation, scope, messages, config };
      if (isBegunByPlanner(messages)) return plan(planning);
      const left = (await scope?.tokensLeft()) ?? null;
      if (left !== null && left <= 0)
        return goOn(planning, `This month’s budget for ${nameOf(minds)} is used up.`);
      try {
        return await model.invoke(messages, config);
      } catch (error) {
        // Nobody listens any more: there is no one to go on for.
        if (config.signal?.aborted) throw error;
        minds.onFailure(error);
        return goOn(planning, `The model ${nameOf(minds)} cannot be reached.`);
      }
    });
  },
});

type Planning = Minds & {
  situation: Situation;
  scope: MindScope | undefined;
  messages: BaseMessage[];
  config: RunnableConfig;
};

const nameOf = ({ model }: Minds): string => model.provenance.mind;

async function goOn(planning: Planning, reason: string): Promise<BaseMessage> {
  const { messages, scope, planner } = planning;
  const last = messages.at(-1);
  if (last && isToolMessage(last)) {
    scope?.notify(`${reason} What was done so far stands; say what should come next.`);
    return new AIMessage({ content: '', additional_kwargs: { step: stepBy(planner.provenance) } });
  }
  scope?.notify(`${reason} I read this with the built-in planner.`);
  return plan(planning);
}

async function plan({ planner, situation, messages, config }: Planning): Promise<BaseMessage> {
  const message = await (await planner.open(situation)).invoke(messages, config);
  message.additional_kwargs.step = stepBy(planner.provenance);
  return message;
}

const stepBy = (provenance: Provenance): Step => ({
  ...provenance,
  answeredBy: null,
  inputTokens: 0,
  outputTokens: 0,
  costUsd: 0,
});

/** A turn that the planner began is the planner's to its end: its plan is in its first message. */
function isBegunByPlanner(messages: readonly BaseMessage[]): boolean {
  const since = messages.slice(messages.findLastIndex((message) => isHumanMessage(message)) + 1);
  return since.some(({ additional_kwargs }) => additional_kwargs.plan !== undefined);
}
