// Several messages taken in together: as if one had come after the other.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conversations, replies, suppressions } from '../../db/schema/index.ts';
import { addCustomer } from '../../test/add-customer.ts';
import { countStatements } from '../../test/count-statements.ts';
import { readTriage } from '../../test/read-triage.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { addressHash } from '../consent/address-hash.ts';
import type { Triage } from '../ports.ts';
import { receiveReplies } from './receive-reply.ts';
import { triageTick } from './triage-reply.ts';

let space: TestWorkspace;
beforeAll(async () => {
  space = await openTestWorkspace();
});
afterAll(() => space.close());

const normalise = (_channel: string, address: string) => address.toLowerCase();
const mail = (identifier: string, message: string, more: object = {}) => ({
  ...{ channel: 'email', identifier, message, normalise, isSenderProven: true, ...more },
});
const receive = (...told: ReturnType<typeof mail>[]) => space.system((ctx) => receiveReplies(ctx, told));

it('keeps what is told twice in one go once, and answers for each', async () => {
  const told = mail('twice@example.com', 'Yes please', { externalId: 'twice' });
  const [first, second, other] = await receive(
    told,
    told,
    mail('other@example.com', 'No', { externalId: 'other' }),
  );
  expect(second).toEqual({ ...first, isNew: false });
  expect([first!.isNew, other!.isNew]).toEqual([true, true]);
  const [again] = await receive(told);
  expect(again).toEqual({ ...first, isNew: false });
});

it('lets wishes act in the order in which they were made', async () => {
  await space.system((ctx) =>
    addCustomer(ctx, {
      contacts: [{ at: { email: 'back@example.com' } }, { at: { email: 'gone@example.com' } }],
    }),
  );
  const [, back, , gone] = await receive(
    mail('back@example.com', 'STOP'),
    mail('back@example.com', 'START'),
    mail('gone@example.com', 'START'),
    mail('gone@example.com', 'STOP'),
  );
  expect(back!.effects).toMatchObject([{ kind: 'opt_in' }]);
  expect(gone!.effects).toMatchObject([{ kind: 'opt_out' }]);
  const standing = await space.system(({ tx }) => tx.select().from(suppressions));
  expect(standing.map(({ liftedAt }) => liftedAt === null).toSorted()).toEqual([false, true]);
});

it('makes one conversation of them that waits since the first that a person wrote', async () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 3, minute));
  const who = 'three@example.com';
  await receive(
    mail(who, 'I am away', { receivedAt: at(1), headers: { 'auto-submitted': 'auto-replied' } }),
    mail(who, 'Call me', { receivedAt: at(3) }),
    mail(who, 'Please', { receivedAt: at(2) }),
  );
  const rows = await space.system(({ tx }) =>
    tx
      .selectDistinct({ waiting: conversations.waitingSince, last: conversations.lastReceivedAt })
      .from(conversations)
      .innerJoin(replies, eq(replies.conversationId, conversations.id))
      .where(eq(replies.addressHash, addressHash(space.keys, who))),
  );
  expect(rows).toEqual([{ waiting: at(3), last: at(3) }]);
});

it('asks the database no more often for forty than for two', async () => {
  const many = (from: string, count: number) =>
    Array.from({ length: count }, (_, at) => mail(`${from}${at}@example.com`, `Thanks, ${at}`));
  const { pool } = space.database;
  const two = await countStatements(pool, () => receive(...many('two', 2)));
  expect(two).toBeGreaterThan(5);
  expect(await countStatements(pool, () => receive(...many('forty', 40)))).toBe(two);
});

it('keeps none when one of them is no message, so that each is tried alone', async () => {
  const wrong = mail('', 'from nobody', { externalId: 'nobody' });
  await expect(receive(mail('w@example.com', 'Hello', { externalId: 'w' }), wrong)).rejects.toMatchObject({
    code: 'input:invalid',
  });
  const kept = await space.system(({ tx }) => tx.$count(replies, eq(replies.externalId, 'w')));
  expect(kept).toBe(0);
});

it('writes what a triager answers, with halves of signs and zero bytes in it', async () => {
  const half = '😀'.slice(0, 1);
  const triage = async () => readTriage({ intent: 'other', because: `${half}\u0000` });
  const deps = { within: space.within, tenantId: space.tenant.id, triager: { triage } };
  expect(await triageTick(deps)).toMatchObject({ failed: 0, left: false });
  const unread = await space.system(({ tx }) => tx.select().from(replies));
  expect(unread.map((row) => (row.triage as Triage).because)).toEqual(unread.map(() => '\ufffd\ufffd'));
});
