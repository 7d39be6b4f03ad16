// What was said and done before in a thread, out of its messages.
import type { AIMessage, BaseMessage } from '@langchain/core/messages';
import { isHumanMessage, isToolMessage } from '@langchain/core/messages';
import type { EarlierTurn } from '../../core/threads/read-situation.ts';

/** The turns before the one that runs, oldest first; a call that failed did nothing and is left out. */
export function earlierTurns(all: readonly BaseMessage[]): EarlierTurn[] {
  const turns: EarlierTurn[] = [];
  const begins = all.flatMap((message, at) => (isHumanMessage(message) ? [at] : []));
  const messages = all.slice(begins.at(-LONGEST - 1) ?? 0);
  for (const message of messages) {
    if (isHumanMessage(message)) turns.push({ said: message.text, calls: [] });
    for (const { id, name, args } of (message as AIMessage).tool_calls ?? []) {
      const answer = messages.find((other) => isToolMessage(other) && other.tool_call_id === id);
      const forModel = answer
        ? (JSON.parse(answer.text) as Record<string, unknown>)
        : { error: 'unanswered' };
      if ('error' in forModel) continue;
      const campaignId = typeof forModel.campaignId === 'string' ? forModel.campaignId : null;
      turns.at(-1)?.calls.push({ name, args, campaignId });
    }
  }
  return turns.slice(0, -1);
}

// Nobody points further back than that, and a thread can be very long.
const LONGEST = 40;
