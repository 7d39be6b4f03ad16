// Keys are changed by a command while everybody goes on working.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAddressKey, sealStored } from '../../core/tenants/seal-stored.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { addresses } from '../schema/index.ts';

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery();
  await d.system((ctx) => addAccount(ctx));
});
afterAll(() => d.close());

const newKey = async () => {
  const of = { tenantId: d.tenant.id, keys: d.keys };
  await addAddressKey(d.database, of);
  await sealStored(d.database, of);
};

// The embedded database has one connection, which a transaction keeps to itself.
const hasTwo = process.env.TEST_POSTGRES_URL !== undefined;

describe.skipIf(!hasTwo)('a key that is newer than the transaction that meets it (with Postgres)', () => {
  it('opens what it sealed, and what is written from then on is under it', async () => {
    const { people } = await d.approve({ count: 3 });
    const wanted = people.map(({ address }) => address);
    const read = await d.system(async ({ tx }) => {
      await tx.execute(sql`select 1`);
      await newKey();
      return tx.select().from(addresses);
    });
    expect(read.map(({ address }) => address)).toEqual(expect.arrayContaining(wanted));
  });

  it('drops no message that is claimed while keys change', async () => {
    const { people, campaignId } = await d.approve({ count: 3 });
    d.sent.length = 0;
    const within: Delivery['within'] = (tenantId, actor, work, until) =>
      d.within(
        tenantId,
        actor,
        async (ctx) => {
          await newKey();
          return work(ctx);
        },
        until,
      );
    await d.tick({ within });
    await d.tick();
    expect(d.sent.map(({ to }) => to)).toEqual(expect.arrayContaining(people.map(({ address }) => address)));
    expect((await d.messagesOf(campaignId)).map(({ status }) => status)).toEqual(Array(3).fill('submitted'));
  });
});

describe('what only looks as if it were sealed under a newer key', () => {
  it('is left as it stands, and holds nobody up', async () => {
    const read = await d.system(async ({ tx }) => {
      await tx.execute(sql`select '§t9.AAAA'::text as it`);
      return tx.execute(sql`select '§t8.BBBB'::text as it`);
    });
    expect(read.rows).toEqual([{ it: '§t8.BBBB' }]);
  });
});
