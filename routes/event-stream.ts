import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';

// Proxies close what is silent for a minute, most of them; half of that and half again is safe.
const HEARTBEAT_MS = 15_000;

/** Sends each value as one server-sent event (`data:` is JSON). `signal` ends when the reader has gone. */
export function sendEvents(reply: FastifyReply, source: (signal: AbortSignal) => AsyncIterable<unknown>) {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return reply
    .type('text/event-stream; charset=utf-8')
    .header('x-accel-buffering', 'no')
    .send(Readable.from(frames(source(gone.signal))));
}

async function* frames(events: AsyncIterable<unknown>): AsyncGenerator<string> {
  // Something at once, so that the reader knows that the stream is open.
  yield ': open\n\n';
  const iterator = events[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = iterator.next();
      while (!(await arrives(next))) yield ': still here\n\n';
      const step = await next;
      if (step.done) return;
      yield `data: ${JSON.stringify(step.value)}\n\n`;
    }
  } finally {
    await iterator.return?.();
  }
}

/** Whether it settled before the next heartbeat is due. */
async function arrives(next: Promise<unknown>): Promise<boolean> {
  const settled = new AbortController();
  const beat = pause(HEARTBEAT_MS, false, { signal: settled.signal, ref: false }).catch(() => false);
  try {
    return await Promise.race([next.then(() => true), beat]);
  } finally {
    settled.abort();
  }
}
