import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addresses, consents, conversations, messages, suppressions } from '../db/schema/index.ts';
import { addCustomer, testHash } from '../test/add-customer.ts';
import { openVisitors, type Visitors } from '../test/visitors.ts';
import { TEST_NOW } from '../test/workspace.ts';

let v: Visitors;
beforeAll(async () => {
  v = await openVisitors();
});
afterAll(() => v.close());
beforeEach(() => v.comeAnew());

describe('a customer whom the site vouches for', () => {
  it('is that contact, and nobody else is by a token that is not as it should be', async () => {
    expect(await v.begin(v.vouch())).toMatchObject({ isKnown: true });
    for (const [why, identity] of [
      ['not a customer', v.vouch({ role: undefined })],
      ['somebody unknown', v.vouch({ sub: 'nobody@example.com' })],
      ['two with one address', v.vouch({ sub: 'both@example.com' })],
      ['over', v.vouch({ exp: Math.floor(Date.now() / 1000) - 1 })],
      ['for a day', v.vouch({ exp: Math.floor(Date.now() / 1000) + 86_400 })],
      ['another workspace', v.vouch({ iss: 'nobody' })],
      ['a changed signature', `${v.vouch().slice(0, -3)}AAA`],
    ] as const)
      expect([why, (await v.begin(identity)).isKnown]).toEqual([why, false]);
  });

  it('is no person of the workspace, even with the e-mail address of one', async () => {
    const { email } = (await v.admin.get('/api/v1/me')).json();
    expect((await v.server.anonymous.get('/api/v1/me', v.as(v.vouch({ sub: email })))).statusCode).toBe(401);
  });

  it('says what they get, in the ledger with its source, and stops everything for good', async () => {
    const { token } = await v.begin(v.vouch());
    const put = async (payload: object) => {
      const request = { method: 'PUT', url: `${v.base}/preferences`, payload, ...v.as(token) } as const;
      return (await v.server.anonymous.send(request)).json();
    };
    const email = { channel: 'email', address: 'm…@example.com', isStopped: false };
    const read = (await v.server.anonymous.get(`${v.base}/preferences`, v.as(token))).json();
    expect(read).toEqual({ name: 'Mali', channels: [{ ...email, wantsNews: true }] });
    const off = await put({ channel: 'email', wantsNews: false });
    expect(off.channels).toEqual([{ ...email, wantsNews: false }]);
    const on = await put({ channel: 'email', wantsNews: true });
    expect(on.channels).toEqual([{ ...email, wantsNews: true }]);
    expect(await put({ channel: 'sms', wantsNews: true })).toMatchObject({
      error: { code: 'input:invalid' },
    });
    const ledger = await v.server.system(({ tx }) =>
      tx.select().from(consents).where(eq(consents.source, 'widget')).orderBy(consents.id),
    );
    expect(ledger.map(({ state, channel, purpose }) => [state, channel, purpose])).toEqual([
      ['withdrawn', 'email', 'marketing'],
      ['granted', 'email', 'marketing'],
    ]);
    const stopped = await put({ stop: 'all' });
    expect(stopped.channels).toEqual([{ ...email, wantsNews: false, isStopped: true }]);
    const again = await put({ channel: 'email', wantsNews: true });
    expect(again.channels).toEqual([{ ...email, wantsNews: false, isStopped: true }]);
    const all = eq(suppressions.scope, 'all');
    const stops = await v.server.system(({ tx }) => tx.select().from(suppressions).where(all));
    expect(new Set(stops.map(({ liftedAt }) => liftedAt))).toEqual(new Set([null]));
  });

  it('is answered by the desk as by any channel, under a person’s approval, and what they read is known', async () => {
    const { id } = await v.server.system(async (ctx) => {
      const at = { email: 'jun@example.com' };
      await addCustomer(ctx, { name: 'Oak Inn', contacts: [{ name: 'Jun', role: 'other', at }] });
      const hash = testHash(ctx, 'jun@example.com');
      const [row] = await ctx.tx.select().from(addresses).where(eq(addresses.hash, hash));
      return { id: row!.contactId };
    });
    const { token } = await v.begin(v.vouch({ sub: 'jun@example.com' }));
    await v.say(token, 'When do you come?');
    const [talk] = await v.server.system(({ tx }) =>
      tx.select().from(conversations).where(eq(conversations.contactId, id)),
    );
    const thread = (await v.admin.get(`/api/v1/conversations/${talk!.id}`)).json();
    const { replyId } = thread.entries[0];
    const answered = await v.admin.post(`/api/v1/replies/${replyId}/answer`, { text: 'On Monday.' });
    expect(answered.statusCode).toBe(200);
    expect((await v.visit(token)).messages).toHaveLength(1);
    const [sent] = await v.server.system(({ tx }) =>
      tx
        .update(messages)
        .set({ status: 'submitted', submittedAt: new Date(TEST_NOW), attempts: 1 })
        .where(eq(messages.contactId, id))
        .returning(),
    );
    expect(sent).toMatchObject({ channel: 'widget', purpose: 'service' });
    expect((await v.visit(token)).messages[1]).toMatchObject({
      isOurs: true,
      text: 'On Monday.',
      isRead: false,
    });
    await v.server.anonymous.post(`${v.base}/visit/read`, {}, v.as(token));
    expect((await v.visit(token)).messages[1]).toMatchObject({ isRead: true });
  });

  it('stops with a word, as on every channel', async () => {
    const { token } = await v.begin(v.vouch({ sub: 'jun@example.com' }));
    expect((await v.say(token, 'STOP')).statusCode).toBe(200);
    const { channels } = (await v.server.anonymous.get(`${v.base}/preferences`, v.as(token))).json();
    expect(channels).toMatchObject([{ channel: 'email', isStopped: true }]);
  });
});
