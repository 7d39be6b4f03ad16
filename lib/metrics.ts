// What a process counts of itself, for Prometheus. No label ever holds what a person wrote or is.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Answered = { method: string; route: string; status: number; seconds: number };

export type Told = { channel: string; outcome: 'kept' | 'forged' | 'unknown'; count: number };

export type Metrics = {
  registry: Registry;
  answered(request: Answered): void;
  /** A batch that a channel took `seconds` for, and how each of its messages ended. */
  sent(batch: { channel: string; provider: string; outcomes: readonly string[]; seconds: number }): void;
  /** What came by a channel's webhook: kept, or why it was not heard. */
  told(inbound: Told): void;
  looked(tick: { failed: boolean; seconds: number }): void;
  /** Asked for when somebody looks. */
  watch(read: () => Promise<readonly Waiting[]>): void;
};

/** `oldestSeconds` is how long the first of them has waited. */
export type Waiting = { what: string; count: number; oldestSeconds: number };

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    ...{ name: 'refrain_http_request_seconds', help: 'Requests by route and status', buckets: SECONDS },
    ...{ labelNames: ['method', 'route', 'status'] as const, registers },
  });
  const messages = new Counter({
    ...{ name: 'refrain_messages_total', help: 'Messages handed to a provider, by what came of it' },
    ...{ labelNames: ['channel', 'provider', 'outcome'] as const, registers },
  });
  const batches = new Histogram({
    ...{ name: 'refrain_provider_batch_seconds', help: 'Batches handed to a provider', buckets: SECONDS },
    ...{ labelNames: ['channel', 'provider'] as const, registers },
  });
  const inbound = new Counter({
    ...{ name: 'refrain_inbound_total', help: 'What providers told by webhook, and what was refused' },
    ...{ labelNames: ['channel', 'outcome'] as const, registers },
  });
  const ticks = new Histogram({
    ...{ name: 'refrain_tick_seconds', help: 'Looks at what is due for a workspace', buckets: SECONDS },
    ...{ labelNames: ['result'] as const, registers },
  });
  return {
    registry,
    answered: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    sent: ({ channel, provider, outcomes, seconds }) => {
      for (const outcome of outcomes) messages.inc({ channel, provider, outcome });
      batches.observe({ channel, provider }, seconds);
    },
    told: ({ channel, outcome, count }) => inbound.inc({ channel, outcome }, count),
    looked: ({ failed, seconds }) => ticks.observe({ result: failed ? 'failed' : 'done' }, seconds),
    watch: (read) => {
      // Both gauges are collected at once, from one reading.
      let reading: Promise<readonly Waiting[]> | undefined;
      const collected = () => {
        reading ??= read().finally(() => {
          reading = undefined;
        });
        return reading;
      };
      const gauge = (name: string, help: string, value: (waiting: Waiting) => number) => {
        const made: Gauge<'what'> = new Gauge({
          ...{ name, help, labelNames: ['what'] as const, registers },
          collect: async () => {
            for (const waiting of await collected()) made.set({ what: waiting.what }, value(waiting));
          },
        });
      };
      gauge('refrain_waiting', 'What waits, in all workspaces', ({ count }) => count);
      gauge('refrain_waiting_oldest_seconds', 'How long its first has waited', (one) => one.oldestSeconds);
    },
  };
}
