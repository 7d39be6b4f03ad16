// One turn: a sentence in, events out. A thread's turns are processed one after another, under a lease.
import { type BaseMessage, HumanMessage } from '@langchain/core/messages';
import { Command, type StateSnapshot } from '@langchain/langgraph';
import type { AgentEvent } from '../core/agent-event.ts';
import type { ApprovalPart, Part } from '../core/parts.ts';
import type { Actor } from '../core/tenants/roles.ts';
import type { TurnStore } from '../core/threads/turn-store.ts';
import { AppError, isAppError } from '../lib/errors.ts';
import { newId } from '../lib/ids.ts';
import type { Log } from '../lib/log.ts';
import { tracedStream } from '../lib/tracing.ts';
import type { Graph } from './graph.ts';
import type { Provenance } from './mind.ts';
import type { Resume } from './nodes/act.ts';
import { type Said, streamGraph, sumSteps } from './stream-graph.ts';
import { answersForBroken, turnStand } from './turn-stand.ts';

export type Ask = {
  tenantId: string;
  actor: Actor;
  threadId?: string;
  text: string;
  /** Of a surface that may ask the same again after a crash: what was done is not done twice, the rest is. */
  turnId?: string;
  signal?: AbortSignal;
  /** Whoever asks is shown the parts: of a large audience the answer, too, names the first only. */
  isShown?: boolean;
};
export type AgentDeps = {
  graph: Graph;
  store: TurnStore;
  provenance: Provenance;
  log: Log;
  /** Told of every decision that a short code made here, so that delivery starts at once. */
  onDecided(tenantId: string, approvalId: string): void;
};
export type Agent = {
  /** Runs one turn; the last event is `done` or `error`. */
  ask(input: Ask): AsyncGenerator<AgentEvent>;
  /** Tells the thread that waits for this approval that it was decided; nothing waits: nothing happens. */
  report(tenantId: string, approvalId: string): Promise<void>;
};

// A turn of the planner calls a tool or two; a model that keeps calling is stopped rather than paid for.
const MAX_STEPS = 40;

const SYSTEM: Actor = { kind: 'system', name: 'agent' };

type Run = Omit<Ask, 'text' | 'threadId'> & { threadId: string; isNew?: boolean };
type Begun = Awaited<ReturnType<TurnStore['begin']>>;

export function createAgent({ graph, store, provenance, log, onDecided }: AgentDeps): Agent {
  const configOf = ({ threadId, tenantId, actor, signal }: Run) => ({
    configurable: { thread_id: threadId, tenantId, actor },
    durability: 'sync' as const,
    recursionLimit: MAX_STEPS,
    ...(signal ? { signal } : {}),
  });

  const readState = (run: Run) => graph.getState(configOf(run));
  const runGraph = (run: Run, input: unknown) => streamGraph(graph, { input, config: configOf(run) });

  /** Resumes the calls that wait in a thread (or the one that waits for `approvalId`), each by its interrupt's id. */
  function resumeCommand(
    state: StateSnapshot,
    reason: Resume['reason'],
    approvalId?: string,
  ): Command | null {
    const waiting = state.tasks
      .flatMap((task) => task.interrupts)
      .map(({ id, value }) => ({ id: id!, approvalId: (value as { approvalId: string }).approvalId }))
      .filter((wait) => !approvalId || wait.approvalId === approvalId);
    if (waiting.length === 0) return null;
    return new Command({
      resume: Object.fromEntries(waiting.map(({ id, approvalId: of }) => [id, { reason, approvalId: of }])),
    });
  }

  async function* answerSentence(run: Run, text: string): AsyncGenerator<AgentEvent, Said> {
    const broken = run.isNew ? [] : await endEarlier(run);
    const said = new HumanMessage({ id: run.turnId ?? newId(), content: text });
    return yield* runGraph(run, { messages: [...broken, said] });
  }

  /** Wakes what waits, since something newer is said, and answers what a turn that broke left open. */
  async function endEarlier(run: Run): Promise<BaseMessage[]> {
    const state = await readState(run);
    const superseded = resumeCommand(state, 'superseded');
    if (superseded) await drain(runGraph(run, superseded));
    return answersForBroken(superseded ? await readState(run) : state);
  }

  /** What is left of a turn that was begun before; what it had shown by then is read from its campaign. */
  async function* goOn(run: Run, text: string): AsyncGenerator<AgentEvent, Said> {
    const stand = turnStand(await readState(run), run.turnId!);
    if (stand.kind === 'new') return yield* answerSentence(run, text);
    const parts: Part[] = await store.partsInHand(run);
    if (stand.kind === 'waiting')
      for (const id of stand.approvalIds) parts.push(await store.readApproval(run.tenantId, run.actor, id));
    for (const part of parts) yield { type: 'part', part };
    if (stand.kind === 'open') {
      const rest = yield* runGraph(run, null);
      return { ...rest, parts: [...parts, ...rest.parts] };
    }
    const spoken = stand.kind === 'over' ? stand.text : '';
    if (spoken) yield { type: 'text', text: spoken };
    return { text: spoken, parts, steps: [] };
  }

  async function* answerDecision(run: Run, approval: ApprovalPart): AsyncGenerator<AgentEvent, Said> {
    onDecided(run.tenantId, approval.id);
    const decided = resumeCommand(await readState(run), 'decided', approval.id);
    if (decided) return yield* runGraph(run, decided);
    yield { type: 'part', part: approval };
    return { text: '', parts: [approval], steps: [] };
  }

  async function* takeTurn(run: Run, text: string, held: Begun): AsyncGenerator<AgentEvent> {
    const before = run.turnId && !held.isSaid ? await store.findTurn(run, run.turnId) : null;
    if (before?.answer) return yield* tellAgain(run, before.answer);
    const isHeard = before !== null || held.isSaid;
    const decided = isHeard ? null : await store.redeem(run, text);
    if (!isHeard) await store.append(run, { role: 'person', parts: [{ kind: 'text', text }] });
    const said = yield* decided
      ? answerDecision(run, decided)
      : before
        ? goOn(run, text)
        : answerSentence(run, text);
    const answer = await store.finish(
      { ...run, held },
      { ...messageOf(said), reply: said.text, decidedId: decided?.id },
    );
    yield { type: 'done', answer };
  }

  /** All was done, and whoever asked did not get to show it. */
  async function* tellAgain(run: Run, parts: Part[]): AsyncGenerator<AgentEvent> {
    for (const part of parts)
      yield part.kind === 'text' ? { type: 'text', text: part.text } : { type: 'part', part };
    const reply = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n');
    yield { type: 'done', answer: await store.answer(run, { reply, parts }) };
  }

  const messageOf = ({ text, parts, steps }: Said) => ({
    role: 'agent' as const,
    parts: [...textParts(text), ...parts],
    provenance: steps.length > 0 ? sumSteps(steps) : provenance,
  });

  async function reportDecision(run: Run, approvalId: string): Promise<void> {
    const decided = resumeCommand(await readState(run), 'decided', approvalId);
    if (!decided) return;
    await store.append(run, messageOf(await drain(runGraph(run, decided))));
  }

  return {
    async *ask({ text, threadId, ...rest }) {
      try {
        demandText(text);
        const held = await store.begin({ ...rest, threadId, text });
        const run: Run = { ...rest, threadId: held.threadId, isNew: held.isNew };
        yield { type: 'thread', threadId: run.threadId };
        try {
          const attributes = { 'refrain.thread': run.threadId, 'refrain.workspace': run.tenantId };
          yield* tracedStream('turn', attributes, () => takeTurn(run, text, held));
        } finally {
          log.info({ tenantId: run.tenantId, threadId: run.threadId }, 'a turn ended');
          await held.release();
        }
      } catch (error) {
        yield toErrorEvent(error, log, { tenantId: rest.tenantId, threadId });
      }
    },

    async report(tenantId, approvalId) {
      const waiting = await store.threadOfApproval(tenantId, approvalId);
      if (waiting) {
        const run: Run = { tenantId, actor: SYSTEM, threadId: waiting.threadId };
        const { release } = await store.lease(run);
        await reportDecision(run, approvalId).finally(release);
      }
      await store.markReported(tenantId, approvalId);
    },
  };
}

/** Half a character or a NUL is no text: what it was meant to be cannot be known, and no database keeps it. */
function demandText(text: string): void {
  if (text.isWellFormed() && !text.includes('\0')) return;
  throw new AppError('input:invalid', 'The sentence holds characters that are no text.', {
    nextStep: 'Type it again, or paste it without formatting.',
  });
}

const textParts = (text: string): Part[] => (text ? [{ kind: 'text', text }] : []);

async function drain<T, R>(generator: AsyncGenerator<T, R>): Promise<R> {
  for (;;) {
    const step = await generator.next();
    if (step.done) return step.value;
  }
}

function toErrorEvent(error: unknown, log: Log, where: Record<string, unknown>): AgentEvent {
  const known = isAppError(error) ? error : unfinished(error);
  if (known !== error) log.error({ err: error, ...where }, 'a turn failed');
  return { type: 'error', code: known.code, message: known.message, nextStep: known.nextStep ?? null };
}

const unfinished = (cause: unknown) =>
  new AppError('model:failed', 'This turn could not be finished; nothing was sent.', {
    nextStep: 'Say it again; if it fails again, the log has the reason.',
    cause,
  });
