// The agent: a mind, the tools it may call, and the graph that runs them for one person in one workspace.
import type { BaseCheckpointSaver } from '@langchain/langgraph';
import { chooseMind } from '../agent/choose-mind.ts';
import { buildGraph } from '../agent/graph.ts';
import type { ModelSettings } from '../agent/open-chat-model.ts';
import { createPlanner } from '../agent/planner/planner.ts';
import { type Agent, createAgent } from '../agent/turns.ts';
import type { ChannelRegistry } from '../channels/contract.ts';
import { compareFilters } from '../core/audience/compare-filters.ts';
import type { Within } from '../core/context.ts';
import type { Triager } from '../core/ports.ts';
import { modelTokensLeft } from '../core/threads/model-usage.ts';
import { readSituation } from '../core/threads/read-situation.ts';
import { createTurnStore } from '../core/threads/turn-store.ts';
import type { Log } from '../lib/log.ts';
import { demandChannel } from '../routes/normaliser.ts';
import { TOOLS } from '../tools/index.ts';
import { PLACES } from './planner-places.ts';

type Deps = {
  within: Within;
  channels: ChannelRegistry;
  checkpointer: BaseCheckpointSaver;
  /** Null: the embedded planner. */
  model: ModelSettings | null;
  triager: Triager;
  log: Log;
  onDecided(tenantId: string): void;
  /** Told of each turn that has read a tenant's words. */
  onRead(tenantId: string): void;
};

export async function openAgent({
  within,
  channels,
  checkpointer,
  model,
  triager,
  log,
  onDecided,
  onRead,
}: Deps): Promise<Agent> {
  const mind = await chooseMind(model, {
    planner: createPlanner({ places: PLACES }),
    tools: [...TOOLS.values()],
    onFailure: (err) => log.warn({ err }, 'the model did not answer; the planner goes on'),
  });
  const graph = buildGraph({
    mind,
    tools: TOOLS,
    checkpointer,
    readSituation: async ({ tenantId, actor, thread_id }) => {
      const situation = await within(tenantId, actor, (ctx) => readSituation(ctx, thread_id));
      onRead(tenantId);
      return situation;
    },
    openMindScope: ({ tenantId, actor }) => ({
      compare: (one, other) => within(tenantId, actor, (ctx) => compareFilters(ctx, { one, other })),
      tokensLeft: () => within(tenantId, actor, modelTokensLeft),
    }),
    openScope: ({ tenantId, actor, thread_id }, toolCallId) => ({
      within: (work) => within(tenantId, actor, work),
      threadId: thread_id,
      toolCallId,
      triager,
      hasWriter: model !== null,
      limitsOf: (channel) => demandChannel(channels, channel).capabilities,
    }),
  });
  return createAgent({
    graph,
    store: createTurnStore({ within }),
    provenance: mind.provenance,
    log,
    onDecided,
  });
}
