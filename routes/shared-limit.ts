// A limit of requests that holds for all processes on one database together.
import type { FastifyRateLimitOptions, FastifyRateLimitStore } from '@fastify/rate-limit';
import type { TakeOfLimit } from '../core/access/take-of-limit.ts';
import type { ServerDeps } from './deps.ts';

type Count = { current: number; ttl: number };
type Asked = { key: string; windowMs: number; max: number };
/** What this process has taken and may still give out, until the window ends by its own clock. */
type Lease = { from: number; given: number; size: number; endsAt: number };

// Of a limit of 1,200 a process takes 24 at a time: a statement for every 24th request, and never more than the limit in
// all. What it took and gives to nobody is lost to the others, at most that much a window.
const PARTS = 50;
// As many people and addresses as ask within a minute; whoever is forgotten takes anew.
const MOST_LEASES = 10_000;

/** A store of @fastify/rate-limit; `name` keeps limits of different kinds apart. */
function sharedStore(take: TakeOfLimit, name: string) {
  return class SharedStore implements FastifyRateLimitStore {
    readonly #leases = new Map<string, Lease>();
    readonly #asking = new Map<string, Promise<void>>();
    readonly #of: string;

    // The plugin makes the first with its options, and this class the others.
    constructor(of: string | FastifyRateLimitOptions = '') {
      this.#of = typeof of === 'string' ? of : '';
    }

    incr(
      key: string,
      done: (error: Error | null, count?: Count) => void,
      windowMs: number,
      max: number,
    ): void {
      const asked = { key: `${name}:${this.#of}:${key}`, windowMs, max };
      this.#count(asked).then(
        (count) => done(null, count),
        (error: Error) => done(error),
      );
    }

    // What is given is the route's limit, which says of which route it is, whatever the plugin's types say.
    child(limit: object): SharedStore {
      const { method, url } = (limit as { routeInfo: { method: string; url: string } }).routeInfo;
      return new SharedStore(`${method} ${url}`);
    }

    async #count(asked: Asked): Promise<Count> {
      for (;;) {
        const ttl = (this.#leases.get(asked.key)?.endsAt ?? 0) - Date.now();
        const lease = ttl > 0 ? this.#leases.get(asked.key) : undefined;
        if (lease && lease.from >= asked.max) return { current: asked.max + 1, ttl };
        if (lease && lease.given < lease.size) return { current: lease.from + ++lease.given, ttl };
        await (this.#asking.get(asked.key) ?? this.#ask(asked));
      }
    }

    /** Those who ask meanwhile wait for the same answer. */
    #ask({ key, windowMs, max }: Asked): Promise<void> {
      const count = Math.ceil(max / PARTS);
      const asking = take({ key, count, windowMs })
        .then(({ taken, leftMs }) => {
          const from = taken - count;
          const size = Math.min(count, max - from);
          this.#leases.delete(key);
          this.#leases.set(key, { from, given: 0, size, endsAt: Date.now() + Math.max(1, leftMs) });
          const [oldest] = this.#leases.keys();
          if (this.#leases.size > MOST_LEASES && oldest !== undefined) this.#leases.delete(oldest);
        })
        .finally(() => this.#asking.delete(key));
      this.#asking.set(key, asking);
      return asking;
    }
  };
}

/** The store of a limit, where processes share it. */
export const sharedBy = ({ takeOfLimit }: Pick<ServerDeps, 'takeOfLimit'>, name: string) =>
  takeOfLimit ? { store: sharedStore(takeOfLimit, name) } : {};
