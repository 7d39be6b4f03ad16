import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendEvents } from './event-stream.ts';

/** Then the reader asks again, with a session that is checked again. */
const FOLLOW_MS = 10 * 60_000;

type Followed<T> = {
  reply: FastifyReply;
  now: T;
  read: () => Promise<T>;
  isOver: (value: T) => boolean;
  /** Often enough to look live, seldom enough for many pages open at once. */
  everyMs?: number;
};

export const wantsStream = ({ headers }: FastifyRequest): boolean =>
  headers.accept?.includes('text/event-stream') ?? false;

/** Sends a value, and again whenever it has changed, until it is over. */
export const follow = <T>({ reply, now, read, isOver, everyMs = 1000 }: Followed<T>) =>
  sendEvents(reply, async function* (signal) {
    const until = performance.now() + FOLLOW_MS;
    let shown = now;
    yield shown;
    while (!isOver(shown) && !signal.aborted && performance.now() < until) {
      await pause(everyMs, undefined, { ref: false });
      const next = await read();
      if (JSON.stringify(next) === JSON.stringify(shown)) continue;
      shown = next;
      yield shown;
    }
  });
