import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AgentEvent } from '../core/agent-event.ts';
import { type AskAnswer, askAnswer } from '../core/ask-answer.ts';
import type { Person } from '../core/tenants/find-session.ts';
import { isRemote } from '../core/tenants/roles.ts';
import { AppError } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { sendEvents } from './event-stream.ts';
import { personOf } from './person.ts';

const sentence = z.strictObject({
  text: z.string().trim().min(1).max(4000),
  threadId: z.uuid().optional().describe('Without one a new thread begins.'),
});

/** One turn of the agent: as server-sent events while it happens, or as one answer when it is done. */
export const chatRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const schema = {
      tags: ['chat'],
      summary:
        'Says one sentence. `Accept: text/event-stream` streams the turn, anything else waits for its answer.',
      body: sentence,
      response: answers(askAnswer),
    };
    app.post('/chat', { schema }, async (request, reply) => {
      const person = personOf(request);
      const { body } = request;
      if (request.headers.accept?.includes('text/event-stream'))
        return sendEvents(reply, (signal) =>
          telling(deps.log, takeTurn(deps, person, { ...body, signal, isShown: true })),
        );
      return askAgent(deps, person, body);
    });
  };

type Say = { text: string; threadId?: string | undefined; signal?: AbortSignal; isShown?: boolean };

type Agent = Pick<ServerDeps, 'agent' | 'turns'>;

async function* takeTurn({ agent, turns }: Agent, person: Person, say: Say): AsyncGenerator<AgentEvent> {
  const { tenantId, actor } = person;
  const { text, threadId, signal, isShown = false } = say;
  const turn = agent.ask({
    tenantId,
    actor,
    text,
    isShown,
    ...(threadId ? { threadId } : {}),
    ...(signal ? { signal } : {}),
  });
  const end = await turns?.begin(tenantId);
  try {
    for await (const event of turn) yield isRemote(actor) ? withoutCodes(event) : event;
  } finally {
    end?.();
  }
}

/** A stream has begun with 200, so what breaks later can only be told inside it. */
async function* telling(log: Log, turn: AsyncIterable<AgentEvent>): AsyncGenerator<AgentEvent> {
  try {
    yield* turn;
  } catch (error) {
    log.error({ err: error }, 'a streamed turn broke');
    yield {
      type: 'error',
      code: 'server:failed',
      message: 'Something went wrong here; nothing more was done.',
      nextStep: 'Say it again.',
    };
  }
}

/** The whole turn's answer; a turn that failed throws what it said. */
export async function askAgent(deps: Agent, person: Person, say: Say): Promise<AskAnswer> {
  for await (const event of takeTurn(deps, person, say)) {
    if (event.type === 'done') return event.answer;
    if (event.type === 'error')
      throw new AppError(event.code, event.message, event.nextStep ? { nextStep: event.nextStep } : {});
  }
  throw new Error('The turn ended without an answer.');
}

/** The short code decides an approval, so a script never gets one, whatever the agent sends. */
function withoutCodes(event: AgentEvent): AgentEvent {
  if (event.type === 'part' && event.part.kind === 'approval') {
    const { shortCode: _, ...part } = event.part;
    return { ...event, part: { ...part, canDecide: false } };
  }
  if (event.type !== 'done' || !event.answer.approval) return event;
  const { code: _, ...approval } = event.answer.approval;
  return { ...event, answer: { ...event.answer, approval } };
}
