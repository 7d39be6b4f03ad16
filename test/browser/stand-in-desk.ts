// Canned answers about what went out and what came back.
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendEvents } from '../../routes/event-stream.ts';
import { wantsStream } from '../../routes/follow.ts';
import { conversations, thread } from './canned-conversations.ts';
import { HOSTILE, LONG } from './canned-names.ts';
import { approval, campaignId, preview } from './canned-parts.ts';
import { refuse } from './refuse.ts';
import type { Scene } from './stand-in-api.ts';

const sent = preview.previews.map((message, at) => ({
  ...message,
  id: randomUUID(),
  address: `person${at}@example.com`,
  at: '2026-11-21T05:00:00.000Z',
  campaignId,
  campaign: approval.campaign,
  isTest: at === 3,
  status: ['submitted', 'delivered', 'read', 'failed'][at % 4]!,
}));

export function standInDesk(api: FastifyInstance, scene: Scene): void {
  api.get('/outbox', async () => ({ messages: scene.empty ? [] : sent }));
  api.get('/outbox/:id', async (request, reply) => {
    const found = sent.find((one) => one.id === (request.params as { id: string }).id);
    return found ?? refuse(reply, 404, 'message:unknown', 'There is no such message in the outbox.', null);
  });
  api.post('/outbox/:id/reply', async () => ({
    replyId: randomUUID(),
    isNew: true,
    contactId: null,
    customerId: null,
    campaignId: null,
    effects: [{ kind: 'opt_out', scope: 'all', because: 'STOP', contacts: 1, addresses: 2, halted: 0 }],
  }));
  const { id: conversationId } = conversations[0]!;
  api.get('/conversations', (request, reply) =>
    say(request, reply, { conversations: scene.empty ? [] : conversations }),
  );
  api.get(`/conversations/${conversationId}`, (request, reply) => say(request, reply, thread));
  api.get('/conversations/figures', async () => ({
    ...{ open: 2, waiting: 2, waitingOverADay: 1, urgent: 1, inDoubt: 1 },
    ...{ medianMinutesToAnswer: 300, outcomes: [] },
  }));
  api.get('/replies/:id/contact', async () => ({
    candidates: [HOSTILE, LONG].map((contact) => ({
      ...{ contactId: randomUUID(), contact, customerId: randomUUID(), customer: LONG },
    })),
  }));
  api.get('/users', async () => ({ users: [] }));
  api.get('/replies/:id/saved-answers', async () => ({
    savedAnswers: [
      {
        id: randomUUID(),
        name: LONG.slice(0, 80),
        language: 'en',
        text: 'Thank you.',
        kept: 'Thank you.',
        problem: null,
      },
    ],
  }));
}

/** At once, and to a stream nothing more for as long as somebody listens. */
const say = async (request: FastifyRequest, reply: FastifyReply, value: unknown) =>
  wantsStream(request)
    ? sendEvents(reply, async function* (signal) {
        yield value;
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
      })
    : value;
