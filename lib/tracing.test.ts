import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentTraceId, startTracing, type Tracing, traced, tracedStream } from './tracing.ts';

type Attribute = { key: string; value: Record<string, unknown> };
type Span = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: Attribute[];
  status: { code?: number };
};

/** A collector on loopback that keeps what it is told. */
async function startCollector() {
  const spans: Span[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const said = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
      resourceSpans: { scopeSpans: { spans: Span[] }[] }[];
    };
    spans.push(...said.resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans)));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, spans, close: () => new Promise((resolve) => server.close(resolve)) };
}

describe('traces', () => {
  let collector: Awaited<ReturnType<typeof startCollector>>;
  let tracing: Tracing;
  const of = (name: string) => collector.spans.find((span) => span.name === name)!;

  beforeAll(async () => {
    collector = await startCollector();
    tracing = await startTracing(collector.url);
    await traced('outer', { 'refrain.count': 3 }, async () => {
      const said = tracedStream('turn', {}, async function* () {
        yield await traced('inner', {}, async () => 1);
        yield await traced('inner again', {}, async () => 2);
      });
      for await (const _one of said) expect(currentTraceId()).toMatch(/^[0-9a-f]{32}$/);
    });
    await traced('broken', {}, async () => {
      throw Object.assign(new Error('Anna Example, anna@example.com'), { code: 'input:invalid' });
    }).catch(() => {});
    await tracing.close();
  });
  afterAll(() => collector.close());

  it('reach a collector, each below the one that it was part of', () => {
    const [outer, turn] = [of('outer'), of('turn')];
    expect(turn).toMatchObject({ traceId: outer.traceId, parentSpanId: outer.spanId });
    for (const name of ['inner', 'inner again']) expect(of(name).parentSpanId).toBe(turn.spanId);
    expect(outer.attributes).toContainEqual({ key: 'refrain.count', value: { intValue: 3 } });
  });

  it('name what failed by its code, and keep its words to themselves', () => {
    const broken = of('broken');
    expect(broken.status.code).toBe(2);
    expect(broken.attributes).toContainEqual({
      key: 'error.type',
      value: { stringValue: 'input:invalid' },
    });
    expect(JSON.stringify(collector.spans)).not.toContain('anna@');
  });

  it('are not made once tracing has ended', async () => {
    await traced('later', {}, async () => expect(currentTraceId()).toBeUndefined());
  });

  it('end whatever a reader that goes away in the middle had begun', async () => {
    let ended = false;
    const said = tracedStream('turn', {}, async function* () {
      try {
        yield 1;
        yield 2;
      } finally {
        ended = true;
      }
    });
    for await (const _one of said) break;
    expect(ended).toBe(true);
  });
});
