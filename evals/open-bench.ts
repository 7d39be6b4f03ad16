// What a case runs on: the real graph, tools and workspaces, with a mind of choice; every call of a tool is written down.

import type { BaseMessage } from '@langchain/core/messages';
import { type RunnableConfig, RunnableLambda } from '@langchain/core/runnables';
import { MemorySaver } from '@langchain/langgraph';
import { buildGraph } from '../agent/graph.ts';
import { type Mind, type Step, stepOf } from '../agent/mind.ts';
import { createTriager } from '../agent/triager.ts';
import { createAgent } from '../agent/turns.ts';
import type { AskAnswer } from '../core/ask-answer.ts';
import type { Ctx, Tenant } from '../core/context.ts';
import { reading } from '../core/replies/reading.ts';
import type { Actor } from '../core/tenants/roles.ts';
import { readSituation } from '../core/threads/read-situation.ts';
import { createTurnStore } from '../core/threads/turn-store.ts';
import { createLog } from '../lib/log.ts';
import type { SeededWorkspaces } from '../test/seeded-workspace.ts';
import type { Effect, Tool } from '../tools/define.ts';
import { TOOLS } from '../tools/index.ts';

export type ObservedCall = { name: string; effect: Effect; args: unknown; error?: string };
export type Observed = {
  calls: ObservedCall[];
  answer: AskAnswer | null;
  /** The sentence of a turn that failed. */
  failure: string | null;
  ms: number;
  /** What a model took for it; the planner leaves none. */
  steps: Step[];
};

export type Bench = {
  mind: Mind['provenance'];
  tenant: Tenant;
  say(text: string, threadId?: string): Promise<Observed>;
  /** Core, as the person who talks. */
  read<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** Forgets the campaigns and threads of the case. */
  clear(): Promise<void>;
};

export type BenchDeps = { workspaces: SeededWorkspaces; mind: Mind; slug: string; actor?: Actor };

/** A workspace and an agent on it; null when there is no workspace of this name. */
export function openBench({ workspaces, mind, slug, actor }: BenchDeps): Bench | null {
  const found = workspaces.find(slug);
  if (!found) return null;
  const { within } = workspaces;
  const { tenant, tenantId } = found;
  const person = actor ?? found.actor;
  const calls: ObservedCall[] = [];
  const seen = new Set<string>();
  const steps: Step[] = [];
  const agent = createAgent({
    graph: buildGraph({
      mind: watched(mind, steps),
      tools: new Map([...TOOLS].map(([name, tool]) => [name, recorded(tool, { calls, seen })])),
      checkpointer: new MemorySaver(),
      readSituation: (run) => within(run.tenantId, run.actor, (ctx) => readSituation(ctx, run.thread_id)),
      openScope: (run, toolCallId) => ({
        within: (work) => within(run.tenantId, run.actor, work),
        threadId: run.thread_id,
        toolCallId,
        triager: createTriager(reading),
        limitsOf: () => ({ maxTextLength: 1000, hasSubject: false }),
      }),
    }),
    store: createTurnStore({ within }),
    provenance: mind.provenance,
    log: createLog('silent'),
    onDecided: () => undefined,
  });
  return {
    mind: mind.provenance,
    tenant,
    read: (work) => within(tenantId, person, work),
    clear: () => workspaces.clear(),
    async say(text, threadId) {
      calls.length = 0;
      steps.length = 0;
      const began = performance.now();
      const turn = await drain(
        agent.ask({ tenantId, actor: person, text, ...(threadId ? { threadId } : {}) }),
      );
      return { ...turn, calls: [...calls], steps: [...steps], ms: performance.now() - began };
    },
  };
}

type Turn = Pick<Observed, 'answer' | 'failure'>;

async function drain(events: ReturnType<ReturnType<typeof createAgent>['ask']>): Promise<Turn> {
  for await (const event of events) {
    if (event.type === 'done') return { answer: event.answer, failure: null };
    if (event.type === 'error') return { answer: null, failure: event.message };
  }
  return { answer: null, failure: 'The turn ended without an answer.' };
}

const watched = (mind: Mind, steps: Step[]): Mind => ({
  provenance: mind.provenance,
  open: async (situation, scope) => {
    const opened = await mind.open(situation, scope);
    return RunnableLambda.from(async (messages: BaseMessage[], config: RunnableConfig) => {
      const message = await opened.invoke(messages, config);
      const step = stepOf(message);
      if (step) steps.push(step);
      return message;
    });
  },
});

/** A gate runs its call again when a later sentence supersedes it: only the first run of a call is written down. */
const recorded = (tool: Tool, { calls, seen }: { calls: ObservedCall[]; seen: Set<string> }): Tool => ({
  ...tool,
  run: async (scope, input) => {
    if (seen.has(scope.toolCallId)) return tool.run(scope, input);
    seen.add(scope.toolCallId);
    const call: ObservedCall = { name: tool.name, effect: tool.effect, args: input };
    calls.push(call);
    try {
      return await tool.run(scope, input);
    } catch (error) {
      call.error = (error as Error).message;
      throw error;
    }
  },
});
