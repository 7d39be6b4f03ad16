// What is held and likely to be a stop is shown and counted as that, apart from stops, until somebody has decided.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Delivery, openDesk } from '../../test/approved-campaign.ts';
import { readTriage } from '../../test/read-triage.ts';
import type { Actor } from '../tenants/roles.ts';
import { decideDoubt } from './decide-doubt.ts';
import { readDeskFigures } from './desk/desk-figures.ts';
import { listConversations } from './desk/list-conversations.ts';
import { receiveReply } from './receive-reply.ts';
import { repliesPart } from './replies-part.ts';
import { replyCounts } from './reply-counts.ts';
import { summariseReplies } from './summarise-replies.ts';
import { triageReply } from './triage-reply.ts';

let d: Delivery;
let manager: Actor;
beforeAll(async () => {
  ({ d, manager } = await openDesk());
});
afterAll(() => d.close());

const triager = {
  triage: async ({ text }: { text: string }) =>
    readTriage({ mayBeStop: true, probablyStop: text.startsWith('Enough') }),
};

async function receive(identifier: string, message: string): Promise<string> {
  const { replyId } = await d.system((ctx) =>
    receiveReply(ctx, { channel: 'email', identifier, message, normalise: (_, address) => address }),
  );
  await triageReply({ within: d.within, tenantId: d.tenant.id, triager }, { replyId });
  return replyId;
}

it('is a probable stop until a person has decided, then a stop or what it is else', async () => {
  const { people } = await d.approve();
  const [address] = people.map((one) => one.address) as [string];
  const shown = () =>
    d.as(manager, async (ctx) => {
      const rows = await listConversations(ctx, { view: 'all', limit: 500 });
      const part = await repliesPart(ctx, {});
      const read = Object.fromEntries(part.replies.map(({ id, intent }) => [id, intent]));
      for (const { replyId, intent } of rows) expect(intent).toBe(read[replyId]);
      return { read, counts: await replyCounts(ctx, {}), inDoubt: (await readDeskFigures(ctx)).inDoubt };
    });
  const first = await receive(address, 'Enough of this now');
  expect(await shown()).toEqual({
    read: { [first]: 'probable_stop' },
    counts: { probable_stop: 1 },
    inDoubt: 1,
  });
  const { words } = await d.as(manager, (ctx) => summariseReplies(ctx, {}));
  expect(words).toContain('1 probably asked for no more messages (held until somebody decides)');
  await d.as(manager, (ctx) => decideDoubt(ctx, { replyId: first, isStop: false }));
  expect(await shown()).toEqual({ read: { [first]: 'question' }, counts: { question: 1 }, inDoubt: 0 });

  const second = await receive(address, 'Perhaps something else');
  expect(await shown()).toMatchObject({
    read: { [second]: 'question' },
    counts: { question: 2 },
    inDoubt: 1,
  });
  await d.as(manager, (ctx) => decideDoubt(ctx, { replyId: second, isStop: true }));
  expect((await shown()).counts).toEqual({ opt_out: 1, question: 1 });
});
