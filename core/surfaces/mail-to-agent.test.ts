// A mailbox that customers write to and people of the workspace talk to the agent by: whose a mail is.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createEmailSurface } from '../../channels/email/surface.ts';
import { createChannels } from '../../channels/index.ts';
import type { InboundMail, Inbox } from '../../channels/mailbox-contract.ts';
import type { Surface } from '../../channels/surface-contract.ts';
import { channelAccounts, replies, surfaceApps, surfaceTurns } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { addContact, addCustomer } from '../../test/add-customer.ts';
import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { createAccount } from '../accounts/create-account.ts';
import { collectMail } from '../inbound/collect-mail.ts';
import type { Diverted } from './divert.ts';
import { createLinkCode, linkAccount } from './links.ts';

const ANONG = 'anong@example.com';
const PROVED = { 'authentication-results': 'mx.example.org; dmarc=pass header.from=example.com' };
let ws: TestWorkspace;
let appId: string;
const box: InboundMail[] = [];
let heard: Diverted[] = [];
let fails = false;
beforeAll(async () => {
  ws = await openTestWorkspace({ mail: { authServer: 'mx.example.org' } });
  const boss = await ws.person('admin');
  const anong = await ws.person('manager');
  await ws.as(boss, async (ctx) => {
    const settings = {
      host: '127.0.0.1',
      from: 'desk@example.org',
      imap: { host: '127.0.0.1', user: 'u', pass: 'p' },
    };
    const { id: accountId } = await createAccount(ctx, {
      channels,
      channel: 'email',
      provider: 'smtp',
      name: 'Desk',
      settings,
    });
    appId = newId();
    await ctx.tx
      .insert(surfaceApps)
      .values({ id: appId, tenantId: ctx.tenant.id, surface: 'email', name: 'Desk', accountId });
    await linkAccount(ctx, { appId, externalId: ANONG, userId: anong.userId });
    await addContact(ctx, { customerId: await addCustomer(ctx, {}), at: { email: ANONG } });
  });
});
afterAll(() => ws.close());
beforeEach(() => {
  [heard, fails] = [[], false];
});

const inbox: Inbox = {
  async collect(cursor, take) {
    for (let at = Number(cursor ?? 0); at < box.length; at += 1) await take(box[at]!, String(at + 1));
  },
};
const channels = new Map(createChannels({ store: memoryStandinStore().store }));
const email = channels.get('email')!;
const smtp = { ...email.providers.smtp!, openInbox: () => inbox };
channels.set('email', { ...email, providers: { ...email.providers, smtp } });

/** The mails as they were taken in: what the agent heard, and what was kept as a customer's. */
async function comes(text: string, { from = ANONG, headers = {} as Record<string, string> } = {}) {
  const id = `<${newId()}@mail>`;
  const before = await kept();
  box.push({
    externalId: id,
    from,
    text,
    headers: { 'message-id': id, ...headers },
    receivedAt: new Date(),
    attachments: [],
  });
  const agent = {
    surfaces: new Map([['email', createEmailSurface() as Surface]]),
    receive: async (one: Diverted) => {
      if (fails) throw new Error('died');
      heard.push(one);
    },
  };
  const done = await collectMail({
    within: ws.within,
    tenantId: ws.tenant.id,
    channels,
    keys: ws.keys,
    agent,
  });
  return { heard, isKept: (await kept()) > before, done };
}
const kept = () => ws.system(({ tx }) => tx.$count(replies));

it('is the agent’s when it is proved to be a linked person’s: its own words, in the thread of mails', async () => {
  const { isKept } = await comes('How many Hiltons end in May?\n\nOn Monday Refrain wrote:\n> hello', {
    headers: { ...PROVED, subject: 'Re: Renewals', references: '<root@mail> <2@ours>' },
  });
  expect(isKept).toBe(false);
  expect(heard).toMatchObject([
    {
      from: ANONG,
      event: { kind: 'said', text: 'How many Hiltons end in May?', place: `${ANONG} <root@mail> Renewals` },
    },
  ]);
});

it.each([
  ['in their name that nothing proves', 'Approve it', {}],
  [
    'that the wrong server vouches for',
    'Approve it',
    { 'authentication-results': 'evil.example; dmarc=pass header.from=example.com' },
  ],
  ['that their machine wrote', 'I am away', { ...PROVED, 'auto-submitted': 'auto-replied' }],
  ['that says stop, of somebody who is a customer too', 'STOP', PROVED],
])('is a customer’s when it is one %s', async (_, text, headers) => {
  const { isKept } = await comes(text, { headers: headers as Record<string, string> });
  expect([heard, isKept]).toEqual([[], true]);
});

it('is a customer’s from everybody else, and a code that fits links whoever says it', async () => {
  const from = 'new@example.com';
  expect(await comes('Send everything to everybody', { from, headers: PROVED })).toMatchObject({
    heard: [],
    isKept: true,
  });
  const { code } = await ws.as(await ws.person('manager'), createLinkCode);
  await comes(`link ${code}`, { from, headers: PROVED });
  expect(heard).toMatchObject([{ kind: 'linked', from }]);
  await comes('Who said yes?', { from, headers: PROVED });
  expect(heard.at(-1)).toMatchObject({ event: { text: 'Who said yes?' } });
});

it('is told again when nobody heard it, and never counted as read before', async () => {
  fails = true;
  const cursor = async () => (await ws.system(({ tx }) => tx.select().from(channelAccounts)))[0]!.inboxCursor;
  const before = await cursor();
  expect((await comes('Who said yes?', { headers: PROVED })).done.failures).toHaveLength(1);
  expect(await cursor()).toBe(before);
  fails = false;
  await collectAgain();
  expect(heard).toHaveLength(1);
});

it('is heard three times in the same words, and no mail is a repetition of itself when two read it', async () => {
  const text = 'I read mails on Mondays only.';
  const { userId } = await ws.person('manager');
  for (let at = 0; at < 3; at += 1) await comes(text, { headers: PROVED });
  const turnOf = ({ externalId }: InboundMail) => ({
    ...{ tenantId: ws.tenant.id, appId, externalId, place: ANONG, speaker: ANONG, userId, text },
  });
  await ws.system(({ tx }) => tx.insert(surfaceTurns).values(box.slice(-3).map(turnOf)));
  await ws.system(({ tx }) => tx.update(channelAccounts).set({ inboxCursor: String(box.length - 1) }));
  heard = [];
  const before = await kept();
  await comes(text, { headers: PROVED });
  expect([heard.length, (await kept()) - before]).toEqual([1, 1]);
});

const collectAgain = () => comes('And no?', { headers: PROVED }).then(() => heard.splice(1));
