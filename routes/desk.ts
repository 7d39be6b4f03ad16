import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answerReply } from '../core/replies/desk/answer-reply.ts';
import { answerWays, readAnswerWays } from '../core/replies/desk/answer-ways.ts';
import {
  addConversationNote,
  changeConversation,
  conversationChange,
  takePen,
} from '../core/replies/desk/change-conversation.ts';
import { confirmOutcome, outcomeInput } from '../core/replies/desk/confirm-outcome.ts';
import { deskFigures, readDeskFigures } from '../core/replies/desk/desk-figures.ts';
import { fitSavedAnswers, fittedAnswer } from '../core/replies/desk/fit-saved-answers.ts';
import {
  conversationRow,
  conversationsQuery,
  listConversations,
} from '../core/replies/desk/list-conversations.ts';
import { conversationThread, readConversation } from '../core/replies/desk/read-conversation.ts';
import { replyChannel } from '../core/replies/desk/reply-channel.ts';
import {
  deleteSavedAnswer,
  listSavedAnswers,
  saveAnswer,
  savedAnswer,
  savedAnswerInput,
} from '../core/replies/desk/saved-answers.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { follow, wantsStream } from './follow.ts';
import { demandChannel } from './normaliser.ts';
import { inSession, personOf } from './person.ts';
import { byId, done } from './query.ts';

const answerBody = z
  .strictObject({
    text: z.string().min(1).max(20_000).optional(),
    /** Another one than they wrote by. */
    channel: z.string().max(40).optional(),
    /** An approved text of the channel, in place of one's own. */
    templateId: z.uuid().optional(),
    /** In place of a colleague's that waits for approval. */
    takesOver: z.boolean().optional(),
  })
  .refine(({ text, templateId }) => (text === undefined) !== (templateId === undefined), {
    message: 'Give a text or an approved one, not both.',
    path: ['text'],
  });

/** The reply desk: conversations with customers, and what people do with them. */
export const deskRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['replies'];

    const list = {
      tags,
      summary: 'Conversations. `Accept: text/event-stream` says them again whenever one changes.',
      querystring: conversationsQuery,
      response: answers(z.object({ conversations: z.array(conversationRow) })),
    };
    app.get('/conversations', { schema: list }, async (request, reply) => {
      const read = () =>
        inSession(deps, request, async (ctx) => ({
          conversations: await listConversations(ctx, request.query),
        }));
      return live({ request, reply, read });
    });
    app.get('/conversations/figures', { schema: { tags, response: answers(deskFigures) } }, (request) =>
      inSession(deps, request, readDeskFigures),
    );
    const one = {
      tags,
      summary: 'One with all that was said. `Accept: text/event-stream` says it again whenever it changes.',
      params: byId,
      response: answers(conversationThread),
    };
    app.get('/conversations/:id', { schema: one }, async (request, reply) => {
      const read = () =>
        inSession(deps, request, (ctx) => readConversation(ctx, { conversationId: request.params.id }));
      return live({ request, reply, read });
    });

    const changing = { tags, params: byId, body: conversationChange, response: answers(done) };
    app.patch('/conversations/:id', { schema: changing }, async (request) => {
      const { id: conversationId } = request.params;
      await inSession(deps, request, (ctx) => changeConversation(ctx, { conversationId, ...request.body }));
      return { done: true as const };
    });
    const noting = {
      tags,
      params: byId,
      body: z.strictObject({ text: z.string().trim().min(1).max(4000) }),
      response: answers(z.object({ noteId: z.uuid() })),
    };
    app.post('/conversations/:id/notes', { schema: noting }, (request) =>
      inSession(deps, request, (ctx) =>
        addConversationNote(ctx, { conversationId: request.params.id, ...request.body }),
      ),
    );
    const writing = {
      tags,
      params: byId,
      summary: 'Says that you are writing an answer, or no more; tells who else is.',
      body: z.strictObject({ isWriting: z.boolean().optional() }).nullish(),
      response: answers(z.object({ heldBy: z.string().nullable() })),
    };
    app.post('/conversations/:id/pen', { schema: writing }, (request) =>
      inSession(deps, request, (ctx) => takePen(ctx, { conversationId: request.params.id, ...request.body })),
    );

    const answering = {
      tags,
      params: byId,
      summary:
        'Answers as it stands, by the channel it came from unless another is named. Only a signed-in person; a script may not.',
      body: answerBody,
      response: answers(z.object({ approvalId: z.uuid(), campaignId: z.uuid(), digest: z.string() })),
    };
    app.post('/replies/:id/answer', { schema: answering }, async (request) => {
      const { id: replyId } = request.params;
      const sent = await inSession(deps, request, async (ctx) => {
        const { channel = await replyChannel(ctx, replyId), text = '', ...how } = request.body;
        const limits = demandChannel(deps.channels, channel).capabilities;
        return answerReply(ctx, { replyId, text, channel, limits, ...how });
      });
      deps.wake(personOf(request).tenantId);
      return sent;
    });
    const ways = {
      tags,
      params: byId,
      summary: 'By what they can be answered now: where their channel takes no free text, what else does.',
      response: answers(answerWays),
    };
    app.get('/replies/:id/ways', { schema: ways }, (request) =>
      inSession(deps, request, (ctx) =>
        readAnswerWays(ctx, { replyId: request.params.id, channels: deps.channels }),
      ),
    );
    const confirming = {
      tags,
      params: byId,
      summary: 'What came of it, as a person says; counted as a conversion of the campaign.',
      body: outcomeInput,
      response: answers(done),
    };
    app.post('/replies/:id/outcome', { schema: confirming }, async (request) => {
      const { id: replyId } = request.params;
      await inSession(deps, request, (ctx) => confirmOutcome(ctx, { replyId, ...request.body }));
      return { done: true as const };
    });

    const saved = answers(z.object({ savedAnswers: z.array(savedAnswer) }));
    app.get('/saved-answers', { schema: { tags, response: saved } }, async (request) => ({
      savedAnswers: await inSession(deps, request, listSavedAnswers),
    }));
    const fitted = {
      tags,
      params: byId,
      summary: 'Saved answers as they read for whoever wrote that, those in their language first.',
      response: answers(z.object({ savedAnswers: z.array(fittedAnswer) })),
    };
    app.get('/replies/:id/saved-answers', { schema: fitted }, async (request) => ({
      savedAnswers: await inSession(deps, request, (ctx) =>
        fitSavedAnswers(ctx, { replyId: request.params.id }),
      ),
    }));
    app.put(
      '/saved-answers',
      { schema: { tags, body: savedAnswerInput, response: answers(savedAnswer) } },
      (request) => inSession(deps, request, (ctx) => saveAnswer(ctx, request.body)),
    );
    app.delete(
      '/saved-answers/:id',
      { schema: { tags, params: byId, response: answers(done) } },
      async (request) => {
        await inSession(deps, request, (ctx) => deleteSavedAnswer(ctx, request.params));
        return { done: true as const };
      },
    );
  };

/** Several people look at the desk all day: often enough that nobody answers what a colleague has answered. */
const LOOK_EVERY_MS = 2000;

type Live<T> = { request: FastifyRequest; reply: FastifyReply; read: () => Promise<T> };

async function live<T>({ request, reply, read }: Live<T>) {
  const now = await read();
  if (!wantsStream(request)) return now;
  return follow({ reply, now, read, isOver: () => false, everyMs: LOOK_EVERY_MS });
}
