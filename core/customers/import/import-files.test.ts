import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addresses,
  consents,
  contacts,
  contracts,
  customers,
  imports,
  reviewItems,
  suppressions,
  units,
} from '../../../db/schema/index.ts';
import { applyKit } from '../../../db/seed/apply-kit.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../test/workspace.ts';
import { importFiles } from './import-files.ts';
import { CORRECTED } from './merge-values.ts';
import { importReport } from './report.ts';

let space: TestWorkspace;
beforeAll(async () => {
  space = await openTestWorkspace();
  await space.system(applyKit);
});
afterAll(() => space.close());
// The ledger of consents is append-only for everybody but the database's owner.
beforeEach(async () => {
  const { owner } = space.database;
  for (const table of [consents, suppressions, imports, customers]) await owner.delete(table);
});

const file = (text: string | Uint8Array, name = 'book.md') => ({
  name,
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
});
const load = (text: string, name?: string) =>
  space.system((ctx) => importFiles(ctx, { files: [file(text, name)] }));
const all = () => space.system((ctx) => ctx.tx.select().from(customers).orderBy(customers.name));
const one = async (name: string) => {
  const row = (await all()).find((customer) => customer.name === name);
  if (!row) throw new Error(`no ${name}`);
  return row;
};
const reasons = async () =>
  (await space.system((ctx) => ctx.tx.select().from(reviewItems))).map(({ reason }) => reason);

const ENTRY = `# Venue Database
## Venue Information

### Hilton Andaman Pattaya
- **Business Type**: Hotel
- **Zone Count**: 4
- **Zone Names**: Drift Bar, Edge, Horizon, Shore
- **Music Platform**: SYB (Multi)
- **Annual Price per Zone**: THB 12,000
- **Currency**: THB
- **Contract Start**: 2026-11-01
- **Contract End**: 2027-10-31
- **Soundtrack Account ID**: QWNjb3VudC0x
- **Hardware Type**: Soundtrack Player Boxes

#### Contacts
- **General Manager**: Arthit Sample
  - Email: Arthit@Example.com
  - Phone: 090 000 0001
  - LINE ID: U0123456789abcdef0123456789abcdef
  - Preferred Contact: WhatsApp
  - Marketing Consent: yes, 2026-03-01 (welcome form)
  - Notes: Decision maker for renewals

- **Purchasing Manager**: —
  - Email: —
  - Phone: -

#### IT Manager
- Name: Mali Example
- Email: mali@example.com

#### Issue History
- No recorded issues yet.

#### Special Notes
- Drift Bar music also plays in the Lobby

---
`;

describe('an entry of a venue book', () => {
  it('becomes a customer with everything that it says, its source and what was inferred', async () => {
    const report = await load(ENTRY);
    expect(importReport.parse(report)).toMatchObject({
      created: 1,
      inReview: 0,
      flagged: 0,
      contacts: 2,
      consents: 3,
    });
    const customer = await one('Hilton Andaman Pattaya');
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
    await load(ENTRY);
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
    await load(ENTRY);
    const before = await one('Hilton Andaman Pattaya');
    expect(await load(ENTRY)).toMatchObject({ created: 0, updated: 0, unchanged: 1, consents: 0 });
    const moved = ENTRY.replace('2027-10-31', '2027-12-31')
      .replace('Edge, ', 'Edge, Cove, ')
      .replace('Zone Count**: 4', 'Zone Count**: 5');
    expect(await load(moved)).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
    expect((await one('Hilton Andaman Pattaya')).id).toBe(before.id);
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
    await load(ENTRY);
    await load(ENTRY.replace('2027-10-31', '2028-10-31').replace('2026-11-01', '2027-11-01'));
    const terms = await space.system((ctx) => ctx.tx.select().from(contracts).orderBy(contracts.endsOn));
    expect(terms.map(({ endsOn }) => endsOn)).toEqual(['2027-10-31', '2028-10-31']);
  });

  it('loses nothing to a later file that says less', async () => {
    await load(ENTRY);
    await load('### HILTON ANDAMAN PATTAYA\n- **Contract End**: —\n- **Zone Names**: —\n');
    expect(await one('HILTON ANDAMAN PATTAYA')).toMatchObject({ type: 'Hotel', city: 'Pattaya' });
    const [contract] = await space.system((ctx) => ctx.tx.select().from(contracts));
    expect(contract?.endsOn).toBe('2027-10-31');
    expect(await space.system((ctx) => ctx.tx.$count(units))).toBe(4);
  });

  it('never overwrites what a person corrected, nor brings back what a person discarded', async () => {
    await load(`${ENTRY}\n### Malaysia\n- **Zone Count**: —\n`);
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
    const report = await load(
      `${ENTRY.replace('2027-10-31', '2029-01-01')}\n### Malaysia\n- **Zone Count**: 3\n`,
    );
    expect(await one('Hilton Andaman Pattaya')).toMatchObject({
      city: 'Jomtien',
      type: 'Beach Club',
      inferred: { city: mark },
    });
    expect((await one('Malaysia')).status).toBe('discarded');
    expect(report.items.map(({ outcome }) => outcome)).toContain('discarded');
    const [contract] = await space.system((ctx) => ctx.tx.select().from(contracts));
    expect(contract?.endsOn).toBe('2027-10-31');
  });

  it('marks somebody as gone whose post has a new name, and keeps who only got an address', async () => {
    await load(ENTRY);
    await load(
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

describe('what looks wrong', () => {
  const entry = (name: string, fields: Record<string, string> = {}) =>
    `### ${name}\n- **Business Type**: ${fields['Business Type'] ?? 'Hotel'}\n${Object.entries(fields)
      .filter(([label]) => label !== 'Business Type')
      .map(([label, value]) => `- **${label}**: ${value}\n`)
      .join('')}`;

  it.each<[string, Record<string, string>]>([
    ['type_is_other', { 'Business Type': 'Mini PC' }],
    ['missing_type', { 'Business Type': '—' }],
    ['unknown_type', { 'Business Type': 'Spaceship' }],
    ['uncertain_type', { 'Business Type': 'Shopping Mall?' }],
    ['unit_mismatch', { 'Zone Count': '3', 'Zone Names': 'Lobby, Bar' }],
    ['unknown_value', { 'Music Platform': 'Gramophone' }],
    ['impossible_date', { 'Contract End': '2026-02-30' }],
    ['ends_before_start', { 'Contract Start': '2026-05-01', 'Contract End': '2026-01-01' }],
    ['one_day_term', { 'Contract Start': '2026-05-01', 'Contract End': '2026-05-01' }],
    ['bad_number', { 'Zone Count': 'a few' }],
    ['bad_price', { 'Annual Price per Zone': 'THB 500 per month' }],
    ['unknown_brand', { Brand: 'Nobody Inns' }],
    ['unknown_country', { Country: 'Narnia' }],
    ['unknown_owner', { 'Account Manager': 'Nobody' }],
    ['unread_field', { 'Favourite Colour': 'blue' }],
  ])('is flagged as %s and stays in', async (reason, fields) => {
    const report = await load(entry('Lantern House', fields));
    expect(await reasons()).toEqual([reason]);
    expect(report).toMatchObject({ inReview: 0, flagged: 1 });
    expect((await one('Lantern House')).status).toBe('active');
  });

  it('leaves an impossible date unknown, and closes the flag when the file puts it right', async () => {
    await load(entry('Lantern House', { 'Contract End': '2026-02-30', 'Contract Start': '2025-03-01' }));
    const end = async () => (await space.system((ctx) => ctx.tx.select().from(contracts)))[0]?.endsOn;
    expect(await end()).toBeNull();
    await load(entry('Lantern House', { 'Contract End': '2026-02-28', 'Contract Start': '2025-03-01' }));
    expect(await end()).toBe('2026-02-28');
    const items = await space.system((ctx) => ctx.tx.select().from(reviewItems));
    expect(items.map(({ status }) => status)).toEqual(['discarded']);
  });

  it('keeps headings that are no customers, joined sites and duplicates out of audiences', async () => {
    const report = await load(
      [
        'Qatar',
        'cancelled',
        'East Inn; West Inn',
        'Lantern House',
        'The Lantern House Hotel',
        'lantern house',
      ]
        .map((name) => entry(name))
        .join('\n'),
    );
    expect(report).toMatchObject({
      created: 6,
      inReview: 5,
      reasons: { duplicate: 2, not_a_customer: 2, joined_sites: 1 },
    });
    const rows = await all();
    expect(rows.filter(({ status }) => status === 'active').map(({ name }) => name)).toEqual([
      'Lantern House',
    ]);
    expect(rows.filter(({ brandId }) => brandId !== null)).toEqual([]);
  });

  it('notices that an entry is there already from another file', async () => {
    await load(entry('Lantern House'));
    await load(entry('The Lantern House'), 'other.md');
    expect((await one('The Lantern House')).status).toBe('review');
    expect((await one('Lantern House')).status).toBe('active');
  });

  it('is plain data when it looks like code', async () => {
    const names = [
      "Robert'); drop table customers;--",
      '{{ contact.name }} Bar',
      '<img src=x onerror=alert(1)> Café',
      '#{process.exit(1)}',
      '=cmd|calc',
      'ชื่อไทย 🎵',
    ];
    await load(names.map((name) => entry(name)).join('\n'));
    expect((await all()).map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  });

  it('of an address is told, never half taken', async () => {
    await load(`${entry('Lantern House', { Country: 'Thailand' })}
#### Contacts
- **General Manager**: Kim Example
  - Email: kim at example
  - Phone: 12
  - LINE: kim the tall one
  - Marketing Consent: perhaps
- **Chief Juggler**: Pat Example
`);
    expect((await reasons()).toSorted()).toEqual([
      'bad_email',
      'bad_line',
      'bad_phone',
      'unclear_consent',
      'unknown_role',
    ]);
    expect(await space.system((ctx) => ctx.tx.$count(addresses))).toBe(0);
    expect(await space.system((ctx) => ctx.tx.$count(consents))).toBe(0);
  });
});

describe('a CSV', () => {
  const CSV = `\uFEFFCompany;Name;Job Title;E-mail;Phone;City;Type;Zones;Contract end;Annual price;Currency;Marketing consent;Consent date;Tags
Lantern House;Kim Example;General Manager;kim@example.com;+66 90 000 0002;Hua Hin;Hotel;3;31.10.2027;12,000;THB;yes;2026-01-05;key account, pilot
Lantern House;Pat Example;IT;pat@example.com;;;;;;;;no;;
"Harbour; Bar";;;bar@example.com;;Lyon;Pub;;;;;;;
`;

  it('is read through the registry, with its delimiter, its mark and its rows per contact', async () => {
    const report = await load(CSV, 'sites.csv');
    expect(report).toMatchObject({ files: [{ kind: 'csv', entries: 2 }], created: 2, contacts: 3 });
    expect(await one('Lantern House')).toMatchObject({
      city: 'Hua Hin',
      country: 'TH',
      timeZone: 'Asia/Bangkok',
      type: 'Hotel',
      tags: ['key account', 'pilot'],
      inferred: { country: { reason: 'the city Hua Hin' } },
      source: { file: 'sites.csv', line: 2 },
    });
    expect(await one('Harbour; Bar')).toMatchObject({ type: 'Bar', country: 'FR' });
    const [contract] = await space.system((ctx) => ctx.tx.select().from(contracts));
    expect(contract).toMatchObject({ endsOn: '2027-10-31', unitCount: 3, pricePerUnitMinor: 1_200_000 });
    const said = await space.system((ctx) =>
      ctx.tx.select({ state: consents.state, channel: consents.channel }).from(consents),
    );
    expect(said.map(({ state, channel }) => `${state} ${channel}`).toSorted()).toEqual([
      'granted email',
      'granted whatsapp',
      'withdrawn email',
    ]);
  });

  it('is found again and is not doubled; rows that disagree are a duplicate', async () => {
    await load(CSV, 'sites.csv');
    expect(await load(CSV, 'sites.csv')).toMatchObject({ created: 0, updated: 0, unchanged: 2, consents: 0 });
    const report = await load('Customer,City\nOak Inn,Lyon\nOak Inn,Paris\n', 'more.csv');
    expect(report).toMatchObject({ created: 2, inReview: 1, reasons: { duplicate: 1 } });
  });

  it('brings a customer by its own id, whatever it is called meanwhile', async () => {
    await load('Customer ID,Customer,City\n7,Oak Inn,Lyon\n', 'a.csv');
    await load('Customer ID,Customer,City\n7,The New Oak,Lyon\n', 'a.csv');
    expect((await all()).map(({ name }) => name)).toEqual(['The New Oak']);
  });

  it('finds by name what came without an id before', async () => {
    await load('Customer,City\nOak Inn,Lyon\n', 'a.csv');
    const report = await load('Customer ID,Customer,Tier\n7,Oak Inn,Gold\n', 'b.csv');
    expect(report).toMatchObject({ created: 0, updated: 1, inReview: 0 });
    expect(await all()).toMatchObject([{ name: 'Oak Inn', city: 'Lyon', tier: 'Gold' }]);
  });

  it('takes columns that belong to one role, and suppresses who opted out', async () => {
    await load(
      'Customer,General Manager,General Manager Email,IT Manager Email,Unsubscribed\nOak Inn,Kim,gm@example.com,it@example.com,\nElm Inn,,,,\n',
      'b.csv',
    );
    const people = await space.system((ctx) => ctx.tx.select().from(contacts));
    expect(people.map(({ role, name }) => [role, name])).toEqual([
      ['general_manager', 'Kim'],
      ['it', null],
    ]);
    await load('Customer,Name,Email,Opted out\nAsh Inn,Lee,lee@example.com,yes\n', 'c.csv');
    const stops = await space.system((ctx) => ctx.tx.select().from(suppressions));
    expect(stops.map(({ scope, source }) => [scope, source])).toEqual([['all', 'c.csv, line 2']]);
  });
});

describe('a file that cannot be taken', () => {
  const refused = async (bytes: string | Uint8Array, name: string) => {
    const work = space.system((ctx) =>
      importFiles(ctx, { files: [file(ENTRY, 'good.md'), file(bytes, name)] }),
    );
    const error = await work.then(
      () => null,
      (problem: unknown) => problem,
    );
    expect(await all()).toEqual([]);
    return error;
  };

  it.each<[string, string | Uint8Array, string, object]>([
    ['empty', '', 'a.md', { code: 'import:empty' }],
    ['blank', ' \n\n', 'a.csv', { code: 'import:empty' }],
    ['a book without entries', '# Book\n\nnothing\n', 'a.md', { code: 'import:empty' }],
    ['a CSV with only a header', 'Name,City\n', 'a.csv', { code: 'import:empty' }],
    [
      'a CSV without names',
      'Colour,Size\nred,1\n',
      'a.csv',
      { code: 'import:unreadable', where: { line: 1 } },
    ],
    ['broken quotes', 'Name,City\n"Oak Inn,Lyon\n', 'a.csv', { code: 'import:unreadable' }],
    ['prose', 'Dear team, hello\n', 'a.txt', { code: 'import:unreadable' }],
    [
      'binary',
      new Uint8Array([65, 10, 66, 0, 1, 2, 3]),
      'a.md',
      { code: 'import:unreadable', where: { line: 2 } },
    ],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'a.xlsx', { code: 'import:unreadable' }],
    [
      'Latin-1',
      new Uint8Array([0x23, 10, 0x43, 0x61, 0x66, 0xe9, 10]),
      'a.csv',
      { code: 'import:unreadable', where: { line: 2 } },
    ],
    ['200 MB', new Uint8Array(200 * 2 ** 20), 'a.md', { code: 'import:too_large' }],
  ])('(%s) is refused with what to do, and nothing is written', async (_, bytes, name, expected) => {
    expect(await refused(bytes, name)).toMatchObject({ ...expected, nextStep: expect.any(String) });
  });

  it('is refused to somebody who may not import', async () => {
    const viewer = await space.person('viewer');
    const work = space.as(viewer, (ctx) => importFiles(ctx, { files: [file(ENTRY)] }));
    await expect(work).rejects.toMatchObject({ code: 'auth:forbidden' });
  });

  it('reads UTF-16 with its mark', async () => {
    const utf16 = Buffer.from(`\uFEFF${ENTRY}`, 'utf16le');
    await space.system((ctx) => importFiles(ctx, { files: [file(new Uint8Array(utf16))] }));
    expect(await all()).toHaveLength(1);
  });
});

it('is one transaction: what fails later takes the import with it', async () => {
  const work = space.system(async (ctx) => {
    await importFiles(ctx, { files: [file(ENTRY)] });
    await ctx.tx.execute(sql`select 1 / 0`);
  });
  await expect(work).rejects.toThrow();
  expect(await all()).toEqual([]);
});
