import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { progressPart } from '../core/delivery/progress-part.ts';
import type { ProgressPart } from '../core/parts.ts';
import type { ServerDeps } from './deps.ts';
import { sendEvents } from './event-stream.ts';
import { inSession } from './person.ts';

/** Often enough to look live, seldom enough for many pages open at once. */
const LOOK_EVERY_MS = 1_000;
/** Then the reader asks again, with a session that is checked again. */
const FOLLOW_MS = 10 * 60_000;

const OVER = new Set<ProgressPart['status']>(['done', 'stopped']);

type Following = { request: FastifyRequest; reply: FastifyReply; now: ProgressPart };

/** Sends the card again whenever it has changed. */
export const followProgress = (deps: ServerDeps, { request, reply, now }: Following) =>
  sendEvents(reply, async function* (signal) {
    const until = performance.now() + FOLLOW_MS;
    let shown = now;
    yield shown;
    while (!OVER.has(shown.status) && !signal.aborted && performance.now() < until) {
      await pause(LOOK_EVERY_MS, undefined, { ref: false });
      const next = await inSession(deps, request, (ctx) => progressPart(ctx, shown.campaignId));
      if (JSON.stringify(next) === JSON.stringify(shown)) continue;
      shown = next;
      yield shown;
    }
  });
