import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { endStreamsOnClose, sendEvents } from './event-stream.ts';

let app: FastifyInstance;
afterEach(() => app.close());

async function serve(source: (signal: AbortSignal) => AsyncIterable<unknown>): Promise<string> {
  app = Fastify();
  endStreamsOnClose(app);
  app.decorate('noteReading', async () => {});
  app.get('/', (_request, reply) => sendEvents(reply, source));
  await app.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/`;
}

describe('a stream of events', () => {
  it('opens before anything has happened, and escapes line ends within an event', async () => {
    let happen = () => {};
    const happened = new Promise<void>((resolve) => {
      happen = resolve;
    });
    const url = await serve(async function* () {
      await happened;
      yield { text: 'two\n\nlines' };
    });
    const answer = await fetch(url);
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe(': open\nretry: 1000\n\n');
    happen();
    expect((await reader.read()).value).toBe('data: {"text":"two\\n\\nlines"}\n\n');
    expect((await reader.read()).done).toBe(true);
  });

  it('tells its source when the reader has gone, and lets it clean up', async () => {
    const events = new EventTarget();
    const url = await serve(async function* (signal) {
      try {
        yield 1;
        await once(signal, 'abort');
      } finally {
        events.dispatchEvent(new Event('cleaned'));
      }
    });
    const cleaned = once(events, 'cleaned');
    const leaving = new AbortController();
    const answer = await fetch(url, { signal: leaving.signal });
    const reader = answer.body!.getReader();
    await reader.read();
    leaving.abort();
    await cleaned;
    expect(leaving.signal.aborted).toBe(true);
  });

  it('ends with the server, however long its source would go on', async () => {
    const url = await serve(async function* (signal) {
      yield 1;
      await once(signal, 'abort');
    });
    const reader = (await fetch(url)).body!.getReader();
    await reader.read();
    const closed = app.close();
    for (;;) if ((await reader.read()).done) break;
    await closed;
    expect(app.server.listening).toBe(false);
  });
});
