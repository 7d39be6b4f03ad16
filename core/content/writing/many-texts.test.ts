// Many texts: what is seen of them on the way, and what ends them in the middle.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writtenMessages } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { openWritingRoom, type WritingRoom } from '../../../test/write-letter.ts';
import { good, setModel, usage, type WritingKit, writerOf, writingKit } from '../../../test/writing-kit.ts';
import type { Writer } from '../../ports.ts';
import { readModelMonth } from '../../threads/model-usage.ts';
import { pauseAfter } from './claim-writing.ts';
import { dropWriting } from './request-writing.ts';
import { writeBatch } from './writing-runner.ts';

let room: WritingRoom;
let kit: WritingKit;
let campaignId: string;
let recipients: number;
beforeAll(async () => {
  room = await openWritingRoom();
  kit = await writingKit(room);
  await room.system(async (ctx) => {
    for (let at = 0; at < 16; at += 1) await kit.addHotel(ctx, { name: `Pier ${at}` });
  });
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.system(({ tx }) => tx.delete(writtenMessages));
  campaignId = await kit.newCampaign();
  recipients = (await kit.ask(campaignId)).wanted;
});

/** Writes as `good` does; `before` each. */
const counting = (before: (calls: number) => Promise<void> | void) => {
  const told = { calls: 0 };
  const writer: Writer = {
    write: async (input, record) => {
      told.calls += 1;
      await before(told.calls);
      await record(usage);
      return good(input);
    },
  };
  return { told, writer };
};
const soonAgain = () => room.system(({ tx }) => tx.update(writtenMessages).set({ leaseUntil: null }));

describe('many texts', () => {
  it('are taken a dozen at a time, six at once, and each is seen as it comes', async () => {
    const seen: number[] = [];
    const { writer } = counting(async () => void seen.push((await kit.state(campaignId)).written));
    expect(await kit.run(writer)).toBe(12);
    expect(await kit.state(campaignId)).toMatchObject({ wanted: recipients - 12, written: 12 });
    expect(Math.max(...seen)).toBeGreaterThan(0);
  });

  it('end where the month’s tokens do, in the middle of a dozen, and say so', async () => {
    await room.system(async (ctx) => {
      const { tokens } = await readModelMonth(ctx);
      await setModel(ctx, { monthlyTokens: tokens + 3 * 1100 });
    });
    const { told, writer } = counting(() => undefined);
    expect(await kit.run(writer)).toBe(12);
    // The six that were asked at once began within the budget.
    expect(told.calls).toBeLessThanOrEqual(3 + 5);
    const { written, failed } = await kit.state(campaignId);
    expect([written, failed]).toEqual([told.calls, 12 - told.calls]);
    expect(JSON.stringify((await kit.messages(campaignId)).map(({ findings }) => findings))).toContain(
      'the tokens of this month are used up',
    );
  });

  it('end where the tokens of whoever asked for them do', async () => {
    const user = await room.person('manager');
    await room.system(({ tx }) => tx.update(writtenMessages).set({ createdBy: user.userId }));
    await room.system((ctx) => setModel(ctx, { monthlyTokensPerPerson: 1 }));
    const { told, writer } = counting(() => undefined);
    await kit.run(writer);
    expect(told.calls).toBeLessThanOrEqual(6);
    expect((await kit.state(campaignId)).failed).toBe(12 - told.calls);
    await room.system((ctx) => setModel(ctx, { monthlyTokensPerPerson: null }));
  });

  it('that are taken back in the middle are asked for no more', async () => {
    // None of the six is answered before they are taken back.
    let taken: Promise<unknown> | undefined;
    const { told, writer } = counting(async () => {
      taken ??= room.system((ctx) => dropWriting(ctx, campaignId));
      await taken;
    });
    await kit.run(writer);
    expect(told.calls).toBeLessThanOrEqual(6);
    expect(await kit.state(campaignId)).toEqual({ wanted: 0, written: 0, refused: 0, failed: 0 });
  });

  it('that a process had not begun when it ended are anybody’s at once', async () => {
    const stop = new AbortController();
    const { told, writer } = counting(() => stop.abort());
    await writeBatch({ within: room.within, tenantId: room.tenant.id, writer, signal: stop.signal });
    expect(told.calls).toBeLessThanOrEqual(6);
    while ((await kit.run(writerOf(good))) > 0);
    expect(await kit.state(campaignId)).toMatchObject({ written: recipients, wanted: 0 });
  });

  it('wait for a model that dies in the middle, and go on when it is back', async () => {
    let isAway = false;
    const { writer } = counting((calls) => {
      isAway ||= calls > 4;
      if (isAway) throw new AppError('model:unreachable', 'The model cannot be reached.');
    });
    await kit.run(writer);
    expect(await kit.state(campaignId)).toEqual({
      ...{ wanted: recipients - 4, written: 4 },
      ...{ refused: 0, failed: 0 },
    });
    await soonAgain();
    while ((await kit.run(writerOf(good))) > 0);
    expect(await kit.state(campaignId)).toMatchObject({ wanted: 0, written: recipients });
  });

  it('of a model that stays away wait longer each time', () => {
    expect([1, 2, 3, 4, 5].map(pauseAfter)).toEqual([30, 60, 120, 240, 480]);
  });
});
