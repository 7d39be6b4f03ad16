import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCollector } from '../test/trace-collector.ts';
import { currentTraceId, startTracing, type Tracing, traced, tracedStream } from './tracing.ts';

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
