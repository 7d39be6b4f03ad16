// Writing beside whoever changes the campaign. PGlite has one session, so that its transactions never overlap.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWritingRoom, type WritingRoom } from '../../../test/write-letter.ts';
import { good, type WritingKit, writerOf, writingKit } from '../../../test/writing-kit.ts';
import { lockCampaign } from '../../campaigns/read-campaign.ts';
import type { Ctx } from '../../context.ts';
import { dropWriting } from './request-writing.ts';

describe.skipIf(!process.env.TEST_POSTGRES_URL)('what is to be written (on Postgres)', () => {
  let room: WritingRoom;
  let kit: WritingKit;
  let campaignId: string;
  beforeAll(async () => {
    room = await openWritingRoom();
    kit = await writingKit(room);
  });
  afterAll(() => room.close());
  beforeEach(async () => {
    campaignId = await kit.newCampaign();
    await kit.ask(campaignId);
  });

  /** Until `work` is done, or waits for what this transaction holds. */
  const doneOrWaits = async (ctx: Ctx, work: Promise<unknown>): Promise<'done' | 'waits'> => {
    let isOver = false;
    const over = work.then(
      () => (isOver = true),
      () => (isOver = true),
    );
    while (!isOver) {
      const { rows } = await ctx.tx.execute<{ waits: boolean }>(sql`
        select exists (select 1 from pg_locks l where not l.granted
          and pg_backend_pid() = any(pg_blocking_pids(l.pid))) as waits`);
      if (rows[0]!.waits) return 'waits';
      await Promise.race([over, new Promise((resolve) => setImmediate(resolve))]);
    }
    return 'done';
  };

  it('waits for nobody who holds the campaign, so that neither waits for the other for ever', async () => {
    for (const writer of [null, writerOf(good)]) {
      await kit.ask(campaignId);
      const beside = await room.system(async (ctx) => {
        await lockCampaign(ctx, campaignId);
        const writing = kit.run(writer);
        const how = await doneOrWaits(ctx, writing);
        await dropWriting(ctx, campaignId);
        return { how, writing };
      });
      expect(beside.how).toBe('done');
      expect(await beside.writing).toBe(2);
      expect(await kit.state(campaignId)).toEqual({ wanted: 0, written: 0, refused: 0, failed: 0 });
    }
  });

  it('that reaches nobody any more is given up beside it, too', async () => {
    await room.system((ctx) => ctx.tx.execute(sql`update contacts set left_at = now()`));
    const how = await room.system(async (ctx) => {
      await lockCampaign(ctx, campaignId);
      return doneOrWaits(ctx, kit.run(writerOf(good)));
    });
    expect(how).toBe('done');
    expect(await kit.state(campaignId)).toMatchObject({ wanted: 0, failed: 2 });
  });
});
