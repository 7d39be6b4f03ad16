// How far a turn came that was begun before, out of the checkpoint of its thread.
import {
  type AIMessage,
  type BaseMessage,
  isAIMessage,
  isToolMessage,
  ToolMessage,
} from '@langchain/core/messages';
import type { StateSnapshot } from '@langchain/langgraph';

/** `new`: the mind never heard it; `open`: steps are left; `waiting`: it asked these approvals; `over`: all is said. */
export type TurnStand =
  | { kind: 'new' | 'open' }
  | { kind: 'waiting'; approvalIds: string[] }
  | { kind: 'over'; text: string };

/** `turnId` is the id of the message that the turn began with. */
export function turnStand(state: StateSnapshot, turnId: string): TurnStand {
  const messages = messagesOf(state);
  if (!messages.some(({ id }) => id === turnId)) return { kind: 'new' };
  const waits = state.tasks.flatMap((task) => task.interrupts);
  if (waits.length > 0)
    return {
      kind: 'waiting',
      approvalIds: waits.map(({ value }) => (value as { approvalId: string }).approvalId),
    };
  if (state.next.length > 0) return { kind: 'open' };
  return { kind: 'over', text: messages.at(-1)?.text ?? '' };
}

/**
 * Answers for the calls of a turn that was broken off: a provider refuses a conversation in which a call has none, and
 * the mind should know that nothing came of them.
 */
export function answersForBroken(state: StateSnapshot): ToolMessage[] {
  const messages = messagesOf(state);
  const last = messages.findLast(isAIMessage) as AIMessage | undefined;
  const answered = new Set(messages.filter(isToolMessage).map(({ tool_call_id }) => tool_call_id));
  return (last?.tool_calls ?? [])
    .filter(({ id }) => id && !answered.has(id))
    .map(
      ({ id, name }) =>
        new ToolMessage({
          tool_call_id: id!,
          name,
          content: JSON.stringify({ error: 'The person stopped this before it was answered.' }),
          status: 'error',
        }),
    );
}

const messagesOf = ({ values }: StateSnapshot): BaseMessage[] =>
  (values as { messages?: BaseMessage[] }).messages ?? [];
