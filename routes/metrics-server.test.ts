import { describe, expect, it } from 'vitest';
import { createMetrics } from '../lib/metrics.ts';
import { openMetricsServer } from './metrics-server.ts';

const HOST = '127.0.0.1';

describe('what a process counts', () => {
  it('is read on a port of its own, asked for anew each time', async () => {
    const metrics = createMetrics();
    let waits = 3;
    metrics.watch(async () => [{ what: 'approvals', count: waits++, oldestSeconds: 60 }]);
    metrics.answered({ method: 'GET', route: '/api/v1/customers/:id', status: 200, seconds: 0.03 });
    metrics.sent({
      channel: 'sms',
      provider: 'twilio',
      outcomes: ['submitted', 'submitted', 'unknown'],
      seconds: 1,
    });
    metrics.looked({ failed: true, seconds: 0.1 });
    const server = await openMetricsServer(metrics, { port: 0, host: HOST });
    try {
      const read = async () => (await fetch(`${server.url}/metrics`)).text();
      const first = await read();
      expect(first).toContain('refrain_waiting{what="approvals"} 3');
      expect(first).toContain('refrain_waiting_oldest_seconds{what="approvals"} 60');
      expect(first).toMatch(/refrain_http_request_seconds_count\{.*route="\/api\/v1\/customers\/:id".*\} 1/);
      expect(first).toMatch(/refrain_messages_total\{.*outcome="submitted"\} 2/);
      expect(first).toMatch(/refrain_messages_total\{.*outcome="unknown"\} 1/);
      expect(first).toMatch(/refrain_tick_seconds_count\{result="failed"\} 1/);
      expect(first).toContain('nodejs_eventloop_lag_seconds');
      expect(await read()).toContain('refrain_waiting{what="approvals"} 4');
      expect((await fetch(`${server.url}/`)).status).toBe(404);
    } finally {
      await server.close();
    }
  });

  it('is nobody’s to read where no port is set', async () => {
    const server = await openMetricsServer(createMetrics(), { host: HOST });
    expect(server.url).toBeNull();
    await server.close();
  });
});
