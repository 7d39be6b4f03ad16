// Every step of a sending process that leaves something behind, as a place where something can go wrong.
import { writeSync } from 'node:fs';
import { Redis } from 'ioredis';
import { z } from 'zod';
import type { Within } from '../../core/context.ts';

/** Before a transaction, with all of it written and nothing committed, and after it; before and after each message. */
export const POINTS = ['begin', 'commit', 'committed', 'send', 'answered'] as const;
export type Point = (typeof POINTS)[number];

export const strikeSchema = z.object({
  at: z.enum(POINTS),
  /** The first, second, … time it gets there. */
  nth: z.number(),
  /** Whom to kill, or the Redis to empty; the process itself is killed when both are left out. */
  pid: z.number().optional(),
  emptied: z.string().optional(),
});
export type Strike = z.infer<typeof strikeSchema>;

/** What a process says of itself when it strikes: it may not live to say more. */
export const STRUCK = 'struck';
export const sayStruck = () => writeSync(1, `${STRUCK}\n`);

/** What to call at each point: strikes once, when its time has come. */
export function striker(strike: Strike | undefined): (point: Point) => Promise<void> {
  let reached = 0;
  return async (point) => {
    if (point !== strike?.at) return;
    reached += 1;
    if (reached !== strike.nth) return;
    sayStruck();
    if (strike.emptied) return empty(strike.emptied);
    process.kill(strike.pid ?? process.pid, 'SIGKILL');
  };
}

async function empty(url: string): Promise<void> {
  const client = new Redis(url);
  await client.flushall();
  client.disconnect();
}

export const withStrikes =
  (within: Within, at: (point: Point) => Promise<void>): Within =>
  async (tenantId, actor, work) => {
    await at('begin');
    const result = await within(tenantId, actor, async (ctx) => {
      const done = await work(ctx);
      await at('commit');
      return done;
    });
    await at('committed');
    return result;
  };
