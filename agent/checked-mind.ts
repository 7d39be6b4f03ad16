// Two minds check each other: where a model's filter means other customers than the planner is sure of, the difference
// becomes a question to the person, before a draft is made of it and long before anything is frozen.
import {
  AIMessage,
  type BaseMessage,
  isAIMessage,
  isHumanMessage,
  isToolMessage,
} from '@langchain/core/messages';
import { type RunnableConfig, RunnableLambda } from '@langchain/core/runnables';
import type { Difference } from '../core/audience/compare-filters.ts';
import type { Filter } from '../core/audience/filter.ts';
import { isAppError } from '../lib/errors.ts';
import { newId } from '../lib/ids.ts';
import type { Mind, MindScope, Situation } from './mind.ts';
import type { Planner } from './planner/planner.ts';

type Call = { name: string; args: Record<string, unknown> };
/** A choice of such a question, and the call that choosing it makes. */
type Reading = { say: string; call: Call };

const DRAFTS = new Set(['draft_campaign', 'edit_campaign', 'copy_campaign']);
/** Their filter stands in a patch. */
const PATCHING = new Set(['edit_campaign', 'copy_campaign']);

export const createCheckedMind = (model: Mind, { planner }: { planner: Planner }): Mind => ({
  provenance: model.provenance,
  open: async (situation, scope) => {
    await planner.prepare(situation);
    const inner = await model.open(situation, scope);
    return RunnableLambda.from(async (messages: BaseMessage[], config: RunnableConfig) => {
      const settled = afterQuestion(messages);
      if (settled) return settled;
      const message = await inner.invoke(messages, config);
      if (!scope || !isAIMessage(message)) return message;
      return (await question(message, { planner, situation, scope, messages })) ?? message;
    });
  },
});

/** Right after the question the turn ends; a choice of the person is the call that it stands for, and nothing is read anew. */
function afterQuestion(messages: readonly BaseMessage[]): AIMessage | null {
  const last = messages.at(-1);
  const asked = messages.findLastIndex((message) => readingsOf(message).length > 0);
  if (!last || asked < 0) return null;
  const since = messages.slice(asked + 1);
  if (isToolMessage(last) && since.length === 1) return new AIMessage({ id: newId(), content: '' });
  const isFirstAnswer =
    isHumanMessage(last) && since.filter((message) => isHumanMessage(message)).length === 1;
  const chosen = isFirstAnswer && readingsOf(messages[asked]!).find(({ say }) => say === last.text.trim());
  return chosen ? calling(chosen.call) : null;
}

const readingsOf = (message: BaseMessage): Reading[] =>
  (message.additional_kwargs.readings as Reading[] | undefined) ?? [];

const calling = ({ name, args }: Call, kept: Record<string, unknown> = {}): AIMessage =>
  new AIMessage({
    id: newId(),
    content: '',
    tool_calls: [{ id: newId(), name, args, type: 'tool_call' }],
    additional_kwargs: kept,
  });

type Given = { planner: Planner; situation: Situation; scope: MindScope; messages: readonly BaseMessage[] };

async function question(message: AIMessage, given: Given): Promise<AIMessage | null> {
  const call = (message.tool_calls ?? []).find(({ name }) => DRAFTS.has(name));
  const [modelled, sure] = [call && filterAfter(call, given.situation), sureFilter(given)];
  if (!call || !modelled || !sure || JSON.stringify(modelled) === JSON.stringify(sure)) return null;
  const difference = await compare(given.scope, [modelled, sure]);
  if (!difference || difference.onlyOne + difference.onlyOther === 0) return null;
  const readings = [
    { say: sayOf('first', difference.one), call },
    { say: sayOf('second', difference.other), call: withFilter(call, sure) },
  ];
  const text = `I read this in two ways that do not mean the same customers: ${difference.onlyOne} are only in the first, ${difference.onlyOther} only in the second. Which do you mean?`;
  const choices = readings.map(({ say }, at) => ({
    label: labelOf(at === 0 ? difference.one : difference.other),
    say,
  }));
  return calling(
    { name: 'ask_person', args: { text, choices } },
    { readings, step: message.additional_kwargs.step },
  );
}

const sayOf = (which: string, { words }: Difference['one']): string =>
  `Take the ${which}: ${words}`.slice(0, 290);
const labelOf = ({ words, total }: Difference['one']): string => `${words.slice(0, 90)} (${total})`;

/** A filter that core refuses is told to the model by the tool; there is nothing to compare. */
async function compare(scope: MindScope, [one, other]: [Filter, Filter]): Promise<Difference | null> {
  try {
    return await scope.compare(one, other);
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

/** What a draft's filter would be after a call. */
function filterAfter({ name, args }: Call, { thread }: Situation): Filter | null {
  const given = PATCHING.has(name) ? (args.patch as { filter?: Filter } | undefined)?.filter : args.filter;
  if (given) return given as Filter;
  return name === 'edit_campaign' ? (thread.campaign?.draft.filter ?? null) : null;
}

const withFilter = ({ name, args }: Call, filter: Filter): Call =>
  PATCHING.has(name)
    ? { name, args: { ...args, patch: { ...(args.patch as object), filter } } }
    : { name, args: { ...args, filter } };

/**
 * The filter that the planner is sure of: it read the sentence as a draft or a change, without a doubt and without a
 * word left over. What was drafted in this turn has been checked already and is not to be changed by itself.
 */
function sureFilter({ planner, situation, messages }: Given): Filter | null {
  const at = messages.findLastIndex((message) => isHumanMessage(message));
  const drafted = messages
    .slice(at + 1)
    .some((message) => isAIMessage(message) && message.tool_calls?.some(({ name }) => DRAFTS.has(name)));
  if (drafted) return situation.thread.campaign?.draft.filter ?? null;
  const { calls, question: doubt, unused } = planner.plan(messages[at]?.text ?? '', situation);
  if (doubt || unused.length > 0) return null;
  const call = calls.find(({ name }) => DRAFTS.has(name));
  return call ? filterAfter(call, situation) : null;
}
