// Every step of a sending process that leaves something behind, as a place where it, or its database, can be killed.
import { z } from 'zod';
import type { Within } from '../../core/context.ts';

/** Before a transaction, with all of it written and nothing committed, and after it; before and after each message. */
export const POINTS = ['begin', 'commit', 'committed', 'send', 'answered'] as const;
export type Point = (typeof POINTS)[number];

export const killSchema = z.object({
  at: z.enum(POINTS),
  /** The first, second, … time it gets there. */
  nth: z.number(),
  /** Whom to kill; the process itself when left out. */
  pid: z.number().optional(),
});
export type Kill = z.infer<typeof killSchema>;

/** What to call at each point: kills once, when its time has come. */
export function killer(kill: Kill | undefined): (point: Point) => void {
  let reached = 0;
  return (point) => {
    if (point !== kill?.at) return;
    reached += 1;
    if (reached === kill.nth) process.kill(kill.pid ?? process.pid, 'SIGKILL');
  };
}

export const withKills =
  (within: Within, at: (point: Point) => void): Within =>
  async (tenantId, actor, work) => {
    at('begin');
    const result = await within(tenantId, actor, async (ctx) => {
      const done = await work(ctx);
      at('commit');
      return done;
    });
    at('committed');
    return result;
  };
