import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addresses,
  CORRECTED,
  consents,
  contacts,
  contracts,
  customers,
  units,
} from '../../../db/schema/index.ts';
import { ENTRY, openImportWorkspace } from '../../../test/import-workspace.ts';
import { importReport } from './report.ts';

let space: Awaited<ReturnType<typeof openImportWorkspace>>;
beforeAll(async () => {
  space = await openImportWorkspace();
});
afterAll(() => space.close());
beforeEach(() => space.clear());

describe('an entry of a venue book', () => {
  it('becomes a customer with everything that it says, its source and what was inferred', async () => {
    const report = await space.load(ENTRY);
    expect(importReport.parse(report)).toMatchObject({
      created: 1,
      inReview: 0,
      flagged: 0,
      contacts: 2,
      consents: 3,
    });
    const customer = await space.one('Hilton Andaman Pattaya');
    expect(customer).toMatchObject({
      type: 'Hotel',
      city: 'Pattaya',
      country: 'TH',
      timeZone: 'Asia/Bangkok',
      status: 'active',
      attributes: {
        platform: 'Soundtrack Your Brand',
        hardware: 'Soundtrack Player Boxes',
        account_id: 'QWNjb3VudC0x',
      },
      notes: 'Drift Bar music also plays in the Lobby',
      inferred: {
        brand: { reason: '"Hilton" in the name', confidence: 0.95 },
        city: { reason: '"Pattaya" in the name, a place in Thailand' },
      },
    });
    expect(customer.source).toMatchObject({ file: 'book.md', line: 4 });
    expect(customer.source?.text).toMatch(
      /^### Hilton Andaman Pattaya\n- \*\*Business Type\*\*[\s\S]*in the Lobby$/,
    );
    const [contract] = await space.system((ctx) => ctx.tx.select().from(contracts));
    expect(contract).toMatchObject({
      startsOn: '2026-11-01',
      endsOn: '2027-10-31',
      unitCount: 4,
      pricePerUnitMinor: 1_200_000,
      currency: 'THB',
    });
    const zones = await space.system((ctx) => ctx.tx.select().from(units).orderBy(units.position));
    expect(zones.map(({ name }) => name)).toEqual(['Drift Bar', 'Edge', 'Horizon', 'Shore']);
  });

  it('brings its people with roles, addresses on each channel, and what they consented to', async () => {
    await space.load(ENTRY);
    const people = await space.system((ctx) => ctx.tx.select().from(contacts).orderBy(contacts.position));
    expect(people.map(({ role, name, preferredChannel }) => [role, name, preferredChannel])).toEqual([
      ['general_manager', 'Arthit Sample', 'whatsapp'],
      ['it', 'Mali Example', null],
    ]);
    const found = await space.system((ctx) => ctx.tx.select().from(addresses));
    expect(found.map(({ channel, normalised }) => `${channel} ${normalised}`).toSorted()).toEqual([
      'email arthit@example.com',
      'email mali@example.com',
      'line U0123456789abcdef0123456789abcdef',
      'whatsapp +66900000001',
    ]);
    const said = await space.system((ctx) =>
      ctx.tx.select().from(consents).where(eq(consents.contactId, people[0]!.id)),
    );
    expect(said).toHaveLength(3);
    expect(said[0]).toMatchObject({
      purpose: 'marketing',
      state: 'granted',
      source: 'book.md, line 17',
      evidence: 'yes, 2026-03-01 (welcome form)',
      at: new Date('2026-02-28T17:00:00Z'),
    });
  });

  it('is all there already when it comes again, and changes where the file changed', async () => {
    await space.load(ENTRY);
    const before = await space.one('Hilton Andaman Pattaya');
    expect(await space.load(ENTRY)).toMatchObject({ created: 0, updated: 0, unchanged: 1, consents: 0 });
    const moved = ENTRY.replace('2027-10-31', '2027-12-31')
      .replace('Edge, ', 'Edge, Cove, ')
      .replace('Zone Count**: 4', 'Zone Count**: 5');
    expect(await space.load(moved)).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
    expect((await space.one('Hilton Andaman Pattaya')).id).toBe(before.id);
    const counts = await space.system(async (ctx) => [
      await ctx.tx.$count(customers),
      await ctx.tx.$count(contracts),
      await ctx.tx.$count(contacts),
      await ctx.tx.$count(addresses),
      await ctx.tx.$count(units),
    ]);
    expect(counts).toEqual([1, 1, 2, 4, 5]);
  });

  it('gets a second contract when a renewal follows, and keeps the first', async () => {
    await space.load(ENTRY);
    await space.load(ENTRY.replace('2027-10-31', '2028-10-31').replace('2026-11-01', '2027-11-01'));
    const terms = await space.system((ctx) => ctx.tx.select().from(contracts).orderBy(contracts.endsOn));
    expect(terms.map(({ endsOn }) => endsOn)).toEqual(['2027-10-31', '2028-10-31']);
  });

  it('loses nothing to a later file that says less', async () => {
    await space.load(ENTRY);
    await space.load('### HILTON ANDAMAN PATTAYA\n- **Contract End**: —\n- **Zone Names**: —\n');
    expect(await space.one('HILTON ANDAMAN PATTAYA')).toMatchObject({ type: 'Hotel', city: 'Pattaya' });
    const [contract] = await space.system((ctx) => ctx.tx.select().from(contracts));
    expect(contract?.endsOn).toBe('2027-10-31');
    expect(await space.system((ctx) => ctx.tx.$count(units))).toBe(4);
  });

  it('never overwrites what a person corrected, nor brings back what a person discarded', async () => {
    await space.load(`${ENTRY}\n### Malaysia\n- **Zone Count**: —\n`);
    const mark = { reason: CORRECTED, confidence: 1 };
    await space.system(async (ctx) => {
      await ctx.tx
        .update(customers)
        .set({
          city: 'Jomtien',
          type: 'Beach Club',
          inferred: { city: mark, type: mark, contract_end: mark },
        })
        .where(eq(customers.name, 'Hilton Andaman Pattaya'));
      await ctx.tx.update(customers).set({ status: 'discarded' }).where(eq(customers.name, 'Malaysia'));
    });
    const report = await space.load(
      `${ENTRY.replace('2027-10-31', '2029-01-01')}\n### Malaysia\n- **Zone Count**: 3\n`,
    );
    expect(await space.one('Hilton Andaman Pattaya')).toMatchObject({
      city: 'Jomtien',
      type: 'Beach Club',
      inferred: { city: mark },
    });
    expect((await space.one('Malaysia')).status).toBe('discarded');
    expect(report.items.map(({ outcome }) => outcome)).toContain('discarded');
    const [contract] = await space.system((ctx) => ctx.tx.select().from(contracts));
    expect(contract?.endsOn).toBe('2027-10-31');
  });

  it('marks somebody as gone whose post has a new name, and keeps who only got an address', async () => {
    await space.load(ENTRY);
    await space.load(
      ENTRY.replace('Arthit Sample', 'Nok Example')
        .replace('Arthit@', 'nok@')
        .replace('090 000 0001', '—')
        .replace(/ {2}- LINE.*\n/, ''),
    );
    const people = await space.system((ctx) => ctx.tx.select().from(contacts));
    const gone = people.filter(({ leftAt }) => leftAt !== null).map(({ name }) => name);
    expect([gone, people.length]).toEqual([['Arthit Sample'], 3]);
  });
});
