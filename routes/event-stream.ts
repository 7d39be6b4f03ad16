import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { shownTo } from './mask.ts';

declare module 'fastify' {
  interface FastifyInstance {
    closing: AbortSignal;
  }
}

// Proxies close what is silent for a minute, most of them; half of that and half again is safe.
const HEARTBEAT_MS = 15_000;

/** Open streams end when the server is asked to stop; it would wait for their readers otherwise. */
export function endStreamsOnClose(app: FastifyInstance): void {
  const closing = new AbortController();
  app.decorate('closing', closing.signal);
  app.addHook('preClose', async () => closing.abort());
}

/** Sends each value as one server-sent event (`data:` is JSON). `signal` ends when nobody reads any more. */
export function sendEvents(reply: FastifyReply, source: (signal: AbortSignal) => AsyncIterable<unknown>) {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const signal = AbortSignal.any([gone.signal, reply.server.closing]);
  return (
    reply
      .type('text/event-stream; charset=utf-8')
      .header('x-accel-buffering', 'no')
      // Kept alive after its end, the connection would hold up the server's closing for a minute.
      .header('connection', 'close')
      .send(Readable.from(frames(source(signal), { signal, shown: (value) => tell(reply, value) })))
  );
}

/** As the answer of any other request: who reads of many is in the log, and addresses are covered. */
async function tell({ server, request }: FastifyReply, value: unknown): Promise<unknown> {
  await server.noteReading?.(request, value);
  return shownTo(request)(value);
}

async function* frames(
  events: AsyncIterable<unknown>,
  { signal, shown }: { signal: AbortSignal; shown: (value: unknown) => Promise<unknown> },
): AsyncGenerator<string> {
  // Something at once, so that the reader knows that the stream is open; broken, it is opened again after a second.
  yield ': open\nretry: 1000\n\n';
  const iterator = events[Symbol.asyncIterator]();
  for (;;) {
    const next = iterator.next();
    while (!(await arrives(next, signal))) {
      if (signal.aborted) return leave(iterator, next);
      yield ': still here\n\n';
    }
    const step = await next;
    if (step.done) return;
    yield `data: ${JSON.stringify(await shown(step.value))}\n\n`;
  }
}

/** Whether it settled before the next heartbeat is due, or everything is over. */
async function arrives(next: Promise<unknown>, signal: AbortSignal): Promise<boolean> {
  const settled = new AbortController();
  const until = AbortSignal.any([settled.signal, signal]);
  const beat = pause(HEARTBEAT_MS, false, { signal: until, ref: false }).catch(() => false);
  try {
    return await Promise.race([next.then(() => true), beat]);
  } finally {
    settled.abort();
  }
}

// The source heard of it by its signal and ends in its own time; nobody is left to hear what it says.
function leave(iterator: AsyncIterator<unknown>, next: Promise<unknown>): void {
  next.then(() => iterator.return?.()).catch(() => {});
}
