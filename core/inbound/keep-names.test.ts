import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelEvent } from '../../channels/contract.ts';
import { normalisePerson } from '../../channels/whatsapp/normalise-person.ts';
import { addresses, suppressions } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { addCustomer } from '../../test/add-customer.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { addressHash } from '../consent/address-hash.ts';
import { receiveEvents } from './receive-events.ts';

let ws: TestWorkspace;
beforeAll(async () => {
  ws = await openTestWorkspace();
});
afterAll(() => ws.close());

let people = 0;
/** Somebody with a number, and what the provider calls them too. */
async function somebody() {
  people += 1;
  const [number, scoped] = [`+6681000000${people}`, `TH.1349120865530274191${people}`];
  await ws.system((ctx) =>
    addCustomer(ctx, { name: `Named ${people}`, contacts: [{ at: { whatsapp: number } }] }),
  );
  return { number, scoped };
}

type Told = ChannelEvent extends infer One ? (One extends ChannelEvent ? Omit<One, 'at'> : never) : never;
const tell = (...told: Told[]) =>
  ws.system((ctx) =>
    receiveEvents(ctx, {
      events: told.map((event) => ({
        ...{ accountId: newId(), channel: 'whatsapp' },
        event: { ...event, at: ctx.now },
      })),
      normalise: (_, address) => normalisePerson(address),
      surfaces: new Map(),
    }),
  );
const stop = (address: string): Told => ({
  ...{ kind: 'opt_out', address, scope: 'marketing', byEveryName: true, externalId: `stop ${address}` },
});
const delivered = (number: string, scoped: string): Told => ({
  ...{ kind: 'receipt', status: 'delivered', providerId: `p ${number}`, externalId: `d ${number}` },
  samePerson: [number, scoped],
});
const says = (from: string, text: string): Told => ({ kind: 'reply', from, text, externalId: newId() });
const scopesOf = (address: string) =>
  ws.system(async (ctx) => {
    const rows = await ctx.tx
      .select({ scope: suppressions.scope })
      .from(suppressions)
      .where(
        and(eq(suppressions.addressHash, addressHash(ctx.keys, address)), isNull(suppressions.liftedAt)),
      );
    return rows.map(({ scope }) => scope).sort();
  });

describe('two names of one person, told together', () => {
  it('stop both, whichever the stop is told by, and whether by the provider’s means or in words', async () => {
    for (const by of ['number', 'scoped'] as const) {
      const one = await somebody();
      await tell(delivered(one.number, one.scoped), delivered(one.number, one.scoped));
      await tell(stop(one[by]));
      expect([await scopesOf(one.number), await scopesOf(one.scoped)]).toEqual([
        ['marketing'],
        ['marketing'],
      ]);
    }
    const one = await somebody();
    await tell(delivered(one.number, one.scoped), says(one.scoped, 'STOP'));
    expect([await scopesOf(one.number), await scopesOf(one.scoped)]).toEqual([['all'], ['all']]);
  });

  it('stop both when it is told only after the stop that they are one', async () => {
    const one = await somebody();
    await tell(stop(one.scoped));
    expect(await scopesOf(one.number)).toEqual([]);
    await tell(delivered(one.number, one.scoped));
    expect(await scopesOf(one.number)).toEqual(['marketing']);
  });

  it('hold what nobody can tell: one that goes by two numbers', async () => {
    const [one, other] = [await somebody(), await somebody()];
    await tell(delivered(one.number, one.scoped), delivered(other.number, one.scoped));
    await tell(stop(one.scoped));
    expect(await scopesOf(one.scoped)).toEqual(['marketing']);
    expect([await scopesOf(one.number), await scopesOf(other.number)]).toEqual([['held'], ['held']]);
  });

  it('leave everybody else alone, and are no address to write to', async () => {
    const [one, other] = [await somebody(), await somebody()];
    await tell(delivered(one.number, one.scoped), delivered('+66899999999', 'TH.99999999999999'));
    await tell(stop(one.scoped));
    expect(await scopesOf(other.number)).toEqual([]);
    const rows = await ws.system((ctx) =>
      ctx.tx
        .select({ usable: addresses.usable })
        .from(addresses)
        .where(eq(addresses.hash, addressHash(ctx.keys, one.scoped))),
    );
    expect(rows).toEqual([{ usable: false }]);
  });
});
