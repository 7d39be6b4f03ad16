import Fastify from 'fastify';
import type { Metrics } from '../lib/metrics.ts';

type Place = { port?: number | undefined; host: string };

/**
 * A server of its own, because its port is not for everybody: what this process counts, as Prometheus reads it. Without
 * a port there is none. Answers where it listens.
 */
export async function openMetricsServer(
  { registry }: Pick<Metrics, 'registry'>,
  { port, host }: Place,
): Promise<{ url: string | null; close(): Promise<void> }> {
  if (port === undefined) return { url: null, close: async () => {} };
  const app = Fastify();
  app.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
  return { url: await app.listen({ port, host }), close: () => app.close() };
}
