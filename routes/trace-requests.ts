import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';

/**
 * A span for each request, below the one that its `traceparent` names: method, route and status, never the address,
 * which may carry a token. All that the request does is within it.
 */
export function traceRequests(app: FastifyInstance): void {
  const tracer = trace.getTracer('refrain');
  const open = new WeakMap<object, Span>();
  app.addHook('onRequest', (request, _reply, done) => {
    const { method, headers, routeOptions, id } = request;
    const from = propagation.extract(context.active(), headers);
    const span = tracer.startSpan(
      `${method} ${routeOptions.url ?? 'unknown'}`,
      {
        kind: SpanKind.SERVER,
        attributes: {
          'http.request.method': method,
          'http.route': routeOptions.url ?? 'unknown',
          'refrain.request_id': id,
        },
      },
      from,
    );
    open.set(request, span);
    context.with(trace.setSpan(from, span), done);
  });
  app.addHook('onResponse', async (request, { statusCode }) => {
    const span = open.get(request);
    span?.setAttribute('http.response.status_code', statusCode);
    if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  });
}
