// No window of a provider's may ever hold more than it allows, whoever sends and however long a send takes.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attempts } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { limitsLeft } from './limits-left.ts';

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery();
});
afterAll(() => d.close());

/** The most that any moving window of that length holds. */
const fullest = (times: readonly number[], perMs: number): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + perMs).length));

describe('the limits of an account', () => {
  it('hold in every window as the provider sees it, with three workers and sends of all lengths', async () => {
    const limits = [
      { perMs: 150, max: 3 },
      { perMs: 900, max: 8 },
    ];
    await d.system((ctx) => addAccount(ctx, { limits }));
    const { campaignId } = await d.approve({ count: 20 });
    const arrived: number[] = [];
    d.state.answer = async ({ messageId }) => {
      await new Promise((done) => setTimeout(done, Math.random() * 40));
      arrived.push(performance.now());
      await new Promise((done) => setTimeout(done, Math.random() * 40));
      return { outcome: 'submitted', providerId: messageId };
    };
    const worker = async () => {
      while (arrived.length < 20) {
        await d.tick({ batch: 4 });
        await new Promise((done) => setTimeout(done, 10));
      }
    };
    await Promise.all([worker(), worker(), worker()]);
    for (const { perMs, max } of limits) expect(fullest(arrived, perMs)).toBeLessThanOrEqual(max);
    const rows = await d.messagesOf(campaignId);
    expect([rows.length, new Set(rows.map(({ status }) => status))]).toEqual([20, new Set(['submitted'])]);
  });

  it('are waited for within a turn where that is soon', async () => {
    const { campaignId } = await d.approve({ count: 4 });
    const { isUnfinished } = await d.tick();
    const rows = await d.messagesOf(campaignId);
    expect([isUnfinished, ...rows.map(({ status }) => status)]).toEqual([
      false,
      ...Array(4).fill('submitted'),
    ]);
  });

  it('count what is under way and what ended within each window, and nothing that never got there', async () => {
    const limits = [1, 60, 3600, 86_400].map((seconds) => ({ perMs: seconds * 1000, max: 5 }));
    const accountId = await d.system((ctx) => addAccount(ctx, { channel: 'whatsapp', limits }));
    const { campaignId } = await d.approve();
    const messageId = (await d.messagesOf(campaignId))[0]!.id;
    // Seconds since the end; none for one under way. Far enough from every edge for a slow machine.
    const age = fc.constantFrom(null, 0, 30, 1800, 40_000, 100_000);
    const tries = fc.array(fc.record({ age, never: fc.boolean() }), { maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(tries, async (given) => {
        await d.meddle('delete from attempts where account_id = $1', [accountId]);
        const now = Date.now();
        await d.system(async (ctx) => {
          const rows = given.map(({ age: seconds, never }, at) => ({
            ...{ id: newId(), tenantId: ctx.tenant.id, messageId, number: 100 + at, accountId },
            ...{ channel: 'whatsapp', code: never ? 'unreachable' : null },
            outcome: seconds === null ? ('open' as const) : ('submitted' as const),
            startedAt: new Date(now - 200_000_000),
            endedAt: seconds === null ? null : new Date(now + 300 - seconds * 1000),
          }));
          if (rows.length > 0) await ctx.tx.insert(attempts).values(rows);
        });
        const account = (await d.system(limitsLeft)).find((one) => one.accountId === accountId);
        const counted = given.filter(({ never }) => !never);
        const expected = limits.map(
          ({ perMs }) => counted.filter((one) => one.age === null || one.age * 1000 < perMs).length,
        );
        expect(account?.windows.map(({ used }) => used)).toEqual(expected.map((used) => Math.min(used, 5)));
      }),
      { numRuns: 12 },
    );
  });
});
