// One turn: a sentence in, events out. A thread's turns are processed one after another, under a lease.
import { type AIMessageChunk, HumanMessage, isAIMessageChunk } from '@langchain/core/messages';
import { Command } from '@langchain/langgraph';
import type { AgentEvent } from '../core/agent-event.ts';
import type { Part } from '../core/parts.ts';
import type { Actor } from '../core/tenants/roles.ts';
import { AppError, isAppError } from '../lib/errors.ts';
import { newId } from '../lib/ids.ts';
import type { Log } from '../lib/log.ts';
import type { Graph } from './graph.ts';
import type { Provenance } from './mind.ts';
import type { Resume } from './nodes/act.ts';
import type { TurnStore } from './turn-store.ts';

export type Ask = { tenantId: string; actor: Actor; threadId?: string; text: string; signal?: AbortSignal };
export type AgentDeps = { graph: Graph; store: TurnStore; provenance: Provenance; log: Log };
export type Agent = {
  /** Runs one turn; the last event is `done` or `error`. */
  ask(input: Ask): AsyncGenerator<AgentEvent>;
  /** Tells a waiting thread that its approval was decided; does nothing when no graph waits for it. */
  report(tenantId: string, approvalId: string): Promise<void>;
};

// A turn of the planner calls a tool or two; a model that keeps calling is stopped rather than paid for.
const MAX_STEPS = 40;

type Run = { tenantId: string; actor: Actor; threadId: string; signal?: AbortSignal };

export function createAgent({ graph, store, provenance, log }: AgentDeps): Agent {
  const configOf = ({ threadId, tenantId, actor, signal }: Run) => ({
    configurable: { thread_id: threadId, tenantId, actor },
    durability: 'sync' as const,
    recursionLimit: MAX_STEPS,
    ...(signal ? { signal } : {}),
  });

  /** The interrupts that wait in a thread, with the approval each is about. */
  async function waiting(run: Run): Promise<{ id: string; approvalId: string }[]> {
    const state = await graph.getState(configOf(run));
    return state.tasks
      .flatMap((task) => task.interrupts)
      .flatMap(({ id, value }) =>
        id ? [{ id, approvalId: (value as { approvalId: string }).approvalId }] : [],
      );
  }

  async function* runGraph(
    run: Run,
    input: unknown,
  ): AsyncGenerator<AgentEvent, { text: string; parts: Part[] }> {
    const said: string[] = [];
    const parts: Part[] = [];
    const stream = await graph.stream(input as never, {
      ...configOf(run),
      streamMode: ['messages', 'custom'],
    });
    for await (const [mode, chunk] of stream as AsyncIterable<[string, unknown]>) {
      if (mode === 'custom') {
        const { part } = chunk as { part: Part };
        parts.push(part);
        yield { type: 'part', part };
        continue;
      }
      const text = spokenText(chunk as [AIMessageChunk, { langgraph_node?: string }]);
      if (!text) continue;
      said.push(text);
      yield { type: 'text', text };
    }
    return { text: said.join('').trim(), parts };
  }

  /** Resumes every waiting call with the same reason, each by its own interrupt's id. */
  async function resumeCommand(
    run: Run,
    reason: Resume['reason'],
    approvalId?: string,
  ): Promise<Command | null> {
    const open = (await waiting(run)).filter((wait) => !approvalId || wait.approvalId === approvalId);
    if (open.length === 0) return null;
    const resume = Object.fromEntries(open.map((wait) => [wait.id, { reason, approvalId: wait.approvalId }]));
    return new Command({ resume });
  }

  async function* takeTurn(run: Run, text: string): AsyncGenerator<AgentEvent> {
    await store.append(run, { role: 'person', parts: [{ kind: 'text', text }] });
    const superseded = await resumeCommand(run, 'superseded');
    if (superseded) await drain(runGraph(run, superseded));
    const { text: reply, parts } = yield* runGraph(run, {
      messages: [new HumanMessage({ id: newId(), content: text })],
    });
    await store.append(run, { role: 'agent', parts: [...textParts(reply), ...parts], provenance });
    yield { type: 'done', answer: await store.answer(run, { reply, parts }) };
  }

  return {
    async *ask({ text, threadId, ...rest }) {
      try {
        const run: Run = { ...rest, threadId: threadId ?? (await store.create(rest, text)) };
        if (threadId) await store.check(run);
        yield { type: 'thread', threadId: run.threadId };
        const release = await store.lease(run);
        try {
          yield* takeTurn(run, text);
        } finally {
          await release();
        }
      } catch (error) {
        yield toErrorEvent(error, log, { threadId });
      }
    },

    async report(tenantId, approvalId) {
      const found = await store.threadOfApproval(tenantId, approvalId);
      if (!found) return;
      const run: Run = { tenantId, actor: found.actor, threadId: found.threadId };
      const release = await store.lease(run);
      try {
        const decided = await resumeCommand(run, 'decided', approvalId);
        if (decided) {
          const { text, parts } = await drain(runGraph(run, decided));
          await store.append(run, { role: 'agent', parts: [...textParts(text), ...parts], provenance });
        }
        await store.markReported(tenantId, approvalId);
      } finally {
        await release();
      }
    },
  };
}

// The stream also carries the tools' messages; only what the mind says is for the person.
function spokenText([message, metadata]: [AIMessageChunk, { langgraph_node?: string }]): string {
  if (metadata.langgraph_node !== 'think' || !isAIMessageChunk(message)) return '';
  return typeof message.content === 'string' ? message.content : message.text;
}

const textParts = (text: string): Part[] => (text ? [{ kind: 'text', text }] : []);

async function drain<T, R>(generator: AsyncGenerator<T, R>): Promise<R> {
  for (;;) {
    const step = await generator.next();
    if (step.done) return step.value;
  }
}

function toErrorEvent(error: unknown, log: Log, where: Record<string, unknown>): AgentEvent {
  const known = isAppError(error) ? error : asModelError(error);
  if (known !== error) log.error({ err: error, ...where }, 'a turn failed');
  return { type: 'error', code: known.code, message: known.message, nextStep: known.nextStep ?? null };
}

function asModelError(cause: unknown): AppError {
  return new AppError('model:failed', 'This turn could not be finished; nothing was sent.', {
    nextStep: 'Say it again; if it fails again, the log has the reason.',
    cause,
  });
}
