// The page alone: its real files and headers, over canned answers. States that are hard to bring about for real are
// made here; what the product does is tested on the product.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Fastify from 'fastify';
import type { AgentEvent } from '../../core/agent-event.ts';
import type { AskAnswer } from '../../core/ask-answer.ts';
import type { ApprovalPart, Part } from '../../core/parts.ts';
import { CAPABILITIES } from '../../core/tenants/roles.ts';
import { endStreamsOnClose, sendEvents } from '../../routes/event-stream.ts';
import { addSecurityHeaders } from '../../routes/security-headers.ts';
import { servePage } from '../../routes/static-page.ts';
import { otherParts } from './canned-other-parts.ts';
import { answerParts, approval, progress } from './canned-parts.ts';
import { refuse } from './refuse.ts';
import { standInCampaigns } from './stand-in-campaigns.ts';
import { standInDesk } from './stand-in-desk.ts';

/** `hold` keeps an answer from ending although all of it has been said; `shared`, that a colleague said what was said. */
export type Scene = Record<'signedIn' | 'empty' | 'broken' | 'shared', boolean> & {
  hold: Promise<void> | null;
};
const QUIET: Scene = { signedIn: true, empty: false, broken: false, shared: false, hold: null };
type Message = { id: string; role: 'person' | 'agent'; parts: Part[] };

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
      standInCampaigns(api, scene, threadId);
      standInDesk(api, scene);
      api.post('/sign-out', async () => ({ done: true }));
    },
    { prefix: '/api/v1' },
  );
  servePage(app, join(import.meta.dirname, '../../web/dist'));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url, scene, threadId, close: () => app.close() };
}

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
