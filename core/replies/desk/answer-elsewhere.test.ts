// An answer by another channel than they wrote by is held to what that channel allows, as the claim would hold it.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createChannels } from '../../../channels/index.ts';
import { approvals, contacts } from '../../../db/schema/index.ts';
import { addContact, addCustomer, setConsent, testHash } from '../../../test/add-customer.ts';
import { type Delivery, openDelivery } from '../../../test/approved-campaign.ts';
import { memoryStandinStore } from '../../../test/memory-standin-store.ts';
import { addAccount } from '../../../test/recording-channels.ts';
import { suppress } from '../../consent/suppress.ts';
import type { Actor } from '../../tenants/roles.ts';
import { receiveReply } from '../receive-reply.ts';
import { answerReply } from './answer-reply.ts';
import { readAnswerWays } from './answer-ways.ts';

const HOUR = 3_600_000;
const channels = createChannels({ store: memoryStandinStore().store });
const limitsOf = (channel: string) => channels.get(channel)!.capabilities;
let d: Delivery;
let manager: Actor;
beforeAll(async () => {
  d = await openDelivery();
  await d.system(async (ctx) => {
    for (const channel of ['email', 'whatsapp', 'sms', 'facebook']) await addAccount(ctx, { channel });
  });
  manager = await d.person('manager');
});
afterAll(() => d.close());

let people = 0;
/** Somebody with an address on every channel. */
async function somebody() {
  people += 1;
  const number = `+668100001${String(people).padStart(2, '0')}`;
  const at = {
    email: `nora${people}@example.com`,
    whatsapp: number,
    sms: number,
    facebook: `page-${people}`,
  };
  const contactId = await d.system(async (ctx) =>
    addContact(ctx, { customerId: await addCustomer(ctx, {}), name: 'Nora Lind', at }),
  );
  return { contactId, ...at };
}
const wrote = (channel: string, { identifier, hoursAgo = 0 }: { identifier: string; hoursAgo?: number }) =>
  d.system((ctx) =>
    receiveReply(ctx, {
      ...{ channel, identifier, message: 'And the invoice?', normalise: (_: string, to: string) => to },
      receivedAt: new Date(ctx.now.getTime() - hoursAgo * HOUR),
    }),
  );
const answer = (replyId: string, channel: string, more: object = {}) =>
  d.as(manager, (ctx) =>
    answerReply(ctx, { replyId, text: 'It comes.', channel, limits: limitsOf(channel), ...more }),
  );
const state = (message: RegExp) => ({ code: 'reply:state', message: expect.stringMatching(message) });
const waysOf = (replyId: string) => d.as(manager, (ctx) => readAnswerWays(ctx, { replyId, channels }));

it('a channel with a window takes no words of ours where they never wrote, or too long ago', async () => {
  const nora = await somebody();
  const { replyId } = await wrote('email', { identifier: nora.email });
  await expect(answer(replyId, 'whatsapp')).rejects.toMatchObject(state(/whatsapp takes no free text now/));
  await wrote('whatsapp', { identifier: nora.whatsapp, hoursAgo: 25 });
  await expect(answer(replyId, 'whatsapp')).rejects.toMatchObject(state(/24 hours.*whatsapp/));
  d.sent.length = 0;
  await d.tick();
  expect(d.sent).toEqual([]);
});

it('where they wrote within it the words go, and nobody approves them after it has shut', async () => {
  const nora = await somebody();
  const { replyId } = await wrote('email', { identifier: nora.email });
  await wrote('whatsapp', { identifier: nora.whatsapp, hoursAgo: 20 });
  const { approvalId } = await answer(replyId, 'whatsapp');
  const hoursLeft = await d.system(async (ctx) => {
    const [row] = await ctx.tx.select().from(approvals).where(eq(approvals.id, approvalId));
    return (row!.expiresAt.getTime() - ctx.now.getTime()) / HOUR;
  });
  expect(hoursLeft).toBeLessThanOrEqual(4);
  d.sent.length = 0;
  await d.tick();
  expect(d.sent.map(({ to }) => to)).toEqual([nora.whatsapp]);
});

it('what everybody reads carries no answer to one person, and an approved text goes by its own channel only', async () => {
  const nora = await somebody();
  const { replyId } = await wrote('email', { identifier: nora.email });
  await expect(answer(replyId, 'facebook')).rejects.toMatchObject(state(/cannot be written to by facebook/));
  const templateId = crypto.randomUUID();
  await expect(answer(replyId, 'whatsapp', { text: '', templateId })).rejects.toMatchObject(
    state(/approved text goes by the channel/),
  );
});

it('a stop by any address of theirs holds every channel, and somebody who has left or is not known is written to by none', async () => {
  const [stopped, gone] = [await somebody(), await somebody()];
  const asked = await wrote('whatsapp', { identifier: stopped.whatsapp, hoursAgo: 30 });
  expect(await waysOf(asked.replyId)).toMatchObject({ channels: ['email', 'sms'], refused: null });
  await d.system(async (ctx) =>
    suppress(ctx, {
      addressHash: testHash(ctx, stopped.email),
      ...{ scope: 'all', reason: 'opted_out', source: 'reply' },
    }),
  );
  expect(await waysOf(asked.replyId)).toMatchObject({
    channels: [],
    refused: expect.stringMatching(/^They asked to get no more messages\./),
  });
  for (const channel of ['sms', 'email'])
    await expect(answer(asked.replyId, channel)).rejects.toMatchObject(state(/asked to get no more/));
  const left = await wrote('whatsapp', { identifier: gone.whatsapp, hoursAgo: 30 });
  await d.system((ctx) =>
    ctx.tx.update(contacts).set({ leftAt: ctx.now }).where(eq(contacts.id, gone.contactId)),
  );
  expect((await waysOf(left.replyId)).channels).toEqual([]);
  await expect(answer(left.replyId, 'sms')).rejects.toMatchObject(state(/cannot be written to/));
  const stranger = await wrote('email', { identifier: 'nobody@example.com' });
  await expect(answer(stranger.replyId, 'sms')).rejects.toMatchObject(state(/not known who wrote/));
});

it('one by which they took back their consent is none, also where they just wrote by it', async () => {
  const nora = await somebody();
  const { replyId } = await wrote('whatsapp', { identifier: nora.whatsapp, hoursAgo: 30 });
  const withdrawn = { purpose: 'service', state: 'withdrawn' } as const;
  await d.system((ctx) => setConsent(ctx, { ...withdrawn, channel: 'sms', address: nora.sms, at: ctx.now }));
  expect((await waysOf(replyId)).channels).toEqual(['email']);
  await expect(answer(replyId, 'sms')).rejects.toMatchObject(state(/cannot be written to by sms/));
  const next = await wrote('sms', { identifier: nora.sms });
  await expect(answer(next.replyId, 'sms')).rejects.toMatchObject(state(/took back/));
});
