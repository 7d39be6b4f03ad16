// A mailbox that answers by itself: it is answered by nobody, and hides nothing that its person wrote.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTriager } from '../../../agent/triager.ts';
import { addContact, addCustomer } from '../../../test/add-customer.ts';
import { type Delivery, openDesk } from '../../../test/approved-campaign.ts';
import type { Actor } from '../../tenants/roles.ts';
import { reading } from '../reading.ts';
import { receiveReplies } from '../receive-reply.ts';
import { triageTick } from '../triage-reply.ts';
import { answerReply } from './answer-reply.ts';
import { listConversations } from './list-conversations.ts';
import { readConversation } from './read-conversation.ts';

const MAIL = { maxTextLength: 5_000, hasSubject: true };
let d: Delivery;
let manager: Actor;
beforeAll(async () => {
  ({ d, manager } = await openDesk());
});
afterAll(() => d.close());

let people = 0;
async function aGuest() {
  people += 1;
  const identifier = `guest${people}@example.com`;
  await d.system(async (ctx) =>
    addContact(ctx, { customerId: await addCustomer(ctx, {}), name: 'Rudolf', at: { email: identifier } }),
  );
  let minutes = 0;
  /** One a minute, in this order. */
  const wrote = async (...said: { message: string; isRobot?: boolean }[]) => {
    const kept = await d.system((ctx) =>
      receiveReplies(
        ctx,
        said.map(({ message, isRobot = false }, at) => ({
          ...{ channel: 'email', identifier, message, normalise: (_: string, address: string) => address },
          ...(isRobot ? { headers: { 'auto-submitted': 'auto-replied' } } : {}),
          receivedAt: new Date(ctx.now.getTime() - 86_400_000 + (minutes + at) * 60_000),
        })),
      ),
    );
    minutes += said.length;
    const deps = { within: d.within, tenantId: d.tenant.id, triager: createTriager(reading) };
    for (let left = true; left; ) ({ left } = await triageTick(deps));
    return kept.map(({ replyId }) => replyId);
  };
  const row = async (view: 'needs_human' | 'urgent' | 'waiting' | 'all') =>
    (await d.as(manager, (ctx) => listConversations(ctx, { view, limit: 500 }))).find(
      (one) => one.identifier === identifier,
    );
  return { wrote, row };
}
const ROBOT = { message: 'I am out of the office until Monday.', isRobot: true };
const URGENT = { message: 'URGENT: the music has stopped in all our rooms, please call me immediately!' };
const answer = (replyId: string) =>
  d.as(manager, (ctx) => answerReply(ctx, { replyId, text: 'It comes.', limits: MAIL }));

it('what a person asked stays answerable and urgent when their mailbox wrote after them', async () => {
  const { wrote, row } = await aGuest();
  const [asked, robot] = await wrote(URGENT, ROBOT, ROBOT);
  for (const view of ['waiting', 'urgent', 'needs_human'] as const)
    expect([view, (await row(view))?.replyId]).toEqual([view, asked]);
  await expect(answer(robot!)).rejects.toMatchObject({ code: 'reply:state' });
  await answer(asked!);
  expect(await row('waiting')).toBeUndefined();
  // What they write themselves still comes before an answer to what went before.
  const [first] = await wrote({ message: 'When does it come?' }, ROBOT, { message: 'And how much is it?' });
  await expect(answer(first!)).rejects.toMatchObject({ code: 'conversation:moved' });
});

it('a person’s words among hundreds of a robot’s are shown, and how many a machine wrote', async () => {
  const { wrote, row } = await aGuest();
  const many = Array.from({ length: 600 }, () => ROBOT);
  await wrote(...many, { message: 'Please call me.' }, ROBOT);
  const { id, waitingSince } = (await row('all'))!;
  expect(waitingSince).not.toBeNull();
  const { entries, automatic } = await d.as(manager, (ctx) => readConversation(ctx, { conversationId: id }));
  expect(automatic).toBe(601);
  const received = entries.flatMap((entry) => (entry.kind === 'received' ? entry : []));
  expect(received.map(({ text }) => text)).toContain('Please call me.');
  expect(received.filter(({ isAutomatic }) => isAutomatic).length).toBeLessThan(20);
});
