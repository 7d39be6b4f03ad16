import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../lib/ids.ts';
import { openWritingRoom, type WritingRoom } from '../../../test/write-letter.ts';
import { type WritingKit, writingKit } from '../../../test/writing-kit.ts';
import { readCampaign } from '../../campaigns/read-campaign.ts';
import { dropHandWritten, writeByHand } from './write-by-hand.ts';

let room: WritingRoom;
let campaignId: string;
let messages: WritingKit['messages'];
let newCampaign: WritingKit['newCampaign'];
beforeAll(async () => {
  room = await openWritingRoom();
  ({ messages, newCampaign } = await writingKit(room));
});
afterAll(() => room.close());
beforeEach(async () => {
  campaignId = await newCampaign();
});

describe('one message by hand', () => {
  const write = (contactId: string, body: string) =>
    room.system((ctx) => writeByHand(ctx, { campaignId, contactId, body }));
  const body = 'Dear Arthit, we spoke of Drift Bar, Edge, Horizon and Shore, and of 10 % off. Please reply.';

  it('is what its recipient gets, checked, and nobody else; taking it back too is a new version', async () => {
    const [one, other] = await messages(campaignId);
    const { contactId } = one!.recipient;
    await write(contactId, body);
    const [changed, same] = await messages(campaignId);
    expect(changed?.rendered.text).toContain('we spoke of Drift Bar');
    expect(same?.rendered.text).toBe(other?.rendered.text);
    const { version } = await room.system((ctx) => readCampaign(ctx, campaignId));
    await room.system((ctx) => dropHandWritten(ctx, { campaignId, contactId }));
    expect((await messages(campaignId))[0]?.rendered.text).toBe(one?.rendered.text);
    expect((await room.system((ctx) => readCampaign(ctx, campaignId))).version).toBe(version + 1);
    await expect(room.system((ctx) => dropHandWritten(ctx, { campaignId, contactId }))).rejects.toMatchObject(
      {
        code: 'message:unknown',
      },
    );
  });

  it('is refused for what may not go out, and for somebody who gets none', async () => {
    const [one] = await messages(campaignId);
    await expect(
      write(one!.recipient.contactId, 'See https://evil.example/x. Please reply.'),
    ).rejects.toMatchObject({
      code: 'campaign:content',
    });
    await expect(write(newId(), body)).rejects.toMatchObject({ code: 'input:invalid' });
    const viewer = await room.person('viewer');
    const to = { campaignId, contactId: one!.recipient.contactId, body };
    await expect(room.as(viewer, (ctx) => writeByHand(ctx, to))).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
  });
});
