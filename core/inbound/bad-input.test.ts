// What comes from outside to hurt or by mistake: contained, counted, and nothing lost that a person should see.
import { eq, like } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTriager } from '../../agent/triager.ts';
import { createChannels } from '../../channels/index.ts';
import type { InboundMail, Inbox } from '../../channels/mailbox-contract.ts';
import { channelAccounts, inboundEvents, replies } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { createLog } from '../../lib/log.ts';
import { addContact, addCustomer } from '../../test/add-customer.ts';
import { deliveriesOf, dyingWithin, randomOf } from '../../test/flood-inbound.ts';
import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { createAccount } from '../accounts/create-account.ts';
import { attachmentsOf, readAttachment } from '../replies/attachments.ts';
import { listConversations } from '../replies/desk/list-conversations.ts';
import { reading } from '../replies/reading.ts';
import { receiveReply } from '../replies/receive-reply.ts';
import { triageReply } from '../replies/triage-reply.ts';
import { collectMail } from './collect-mail.ts';
import { createInboundRunner } from './inbound-runner.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
});
afterAll(() => workspace.close());

const triager = createTriager(reading);
const from = 'guest@example.com';
const receive = (message: string, more: object = {}) =>
  workspace.system((ctx) =>
    receiveReply(ctx, {
      channel: 'email',
      identifier: from,
      message,
      normalise: (_, address) => address,
      ...more,
    }),
  );
const rowOf = async (id: string) =>
  (await workspace.system(({ tx }) => tx.select().from(replies).where(eq(replies.id, id))))[0]!;
const read = (replyId: string) =>
  triageReply({ within: workspace.within, tenantId: workspace.tenant.id, triager }, { replyId });

describe('a text that hurts', () => {
  it('of ten megabytes is kept at both ends, says so, and is read in a moment', async () => {
    const { replyId } = await receive(`Please call me.\n${'blah '.repeat(2_000_000)}\nThe end.`);
    const { body, match } = await rowOf(replyId);
    expect(body.length).toBeLessThan(70_000);
    expect(body.startsWith('Please call me.')).toBe(true);
    expect(body.endsWith('The end.')).toBe(true);
    expect(match.cutFrom).toBeGreaterThan(9_000_000);
    expect(await read(replyId)).toMatchObject({ intent: expect.any(String) });
  });

  it.each([
    ['null bytes', 'Yes\u0000 please\u0000 renew', 'accept'],
    ['letters that turn the direction', '\u202eplease stop writing to me\u202c', 'opt_out'],
    ['letters that nobody sees inside a stop', 'S\u200bT\u200dO\u00adP', 'opt_out'],
    ['styled letters', '𝗦𝗧𝗢𝗣', 'opt_out'],
    ['half a character', 'No thanks \ud83d', 'decline'],
  ])('of %s is read', async (_, text, intent) => {
    const { replyId } = await receive(text, { externalId: `odd ${intent} ${text}` });
    expect(await read(replyId)).toMatchObject({ intent });
  });

  it('of emoji only, or of markup, goes to a person or harms nobody', async () => {
    const shrug = await receive('🤷🤷🤷');
    expect(await read(shrug.replyId)).toMatchObject({ needsHuman: true });
    const script = await receive('<script>fetch("/api/v1/approvals")</script><img onerror=alert(1)>');
    expect(await read(script.replyId)).toMatchObject({ needsHuman: true, action: 'reply' });
  });
});

describe('many at once', () => {
  it('fifty of one person are each kept, in one conversation that waits since the first', async () => {
    const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 2, 0, 0, second * 20));
    await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        receive(`message ${number}`, {
          identifier: 'fast@example.com',
          externalId: `fast ${number}`,
          receivedAt: at(number),
        }),
      ),
    );
    const all = await workspace.system((ctx) => listConversations(ctx, { view: 'all', limit: 500 }));
    const [one, ...others] = all.filter(({ identifier }) => identifier === 'fast@example.com');
    expect(others).toEqual([]);
    const rows = await workspace.system(({ tx }) =>
      tx.select().from(replies).where(eq(replies.conversationId, one!.id)),
    );
    expect(rows).toHaveLength(50);
  });
});

describe('what comes with a mail', () => {
  it('is kept as bytes up to its limits, under a name that leads nowhere; more is named and not kept', async () => {
    const big = new Uint8Array(11 * 1024 * 1024);
    const small = new TextEncoder().encode('<script>alert(1)</script>');
    const one = { type: 'text/html', size: small.length, content: small };
    const { replyId } = await receive('See attached', {
      attachments: [
        { ...one, name: '../../\u202eetc/passwd\r\nX-Evil: 1' },
        { name: 'big.zip', type: 'application/zip', size: big.length, content: big },
        ...Array.from({ length: 20 }, (_, at) => ({ ...one, name: `${at}` })),
      ],
    });
    const kept = await workspace.system((ctx) => attachmentsOf(ctx, [replyId]));
    expect(kept).toHaveLength(10);
    const [first] = kept.filter(({ name }) => name.includes('passwd'));
    expect(first!.name).not.toMatch(/[/\\\r\n\u202e:]/);
    expect(kept.find(({ name }) => name === 'big.zip')).toMatchObject({ isKept: false });
    const found = await workspace.system((ctx) => readAttachment(ctx, { replyId, attachmentId: first!.id }));
    expect(Buffer.from(found.content)).toEqual(Buffer.from(small));
  });
});

describe('a mailbox', () => {
  it('is read on from where it was; a mail that is none holds up no other, a crash repeats none', async () => {
    const mails: (Partial<InboundMail> | null)[] = [
      { from: 'a@example.com', text: 'one' },
      { from: 'x'.repeat(400), text: 'no such address' },
      null,
      { from: 'b@example.com', text: 'two' },
    ];
    let breaksAt = 3;
    const inbox: Inbox = {
      async collect(cursor, take) {
        for (let at = Number(cursor ?? 0); at < mails.length; at++) {
          if (at === breaksAt) throw new Error('the line broke');
          const mail = mails[at];
          const told = { externalId: `box ${at}`, headers: {}, receivedAt: new Date(), attachments: [] };
          await take(mail ? { ...told, from: '', text: '', ...mail } : null, String(at + 1));
        }
      },
    };
    const channels = new Map(createChannels({ store: memoryStandinStore().store }));
    const email = channels.get('email')!;
    const smtp = { ...email.providers.smtp!, openInbox: () => inbox };
    channels.set('email', { ...email, providers: { ...email.providers, smtp } });
    const admin = await workspace.person('admin');
    await workspace.as(admin, async (ctx) => {
      await addContact(ctx, { customerId: await addCustomer(ctx, {}), at: { email: 'a@example.com' } });
      const settings = { host: '127.0.0.1', imap: { host: '127.0.0.1', user: 'u', pass: 'p' } };
      await createAccount(ctx, { channels, channel: 'email', provider: 'smtp', name: 'Desk', settings });
    });
    const deps = { within: workspace.within, tenantId: workspace.tenant.id, channels, keys: workspace.keys };
    expect(await collectMail(deps)).toMatchObject({ failures: [expect.any(Error)] });
    breaksAt = -1;
    expect(await collectMail(deps)).toEqual({ read: 1, failures: [] });
    const texts = await workspace.system(async ({ tx }) =>
      (await tx.select().from(replies))
        .map(({ body }) => body)
        .filter((body) => ['one', 'two'].includes(body)),
    );
    expect(texts.sort()).toEqual(['one', 'two']);
    const [account] = await workspace.system(({ tx }) => tx.select().from(channelAccounts));
    expect(account!.inboxCursor).toBe('4');
  });
});

describe('what is told twice, out of order, to a process that keeps dying', () => {
  const tenantId = () => workspace.tenant.id;
  const told = (externalId: string, from: string, text: string) => ({
    ...{ accountId: newId(), channel: 'sms' },
    event: { kind: 'reply', externalId, at: new Date(), from, text } as const,
  });
  const open = (given: Partial<Parameters<typeof createInboundRunner>[0]> = {}) =>
    createInboundRunner({
      ...{ within: workspace.within, channels: new Map(), surfaces: new Map(), triager },
      normalise: (_channel: string, address: string) => address,
      ...{ hand: async () => {}, wake: () => {}, log: createLog('silent') },
      ...given,
    });
  const rows = (like_: string) =>
    workspace.system(({ tx }) => tx.select().from(replies).where(like(replies.externalId, like_)));

  it('is kept once and read, all of it', async () => {
    const random = randomOf(11);
    const runner = open({ within: dyingWithin(workspace.within, { random, share: 0.1 }) });
    for (const { at, from: who, text } of deliveriesOf(30, random)) {
      const keep = () => runner.keep(tenantId(), [told(`flood-${at}`, who, text)]);
      // The provider tells it again until it hears that it arrived.
      while (
        !(await keep().then(
          () => true,
          () => false,
        ))
      );
    }
    const isLeft = async () =>
      (await workspace.system(({ tx }) => tx.select().from(inboundEvents))).length > 0 ||
      (await rows('flood-%')).some(({ triagedAt }) => !triagedAt);
    for (let look = 0; look < 200 && (await isLeft()); look += 1) {
      await runner.takeIn(tenantId()).catch(() => 0);
      await runner.read(tenantId()).catch(() => 0);
    }
    await runner.close();
    const kept = await rows('flood-%');
    expect(new Set(kept.map(({ externalId }) => externalId)).size).toBe(30);
    expect(kept).toHaveLength(30);
    expect(kept.filter(({ triagedAt }) => triagedAt)).toHaveLength(30);
    expect(kept.filter(({ body }) => body === 'STOP').every(({ effects }) => effects.length === 1)).toBe(
      true,
    );
  });

  it('holds up nothing else where it cannot be dealt with, is tried again, and logged once', async () => {
    const logged: string[] = [];
    let isBroken = true;
    const runner = open({
      normalise: (_channel, address) => {
        if (isBroken && address === '+666') throw new Error('no such number');
        return address;
      },
      log: pino({ level: 'error' }, { write: (line: string) => void logged.push(line) }),
    });
    await runner.keep(tenantId(), [
      told('odd-1', '+665', 'Yes, please renew\u0000'),
      told('odd-2', '+666', 'Call me'),
      told('odd-3', '+667', 'STOP \ud83d'),
    ]);
    const kept = async () => (await rows('odd-%')).map(({ externalId }) => externalId).sort();
    const tryAgain = async () => {
      await workspace.system(({ tx }) => tx.update(inboundEvents).set({ nextAt: null }));
      await runner.takeIn(tenantId());
    };
    for (let time = 0; time < 4; time += 1) await tryAgain();
    expect(await kept()).toEqual(['odd-1', 'odd-3']);
    expect(logged).toHaveLength(1);
    isBroken = false;
    await tryAgain();
    expect(await kept()).toEqual(['odd-1', 'odd-2', 'odd-3']);
    expect(await workspace.system(({ tx }) => tx.select().from(inboundEvents))).toEqual([]);
    await runner.close();
  });
});
