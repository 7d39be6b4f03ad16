import { type AIMessage, isAIMessage } from '@langchain/core/messages';
import { type BaseCheckpointSaver, END, Send, START, StateGraph } from '@langchain/langgraph';
import type { Mind } from './mind.ts';
import { type CallState, makeAct, makeGate, type OpenScope, type Toolbox } from './nodes/act.ts';
import { makeThink, type OpenMindScope, type ReadSituation } from './nodes/think.ts';
import { type GraphMessages, GraphState } from './state.ts';

export type GraphDeps = {
  mind: Mind;
  tools: Toolbox;
  readSituation: ReadSituation;
  /** Needed by minds that compare and are paid for; the planner does neither. */
  openMindScope?: OpenMindScope;
  openScope: OpenScope;
  checkpointer: BaseCheckpointSaver;
};

/** Node names are in every stored checkpoint: renaming one turns the resume of a waiting thread into a no-op. */
export function buildGraph({ tools, openScope, checkpointer, ...thinking }: GraphDeps) {
  // One Send per call: a sibling of an interrupted call is checkpointed by itself and never runs twice.
  const route = (state: GraphMessages) => {
    const calls = lastCalls(state);
    if (calls.length === 0) return END;
    return calls.map((call) => new Send(nodeFor(tools, call.name), { call } satisfies CallState));
  };
  return (
    new StateGraph(GraphState)
      .addNode('think', makeThink(thinking))
      .addNode('act', makeAct(tools, openScope))
      .addNode('gate', makeGate(tools, openScope), { ends: ['think', END] })
      // A sentence comes in; the mind answers, or calls tools.
      .addEdge(START, 'think')
      .addConditionalEdges('think', route, ['act', 'gate', END])
      // What a tool found goes back to the mind; what needs a person waits in the gate.
      .addEdge('act', 'think')
      .compile({ checkpointer })
  );
}

export type Graph = ReturnType<typeof buildGraph>;

const nodeFor = (tools: Toolbox, name: string) => (tools.get(name)?.effect === 'approval' ? 'gate' : 'act');

function lastCalls(state: GraphMessages) {
  const last = state.messages.at(-1);
  return last && isAIMessage(last) ? ((last as AIMessage).tool_calls ?? []) : [];
}
