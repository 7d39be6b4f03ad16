import type { Job, JobsOptions, Processor } from 'bullmq';
import type { Log } from '../lib/log.ts';
import type { QueueBacking } from './queue-backing.ts';

type Handlers = {
  tenant(tenantId: string): Promise<void>;
  /** Looks at every tenant, or asks for that. */
  sweep(): Promise<void>;
};
type Deps = { backing: QueueBacking; log: Log; idleSeconds: number; handlers: Handlers };

/** What can be asked of the queue; the answer is false when it could not be asked. */
export type WakeQueue = {
  askTenant(tenantId: string, options?: JobsOptions): Promise<boolean>;
  askSweep(options?: JobsOptions): Promise<boolean>;
  /** Lets what runs finish, then takes no more. */
  stopWorking(): Promise<void>;
  close(): Promise<void>;
};

// Mostly waiting for mail servers and the like; one slow one must not keep the other tenants waiting.
const CONCURRENCY = 8;
const ANSWER_MS = 2_000;
// What a worker says of its last jobs is worth waiting for only so long: a queue that is away never hears it.
const FAREWELL_MS = 5_000;

export function openWakeQueue({ backing, log, idleSeconds, handlers }: Deps): WakeQueue {
  const queue = backing.makeQueue();
  const trouble = sayOnce((error) => log.warn({ err: error }, 'the queue is away; sweeps go on without it'));
  const running = new Set<Promise<void>>();
  let isClosing = false;

  async function add(name: string, data: object, options: JobsOptions = {}): Promise<boolean> {
    try {
      await atMost(
        queue.add(name, data, { removeOnComplete: true, removeOnFail: true, ...options }),
        ANSWER_MS,
      );
      trouble.isOver();
      return true;
    } catch (error) {
      if (!isClosing) trouble.say(error);
      return false;
    }
  }

  const work: Processor<{ tenantId: string }> = async (job) => {
    // Before the look begins: what is asked from here on may be about what it does not see, and is a look of its own.
    if (job.name === 'tenant') await job.removeDeduplicationKey();
    if (isClosing) return;
    const handling = job.name === 'tenant' ? handlers.tenant(job.data.tenantId) : handlers.sweep();
    running.add(handling);
    await handling.finally(() => running.delete(handling));
  };
  const worker = backing.makeWorker(work, { concurrency: CONCURRENCY, idleSeconds });
  worker.on('failed', (job: Job<{ tenantId?: string }> | undefined, error) =>
    log.error({ err: error, tenantId: job?.data.tenantId }, 'a tick failed'),
  );
  for (const part of [queue, worker]) part.on('error', (error) => !isClosing && trouble.say(error));

  return {
    askTenant: (tenantId, options) => add('tenant', { tenantId }, options),
    askSweep: (options) => add('sweep', {}, options),
    async stopWorking() {
      isClosing = true;
      const leaving = worker.close(!backing.isThere());
      // The library waits for its jobs only while its server is there.
      await Promise.allSettled(running);
      await atMost(leaving, FAREWELL_MS).catch(trouble.say);
    },
    close: async () => {
      await queue.close();
      backing.close();
    },
  };
}

/** Without its server a client waits for ever; a job that is added after all is one look too many. */
async function atMost(asking: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The queue does not answer.')), ms);
  });
  try {
    await Promise.race([asking, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** A queue that is away says so many times a second; the log is told when it begins. */
function sayOnce(log: (error: unknown) => void) {
  let isKnown = false;
  return {
    say: (error: unknown) => {
      if (!isKnown) log(error);
      isKnown = true;
    },
    isOver: () => {
      isKnown = false;
    },
  };
}
