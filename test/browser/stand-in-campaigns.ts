// Canned answers about campaigns: one that sends, and whose progress moves whenever somebody follows it.
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { draftSchema } from '../../core/campaigns/draft.ts';
import { sendEvents } from '../../routes/event-stream.ts';
import { wantsStream } from '../../routes/follow.ts';
import { HOSTILE, LONG } from './canned-names.ts';
import { approval, audience, campaignId, preview, progress } from './canned-parts.ts';
import { report } from './canned-report.ts';
import type { Scene } from './stand-in-api.ts';

export function standInCampaigns(api: FastifyInstance, scene: Scene, threadId: string): void {
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
}
