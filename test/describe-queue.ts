// What every queue must do, wherever it lives: the same sentences for the database and for Redis.
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../core/context.ts';
import { type Jobs, startJobs } from '../jobs/start-jobs.ts';

export const NEVER_MS = 3_600_000;
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function until(isThere: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 600 && !isThere(); attempt++) await pause(25);
  expect(isThere()).toBe(true);
}

type Said = { level: number; msg: string; tenantId?: string; err?: { message: string } };

/** A log, and what was said to it. */
export function listen() {
  const said: Said[] = [];
  return {
    said,
    log: pino({ level: 'warn' }, { write: (line: string) => void said.push(JSON.parse(line)) }),
  };
}

type Place = {
  database(): Database;
  redisUrl?(): string | undefined;
  /** Takes everything out of the queue, behind its back. */
  empty(): Promise<void>;
};

export function describeQueue(name: string, { database, redisUrl, empty }: Place): void {
  describe(name, () => {
    let jobs: Jobs;
    let { said, log } = listen();
    beforeEach(() => {
      ({ said, log } = listen());
    });
    afterEach(async () => {
      await jobs.close();
      await empty();
    });

    /** Ticks that keep what they were asked; `tenant` is what a look does. */
    async function start(
      tenants: string[],
      tenant: (
        tenantId: string,
        looks: number,
      ) => Promise<Date | null | 'unfinished'> | Date | null | 'unfinished',
      sweepEveryMs = NEVER_MS,
    ): Promise<string[]> {
      const looks: string[] = [];
      const ticks = {
        listTenants: async () => tenants,
        tenant: async (tenantId: string) => {
          looks.push(tenantId);
          const nextAt = await tenant(tenantId, looks.length);
          return nextAt === 'unfinished' ? { nextAt: null, isUnfinished: true } : { nextAt };
        },
      };
      jobs = await startJobs({ database: database(), redisUrl: redisUrl?.(), ticks, log, sweepEveryMs });
      return looks;
    }

    it('looks at a tenant that is woken, once for many wake-ups at a time', async () => {
      const looks = await start([], () => null);
      for (let i = 0; i < 50; i++) jobs.wake('a');
      jobs.wake('b');
      await until(() => looks.includes('a') && looks.includes('b'));
      await pause(300);
      expect(looks.filter((tenantId) => tenantId === 'a').length).toBeLessThan(4);
    });

    it('looks once more for a wake-up that came while it looked', async () => {
      let finish = () => {};
      const looks = await start(
        [],
        () =>
          new Promise((resolve) => {
            finish = () => resolve(null);
          }),
      );
      jobs.wake('a');
      await until(() => looks.length === 1);
      await pause(100);
      jobs.wake('a');
      await pause(300);
      expect(looks).toEqual(['a']);
      finish();
      await until(() => looks.length === 2);
      finish();
    });

    it('misses no wake-up that comes right after the one it looks for', async () => {
      const looks = await start([], (_tenantId, count) => {
        if (count === 1) jobs.wake('a');
        return null;
      });
      jobs.wake('a');
      await until(() => looks.length === 2);
    });

    it('misses none either when the queue heard so late of the one before that its look is due at once', async () => {
      const looks = await start([], (_tenantId, count) => {
        if (count === 1) jobs.wake('a');
        return null;
      });
      jobs.wake('a');
      await new Promise(setImmediate);
      for (const from = Date.now(); Date.now() < from + 70; );
      await until(() => looks.length === 2);
    });

    it('lets a slow tenant keep nobody else waiting', async () => {
      let finish = () => {};
      const slow = new Promise<null>((resolve) => {
        finish = () => resolve(null);
      });
      const looks = await start([], (tenantId) => (tenantId === 'slow' ? slow : null));
      jobs.wake('slow');
      await until(() => looks.includes('slow'));
      for (let i = 0; i < 12; i++) {
        jobs.wake('slow');
        await pause(60);
      }
      jobs.wake('quick');
      await until(() => looks.includes('quick'));
      expect(looks).toEqual(['slow', 'quick']);
      finish();
    });

    it('gives workspaces whose work has no end turns, one behind the other, and everybody else theirs', async () => {
      const busy = Array.from({ length: 10 }, (_, at) => `busy${at}`);
      const looks = await start([], async (tenantId) => {
        if (!tenantId.startsWith('busy')) return null;
        await pause(20);
        return 'unfinished';
      });
      for (const tenantId of busy) jobs.wake(tenantId);
      const turns = (tenantId: string) => looks.filter((one) => one === tenantId).length;
      await until(() => busy.every((tenantId) => turns(tenantId) >= 2));
      jobs.wake('quick');
      await until(() => looks.includes('quick'));
    });

    it('looks again when work falls due, and not before', async () => {
      const dueAt = Date.now() + 1_800;
      const times: number[] = [];
      await start([], (_tenantId, looks) => {
        times.push(Date.now());
        return looks === 1 ? new Date(dueAt) : null;
      });
      jobs.wake('a');
      await until(() => times.length === 2);
      expect(times[1]).toBeGreaterThanOrEqual(dueAt);
    });

    it('does not spin when something stays due', async () => {
      const looks = await start([], (_tenantId, count) => new Date(count));
      jobs.wake('a');
      await pause(2_500);
      expect(looks.length).toBeGreaterThan(0);
      expect(looks.length).toBeLessThanOrEqual(4);
    });

    it('finds by itself, at once and again and again, what no wake-up told of', async () => {
      const looks = await start(['c', 'd'], () => null, 300);
      await until(() => looks.filter((tenantId) => tenantId === 'd').length >= 3);
      expect(looks).toContain('c');
    });

    it('goes on looking after the whole queue was emptied, with no wake-up', async () => {
      const looks = await start(['e'], () => null, 300);
      await until(() => looks.length > 0);
      await empty();
      const before = looks.length;
      await until(() => looks.length > before + 1);
    });

    it('says of a failing tenant which and why, once a look, and looks at the others', async () => {
      const looks = await start(['bad', 'good'], (tenantId) => {
        if (tenantId === 'bad') throw new Error('its ledger is torn');
        return null;
      });
      await until(() => looks.length === 2);
      await until(() => said.length > 0);
      await pause(200);
      expect(looks.toSorted()).toEqual(['bad', 'good']);
      expect(said).toHaveLength(1);
      expect(said[0]).toMatchObject({ level: 50, tenantId: 'bad', err: { message: 'its ledger is torn' } });
    });

    it('lets a running look finish before it closes, and starts none after', async () => {
      let isDone = false;
      const looks = await start([], async () => {
        await pause(400);
        isDone = true;
        return null;
      });
      jobs.wake('a');
      await until(() => looks.length === 1);
      await jobs.close();
      expect(isDone).toBe(true);
      jobs.wake('b');
      await pause(200);
      expect(looks).toEqual(['a']);
      expect(said).toEqual([]);
    });

    it('takes up after a restart what a closed process was asked too late', async () => {
      let looks = await start([], () => null);
      jobs.wake('late');
      await jobs.close();
      if (looks.length === 0) {
        looks = await start([], () => null);
        await until(() => looks.length === 1);
      }
      expect(looks).toEqual(['late']);
    });
  });
}
