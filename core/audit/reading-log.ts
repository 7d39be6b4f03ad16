import type { Within } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';
import { recordAudit } from './record.ts';

/** Fewer at a time is looking something up. */
const BULK = 25;

type Reading = {
  tenantId: string;
  actor: Actor;
  /** Which list, such as "GET /api/v1/customers". */
  list: string;
  /** How many customers or contacts are told of in this answer. */
  people: number;
  now: Date;
};

/** What somebody read of a list since the day began: from 25 people on, and again at 250, 2,500 and so on. */
export type ReadingLog = (reading: Reading) => Promise<void>;

/**
 * Puts bulk reading of personal data into the log before it is answered. Each page would be an entry otherwise, and
 * whoever scrolls would keep the workspace's log busy; by tens it still says who took everything, and when. Each process counts for itself,
 * anew each day (UTC), so that there may be an entry more, never one less.
 */
export function createReadingLog(within: Within): ReadingLog {
  const read = new Map<string, number>();
  let today = '';
  return async ({ tenantId, actor, list, people, now }) => {
    const day = now.toISOString().slice(0, 10);
    if (day !== today) read.clear();
    today = day;
    const who = actor.kind === 'person' ? `${actor.userId} ${actor.surface}` : actor.name;
    const key = `${tenantId} ${who} ${list}`;
    const before = read.get(key) ?? 0;
    const after = before + people;
    read.set(key, after);
    if (step(after) === step(before)) return;
    const entry = { action: 'people.read', subject: list, data: { people: after, day } };
    try {
      await within(tenantId, actor, (ctx) => recordAudit(ctx, entry));
    } catch (error) {
      // It is not answered either, and asked for again it is to be in the log.
      read.set(key, before);
      throw error;
    }
  };
}

const step = (people: number): number =>
  people < BULK ? 0 : 1 + Math.floor(Math.log10(people / BULK) + Number.EPSILON);
