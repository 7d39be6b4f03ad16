// A limit that the first claim of a turn meets, and room that opens before anybody looks for it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lockAccounts } from '../../db/queries/claim.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import type { Within } from '../context.ts';
import { nextDue } from './next-due.ts';

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery();
});
afterAll(() => d.close());

/** One that waits because the window is full for an hour, until the try that fills it leaves it. */
async function waiting(channel: string) {
  const limits = [{ perMs: 1_000, max: 1 }];
  const accountId = await d.system((ctx) => addAccount(ctx, { channel, limits }));
  const triedAt = (when: string) =>
    d.meddle(`update attempts set ended_at = clock_timestamp() + $2::interval where account_id = $1`, [
      accountId,
      when,
    ]);
  await d.approve({ channel });
  await d.tick();
  await triedAt('1 hour');
  const { campaignId } = await d.approve({ channel });
  const states = async () => (await d.messagesOf(campaignId)).map(({ status }) => status);
  return { states, openRoom: () => triedAt('-1 second') };
}

/** Does `then` as soon as the first claim is over. */
function afterClaim(then: () => Promise<unknown>): Within {
  let isDone = false;
  return async (tenantId, actor, work) => {
    let isClaim = false;
    const answer = await d.within(tenantId, actor, (ctx) => {
      const execute = (query: Parameters<typeof ctx.tx.execute>[0]) => {
        isClaim ||= query === lockAccounts;
        return ctx.tx.execute(query);
      };
      return work({ ...ctx, tx: Object.create(ctx.tx, { execute: { value: execute } }) });
    });
    if (isClaim && !isDone) {
      isDone = true;
      await then();
    }
    return answer;
  };
}

it('uses the room in the same turn', async () => {
  const { states, openRoom } = await waiting('email');
  await d.tick({ within: afterClaim(openRoom) });
  expect(await states()).toEqual(['submitted']);
});

it('has another turn at once when room opened while others were sent, and none for what is held otherwise', async () => {
  const { states, openRoom } = await waiting('whatsapp');
  await d.tick();
  expect(await states()).toEqual(['queued']);
  await openRoom();
  const places = [{ timeZone: null, country: null }];
  const next = (agoMs: number) => d.system((ctx) => nextDue(ctx, { places, agoMs }));
  expect((await next(60_000))!.getTime()).toBeLessThanOrEqual(Date.now());
  expect(await next(0)).toBeNull();
});
