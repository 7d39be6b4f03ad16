// What a process does, as spans: turns, tools, answers of a model, claims, requests to a provider. No attribute ever
// holds what a person wrote or is. Until `startTracing` was called nothing is recorded, and a span costs next to nothing.
import {
  type Attributes,
  context,
  INVALID_SPAN_CONTEXT,
  type Span,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

/** Asked anew for each span: one that is kept stays with the collector that it began with. */
const tracer = () => trace.getTracer('refrain');

// While nobody collects spans there is nothing to open or to end: this costs every request to a provider its share.
let isCollected = false;
const NO_SPAN = trace.wrapSpanContext(INVALID_SPAN_CONTEXT);

/** Does `work` as a span below the one that is open; what it throws marks the span by its code, never by its words. */
export function traced<T>(
  name: string,
  attributes: Attributes,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  if (!isCollected) return work(NO_SPAN);
  return tracer().startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      markFailed(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The same for what answers bit by bit: all that `open` does between two answers belongs to the span. */
export async function* tracedStream<T>(
  name: string,
  attributes: Attributes,
  open: () => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const span = tracer().startSpan(name, { attributes });
  const inside = trace.setSpan(context.active(), span);
  const stream = open();
  try {
    for (;;) {
      const step = await context.with(inside, () => stream.next());
      if (step.done) return;
      yield step.value;
    }
  } catch (error) {
    markFailed(span, error);
    throw error;
  } finally {
    await context.with(inside, () => stream.return(undefined));
    span.end();
  }
}

/** Of the span that is open, for the lines of the log. */
export const currentTraceId = (): string | undefined => trace.getActiveSpan()?.spanContext().traceId;

export function markFailed(span: Span, error: unknown): void {
  const { code, name } = error as { code?: unknown; name?: unknown };
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', String(code ?? name ?? 'unknown'));
}

export type Tracing = { close(): Promise<void> };

/**
 * Sends the spans of this process to a collector that speaks OTLP over HTTP, `<endpoint>/v1/traces`; without an
 * endpoint there are none. A collector that is away costs spans, nothing else. `close` sends what is left.
 */
export async function startTracing(endpoint: string | undefined): Promise<Tracing> {
  if (!endpoint) return { close: async () => {} };
  const [{ BatchSpanProcessor, TracerProvider }, { OTLPTraceExporter }, contexts, core, resources] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/core'),
      import('@opentelemetry/resources'),
    ]);
  const { propagation } = await import('@opentelemetry/api');
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': 'refrain' }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  context.setGlobalContextManager(new contexts.AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new core.W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  isCollected = true;
  return {
    close: async () => {
      isCollected = false;
      await provider.shutdown();
      trace.disable();
      context.disable();
      propagation.disable();
    },
  };
}
