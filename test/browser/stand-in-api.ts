// The page alone: its real files and headers, over canned answers. States that are hard to bring about for real are
// made here; what the product does is tested on the product.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import type { AgentEvent } from '../../core/agent-event.ts';
import type { AskAnswer } from '../../core/ask-answer.ts';
import { draftSchema } from '../../core/campaigns/draft.ts';
import type { ApprovalPart, Part } from '../../core/parts.ts';
import { CAPABILITIES } from '../../core/tenants/roles.ts';
import { endStreamsOnClose, sendEvents } from '../../routes/event-stream.ts';
import { wantsStream } from '../../routes/follow.ts';
import { addSecurityHeaders } from '../../routes/security-headers.ts';
import { servePage } from '../../routes/static-page.ts';
import { conversations, thread } from './canned-conversations.ts';
import { HOSTILE, LONG } from './canned-names.ts';
import { otherParts } from './canned-other-parts.ts';
import { answerParts, approval, audience, campaignId, preview, progress } from './canned-parts.ts';
import { report } from './canned-report.ts';

/** `hold` keeps an answer from ending although all of it has been said; `shared`, that a colleague said what was said. */
export type Scene = Record<'signedIn' | 'empty' | 'broken' | 'shared', boolean> & {
  hold: Promise<void> | null;
};
const QUIET: Scene = { signedIn: true, empty: false, broken: false, shared: false, hold: null };
type Message = { id: string; role: 'person' | 'agent'; parts: Part[] };

const refuse = (
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
  nextStep: string | null,
) => reply.status(status).send({ error: { code, message, nextStep, where: null } });

export async function openStandInApi(given: Partial<Scene> = {}) {
  const scene: Scene = { ...QUIET, ...given };
  const app = Fastify();
  endStreamsOnClose(app);
  addSecurityHeaders(app, { isHttps: false });
  const threadId = randomUUID();
  const messages: Message[] = [];
  const keep = (role: Message['role'], parts: Part[]) => messages.push({ id: randomUUID(), role, parts });
  const saidBy = () => (scene.shared ? { userId: threadId } : {});
  let card: ApprovalPart = approval;
  const current = (part: Part): Part => (part.kind === 'approval' && part.id === card.id ? card : part);

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

  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return;
    if (!scene.signedIn)
      return refuse(reply, 401, 'auth:required', 'Nobody is signed in.', 'Open a sign-in link.');
    if (scene.broken && !request.url.endsWith('/me'))
      return refuse(
        reply,
        500,
        'server:failed',
        'Something went wrong here; nothing more was done.',
        'Try again.',
      );
  });
  app.register(
    async (api) => {
      api.get('/me', async () => ({
        id: randomUUID(),
        name: 'Mali Suwan',
        email: 'mali@example.com',
        role: 'admin',
        rights: CAPABILITIES,
        workspace: {
          name: 'Hospitality Music',
          slug: 'hospitality-music',
          timeZone: 'Asia/Bangkok',
          currency: 'THB',
          today: '2026-11-21',
        },
      }));
      api.get('/threads', async () => ({
        threads: scene.empty
          ? []
          : [
              {
                id: threadId,
                title: 'Send renewal reminders to all Hiltons expiring in October',
                updatedAt: '2026-11-21T05:00:00.000Z',
              },
              { id: randomUUID(), title: null, updatedAt: '2026-11-20T05:00:00.000Z' },
            ],
      }));
      api.get('/threads/:id', async () => ({
        id: threadId,
        title: null,
        messages: messages.map((one) => ({ ...one, parts: one.parts.map(current), ...saidBy() })),
      }));
      api.post('/chat', async (request, reply) => {
        const { text } = request.body as { text: string };
        return sendEvents(reply, async function* (): AsyncGenerator<AgentEvent> {
          yield { type: 'thread', threadId };
          keep('person', [{ kind: 'text', text }]);
          if (text === 'fail') {
            yield {
              type: 'error',
              code: 'model:failed',
              message: 'This turn could not be finished; nothing was sent.',
              nextStep: 'Say it again.',
            };
            return;
          }
          const parts = text === 'everything' ? otherParts : answerParts;
          if (text !== 'everything') card = { ...approval };
          if (text === 'slow') await new Promise((resolve) => setTimeout(resolve, 60_000));
          for (const part of parts) {
            if (part.kind === 'text')
              for (const word of part.text.match(/\S+\s*/g)!) yield { type: 'text', text: word };
            else yield { type: 'part', part: current(part) };
          }
          keep('agent', parts);
          await scene.hold;
          yield { type: 'done', answer: answerOf(threadId) };
        });
      });
      api.get('/approvals/:id', async () => card);
      api.get('/approvals', async () => ({ approvals: scene.empty ? [] : [card] }));
      api.get('/campaigns/:id/approval', async () => card);
      api.post('/approvals/:id', async (request, reply) => {
        const { decision, comment } = request.body as { decision: 'approve' | 'reject'; comment?: string };
        if (card.status !== 'requested')
          return refuse(reply, 409, 'approval:decided', 'This was decided already.', 'Look at the card.');
        card = {
          ...card,
          status: decision === 'approve' ? 'approved' : 'rejected',
          canDecide: false,
          decidedBy: 'Mali Suwan',
          decidedAt: new Date().toISOString(),
          comment: comment ?? null,
        };
        if (decision === 'approve')
          keep('agent', [
            { kind: 'text', text: 'Approved by Mali Suwan. 15 messages are on their way.' },
            progress,
          ]);
        return card;
      });
      const row = {
        id: campaignId,
        name: approval.campaign,
        type: 'renewal',
        status: 'sending',
        version: 1,
        draft: draftSchema.parse({ name: approval.campaign, type: 'renewal' }),
        threadId,
        createdAt: '2026-11-21T04:00:00.000Z',
        updatedAt: '2026-11-21T04:00:00.000Z',
        sendsAt: new Date().toISOString(),
        counts: { ...report.total, queued: 0 },
      };
      api.get('/campaigns', async () => ({
        next: null,
        campaigns: scene.empty
          ? []
          : [
              row,
              {
                ...row,
                id: randomUUID(),
                name: 'Christmas greeting: beach clubs in Asia and a name that goes on for quite a while',
                status: 'draft',
                type: 'seasonal',
                threadId: null,
              },
              { ...row, id: randomUUID(), status: 'done', name: 'Survey' },
            ],
      }));
      api.get('/campaigns/:id', async () => row);
      api.get('/campaigns/:id/audience', async () => audience);
      api.get('/campaigns/:id/preview', async () => preview);
      api.get('/campaigns/:id/report', async () => report);
      api.get('/campaigns/:id/versions', async () => ({
        versions: [2, 1].map((version) => ({
          ...{ version, change: `changed ${LONG}`, by: HOSTILE, createdAt: '2026-11-21T05:00:00.000Z' },
          differences: [{ field: 'wording', before: null, after: { body: LONG } }],
        })),
      }));
      api.get('/campaigns/:id/unknown', async () => ({
        messages: [
          {
            ...{ id: randomUUID(), customer: LONG, contact: HOSTILE, channel: 'whatsapp' },
            ...{ detail: 'the server was killed', since: '2026-11-21T05:00:00.000Z' },
          },
        ],
      }));
      // Each stream brings two steps and breaks: the page opens it again until all is done.
      let steps = 0;
      const progressNow = () => ({
        ...progress,
        queued: 6 - steps,
        submitted: 3 + steps,
        status: steps === 6 ? 'done' : 'sending',
      });
      api.get('/campaigns/:id/progress', async (request, reply) => {
        if (!wantsStream(request)) return progressNow();
        return sendEvents(reply, async function* () {
          for (const _ of [1, 2]) {
            steps = Math.min(steps + 1, 6);
            yield progressNow();
          }
        });
      });
      for (const action of ['pause', 'resume', 'stop'])
        api.post(`/campaigns/:id/${action}`, async () => ({
          ...progress,
          status: action === 'pause' ? 'paused' : action === 'stop' ? 'stopped' : 'sending',
        }));
      api.get('/outbox', async () => ({ messages: scene.empty ? [] : sent }));
      api.get('/outbox/:id', async (request, reply) => {
        const found = sent.find((one) => one.id === (request.params as { id: string }).id);
        return (
          found ?? refuse(reply, 404, 'message:unknown', 'There is no such message in the outbox.', null)
        );
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
      api.post('/sign-out', async () => ({ done: true }));
    },
    { prefix: '/api/v1' },
  );
  servePage(app, join(import.meta.dirname, '../../web/dist'));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url, scene, threadId, close: () => app.close() };
}

/** At once, and to a stream nothing more for as long as somebody listens. */
const say = async (request: FastifyRequest, reply: FastifyReply, value: unknown) =>
  wantsStream(request)
    ? sendEvents(reply, async function* (signal) {
        yield value;
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
      })
    : value;

/** The page shows the parts; the answer itself is for programs. */
const answerOf = (thread: string): AskAnswer => ({
  thread,
  reply: '',
  questions: [],
  campaign: null,
  audience: null,
  previews: [],
  approval: null,
});
