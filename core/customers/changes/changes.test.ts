import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../../../db/schema/index.ts';
import {
  type Changing,
  change,
  customerId,
  GM,
  openChanging,
  propose,
  tryingIn,
} from '../../../test/changed-customer.ts';
import { resolveAudience } from '../../audience/resolve-audience.ts';
import type { Actor } from '../../tenants/roles.ts';
import { addNote } from '../add-note.ts';
import { importFiles } from '../import/import-files.ts';
import { normaliseAddress } from '../import/normalise-address.ts';
import { readCustomer } from '../read-customer.ts';
import { readHistory } from '../read-history.ts';
import { readTimeline } from '../read-timeline.ts';
import { changePart } from './change-part.ts';
import type { ChangeStep } from './change-step.ts';
import { decideChange } from './decide-change.ts';

let space: Changing;
beforeAll(async () => {
  space = await openChanging();
});
afterAll(() => space.close());
const trying = tryingIn(() => space);

describe('a proposed change', () => {
  it(
    'changes nothing before a person confirms it, then all of it, once',
    trying(async (ctx) => {
      const before = await readCustomer(ctx, customerId);
      const changeId = await propose(ctx, GM);
      expect(await changePart(ctx, changeId)).toMatchObject({
        status: 'proposed',
        canDecide: true,
        steps: [
          'Rudolf Troestler has left',
          'New contact: Jane Doe, General Manager, email Jane@Example.com',
        ],
      });
      expect(await readCustomer(ctx, customerId)).toEqual(before);
      await decideChange(ctx, { changeId, decision: 'confirm' });
      const { contacts } = await readCustomer(ctx, customerId);
      expect(contacts.map(({ name, role, hasLeft }) => [name, role, hasLeft])).toEqual([
        ['Rudolf Troestler', 'general_manager', true],
        ['Jane Doe', 'general_manager', false],
      ]);
      expect(contacts[1]!.addresses).toMatchObject([
        { address: 'Jane@Example.com', consent: null, suppressed: null },
      ]);
      for (const decision of ['confirm', 'reject'] as const)
        await expect(decideChange(ctx, { changeId, decision })).rejects.toMatchObject({
          code: 'change:decided',
        });
    }),
  );

  it(
    'is dropped when it is rejected',
    trying(async (ctx) => {
      const before = await readCustomer(ctx, customerId);
      const changeId = await propose(ctx, GM);
      await decideChange(ctx, { changeId, decision: 'reject' });
      expect(await changePart(ctx, changeId)).toMatchObject({ status: 'rejected', canDecide: false });
      expect(await readCustomer(ctx, customerId)).toEqual(before);
    }),
  );

  it('is decided by no script, not by the system, and not by who may only read', async () => {
    const changeId = await space.as(space.manager, (ctx) => propose(ctx, GM));
    const others: Actor[] = [
      { kind: 'system', name: 'agent' },
      await space.person('viewer'),
      await space.person('admin', 'token'),
    ];
    for (const actor of others) {
      const part = await space.as(actor, (ctx) => changePart(ctx, changeId));
      expect(part.canDecide).toBe(false);
      const decide = space.as(actor, (ctx) => decideChange(ctx, { changeId, decision: 'confirm' }));
      await expect(decide).rejects.toMatchObject({ code: 'auth:forbidden' });
    }
    const { contacts } = await space.as(space.manager, (ctx) => readCustomer(ctx, customerId));
    expect(contacts.map(({ hasLeft }) => hasLeft)).toEqual([false]);
    await space.as(space.manager, (ctx) => decideChange(ctx, { changeId, decision: 'reject' }));
  });

  it(
    'is refused when the customer is not any more as it was',
    trying(async (ctx) => {
      const changeId = await propose(ctx, [{ do: 'set', field: 'city', value: 'Rayong' }]);
      await ctx.tx.update(customers).set({ city: 'Bangkok' }).where(eq(customers.id, customerId));
      await expect(decideChange(ctx, { changeId, decision: 'confirm' })).rejects.toMatchObject({
        code: 'change:stale',
      });
    }),
  );

  it(
    'sets fields of the registry, of the contract and of the workspace’s own, in their spelling',
    trying(async (ctx) => {
      await change(
        ctx,
        { do: 'set', field: 'brand', value: 'hilton' },
        { do: 'set', field: 'country', value: 'thailand' },
        { do: 'set', field: 'contract_end', value: '2027-10-31' },
        { do: 'set', field: 'unit_price', value: 1_200_000 },
        { do: 'set', field: 'vip', value: true },
        { do: 'set', field: 'tag', value: 'key account, pilot' },
        { do: 'set', field: 'city', value: null },
        { do: 'set_units', names: ['Edge', 'Shore'] },
        {
          do: 'change_contact',
          contact: { role: 'general manager' },
          language: 'de',
          addresses: { whatsapp: '+66900000001' },
        },
      );
      const card = await readCustomer(ctx, customerId);
      expect(card).toMatchObject({
        ...{
          brand: 'Hilton',
          country: 'TH',
          city: null,
          tags: ['key account', 'pilot'],
          units: ['Edge', 'Shore'],
        },
        attributes: { vip: true },
        contracts: [{ endsOn: '2027-10-31', unitCount: 4, pricePerUnitMinor: 1_200_000, currency: 'THB' }],
        inferred: {},
      });
      expect(card.contacts[0]).toMatchObject({ language: 'de', addresses: [{}, { channel: 'whatsapp' }] });
      expect(card.corrected).toContain('contract_end');
      const filter = {
        all: [
          { op: 'in', field: 'vip', values: ['yes'] },
          { op: 'in', field: 'country', values: ['TH'] },
        ],
      };
      expect((await resolveAudience(ctx, { filter })).customers).toHaveLength(1);
    }),
  );

  it.each<[string, ChangeStep, string]>([
    ['a field that is not there', { do: 'set', field: 'colour', value: 'red' }, 'field:unknown'],
    ['a field that is worked out', { do: 'set', field: 'size', value: 'small' }, 'input:invalid'],
    ['a date that is none', { do: 'set', field: 'contract_end', value: '31 Feb' }, 'filter:invalid'],
    ['a customer without a name', { do: 'set', field: 'name', value: null }, 'input:invalid'],
    ['a brand nobody knows', { do: 'set', field: 'brand', value: 'Hiltn' }, 'input:invalid'],
    ['somebody who is not there', { do: 'contact_left', contact: { name: 'Rudi' } }, 'input:invalid'],
    ['an address that is none', { do: 'add_contact', name: 'X', addresses: { email: 'x' } }, 'input:invalid'],
    ['a role nobody knows', { do: 'add_contact', name: 'X', role: 'wizard' }, 'input:invalid'],
    ['what is so already', { do: 'set', field: 'city', value: 'Pattaya' }, 'input:invalid'],
    ['a part that is not there', { do: 'remove_units', names: ['Lobby'] }, 'input:invalid'],
  ])('is refused for %s', async (_what, step, code) => {
    await expect(space.as(space.manager, (ctx) => propose(ctx, [step]))).rejects.toMatchObject({ code });
  });

  it(
    'brings the time zone of another city with it, unless a person set one',
    trying(async (ctx) => {
      await change(ctx, { do: 'set', field: 'city', value: 'Berlin' });
      expect(await readCustomer(ctx, customerId)).toMatchObject({
        timeZone: 'Europe/Berlin',
        inferred: { time_zone: { reason: 'the city is Berlin' } },
      });
      await change(ctx, { do: 'set', field: 'time_zone', value: 'Asia/Tokyo' });
      await change(ctx, { do: 'set', field: 'city', value: 'Bangkok' });
      expect(await readCustomer(ctx, customerId)).toMatchObject({ timeZone: 'Asia/Tokyo', city: 'Bangkok' });
    }),
  );

  it(
    'outlives every later import, and so does who left',
    trying(async (ctx) => {
      await change(ctx, ...GM, { do: 'set', field: 'name', value: 'Hilton Pattaya Beach' });
      await change(ctx, { do: 'set', field: 'city', value: 'Rayong' }, { do: 'set_units', names: ['Shore'] });
      const csv = [
        'Name,City,Zone names,General Manager,General Manager email,Tier',
        'Hilton Pattaya,Bangkok,"Edge, Lobby",Rudolf Troestler,rudolf@example.com,Gold',
      ].join('\n');
      const files = [{ name: 'book.csv', bytes: new TextEncoder().encode(csv) }];
      await importFiles(ctx, { files, normalise: normaliseAddress });
      const card = await readCustomer(ctx, customerId);
      expect(card).toMatchObject({
        name: 'Hilton Pattaya Beach',
        city: 'Rayong',
        units: ['Shore'],
        tier: 'Gold',
      });
      expect(card.contacts.map(({ name, hasLeft }) => [name, hasLeft])).toEqual([
        ['Rudolf Troestler', true],
        ['Jane Doe', false],
      ]);
    }),
  );

  it(
    'stands in the history with who and why, and in the timeline',
    trying(async (ctx) => {
      await change(ctx, { do: 'set', field: 'city', value: 'Rayong' });
      await addNote(ctx, { customerId, text: 'Prefers calls after ten' });
      const [entry] = await readHistory(ctx, customerId);
      expect(entry).toMatchObject({
        ...{ field: 'city', before: 'Pattaya', after: 'Rayong', by: space.manager.name, contact: null },
        why: 'Rudolf left, Jane Doe is the new GM',
      });
      const { entries, next } = await readTimeline(ctx, { customerId, limit: 50 });
      expect(entries.map(({ kind, detail, by }) => [kind, detail, by])).toEqual([
        ['change', 'Pattaya → Rayong (Rudolf left, Jane Doe is the new GM)', space.manager.name],
        ['note', 'Prefers calls after ten', space.manager.name],
      ]);
      expect(next).toBeNull();
    }),
  );
});
