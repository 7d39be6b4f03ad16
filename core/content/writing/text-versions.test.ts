// A recipient's own text is a step of the history: told, compared, gone back to and taken back like every other.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { campaigns } from '../../../db/schema/index.ts';
import { openWritingRoom, type WritingRoom } from '../../../test/write-letter.ts';
import { good, type WritingKit, writerOf, writingKit } from '../../../test/writing-kit.ts';
import { editCampaign } from '../../campaigns/edit-campaign.ts';
import { readCampaign } from '../../campaigns/read-campaign.ts';
import { undoEdit } from '../../campaigns/undo-edit.ts';
import { compareVersions, listVersions, restoreVersion } from '../../campaigns/versions.ts';
import { dropWriting } from './request-writing.ts';
import { dropHandWritten, writeByHand } from './write-by-hand.ts';

let room: WritingRoom;
let kit: WritingKit;
let campaignId: string;
let contactId: string;
beforeAll(async () => {
  room = await openWritingRoom();
  kit = await writingKit(room);
});
afterAll(() => room.close());
beforeEach(async () => {
  campaignId = await kit.newCampaign();
  const all = await kit.messages(campaignId);
  contactId = all.find(({ rendered }) => rendered.text.includes('Bay Pattaya'))!.recipient.contactId;
});

const first = 'Dear Arthit, as we said: Drift Bar, Edge, Horizon and Shore stay yours. Please reply.';
const second = 'Dear Arthit, once more about Drift Bar, Edge, Horizon and Shore. Please reply.';
const write = (body: string) => room.system((ctx) => writeByHand(ctx, { campaignId, contactId, body }));
const textNow = async () =>
  (await kit.messages(campaignId)).find(({ recipient }) => recipient.contactId === contactId)!.rendered.text;
const undo = () => room.system((ctx) => undoEdit(ctx, campaignId));
const restore = (version: number) => room.system((ctx) => restoreVersion(ctx, { campaignId, version }));
const compare = (from: number, to: number) =>
  room.system((ctx) => compareVersions(ctx, { campaignId, from, to }));

describe('a message by hand in the history', () => {
  it('is told with its reader, as it was and as it is, and compared across versions', async () => {
    await write(first);
    await write(second);
    const built = { to: 'Arthit Sample, Bay Pattaya', channel: 'e-mail', text: 'the built-in letter' };
    const [third, two, one] = await room.system((ctx) => listVersions(ctx, campaignId));
    expect(one!.differences).toEqual([]);
    expect(two!.differences).toEqual([
      { field: 'messages', before: [built], after: [{ ...built, text: first }] },
    ]);
    expect(third!.differences).toEqual([
      { field: 'messages', before: [{ ...built, text: first }], after: [{ ...built, text: second }] },
    ]);
    expect(await compare(1, 3)).toEqual([
      { field: 'messages', before: [built], after: [{ ...built, text: second }] },
    ]);
    expect(await compare(3, 3)).toEqual([]);
  });

  it('is gone back to, and the built-in letter is, whatever else was changed meanwhile', async () => {
    const built = await textNow();
    await write(first);
    await room.system((ctx) =>
      editCampaign(ctx, { campaignId, patch: { topic: 'the new app' }, change: 't' }),
    );
    await write(second);
    await restore(2);
    expect(await textNow()).toContain('as we said');
    await restore(1);
    expect(await textNow()).toBe(built);
    await restore(4);
    expect(await textNow()).toContain('once more about');
    expect((await room.system((ctx) => readCampaign(ctx, campaignId))).draft.topic).toBe('the new app');
  });

  it('is taken back step by step, and a later change alone leaves it', async () => {
    const built = await textNow();
    await write(first);
    await write(second);
    await room.system((ctx) => editCampaign(ctx, { campaignId, patch: { tone: 'casual' }, change: 't' }));
    await undo();
    expect(await textNow()).toContain('once more about');
    await undo();
    expect(await textNow()).toContain('as we said');
    await undo();
    expect(await textNow()).toBe(built);
  });

  it('comes back after somebody went back to the built-in letter, for one or for all', async () => {
    await write(first);
    await room.system((ctx) => dropHandWritten(ctx, { campaignId, contactId }));
    await undo();
    expect(await textNow()).toContain('as we said');
    await room.system((ctx) => dropWriting(ctx, campaignId));
    expect(await textNow()).not.toContain('as we said');
    await undo();
    expect(await textNow()).toContain('as we said');
  });

  it('that took the place of the model’s text gives it back', async () => {
    await kit.ask(campaignId);
    await kit.run(writerOf(good));
    await write(first);
    expect(await textNow()).toContain('as we said');
    await undo();
    expect(await textNow()).toContain('We are grateful for your trust');
  });

  it('that is brought back voids what was asked for approval', async () => {
    await write(first);
    await write(second);
    for (const back of [() => restore(2), undo]) {
      await room.system(({ tx }) =>
        tx.update(campaigns).set({ status: 'waiting' }).where(eq(campaigns.id, campaignId)),
      );
      await back();
      expect((await room.system((ctx) => readCampaign(ctx, campaignId))).status).toBe('draft');
    }
  });
});
