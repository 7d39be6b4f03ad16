import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contactRows } from '../../../db/queries/audience-recipients.ts';
import {
  consents,
  contacts,
  contracts,
  customerFacts,
  customers,
  suppressions,
} from '../../../db/schema/index.ts';
import { importFile, openImportWorkspace } from '../../../test/import-workspace.ts';
import { readCustomer } from '../read-customer.ts';
import { BATCH } from './import-batch.ts';
import { importFiles } from './import-files.ts';

let space: Awaited<ReturnType<typeof openImportWorkspace>>;
beforeAll(async () => {
  space = await openImportWorkspace();
});
afterAll(() => space.close());
beforeEach(() => space.clear());

describe('a CSV', () => {
  const CSV = `\uFEFFCompany;Name;Job Title;E-mail;Phone;City;Type;Zones;Contract end;Annual price;Currency;Marketing consent;Consent date;Tags
Lantern House;Kim Example;General Manager;kim@example.com;+66 90 000 0002;Hua Hin;Hotel;3;31.10.2027;12,000;THB;yes;2026-01-05;key account, pilot
Lantern House;Pat Example;IT;pat@example.com;;;;;;;;no;;
"Harbour; Bar";;;bar@example.com;;Lyon;Pub;;;;;;;
`;

  it("reads a price under the tenant's own word for a part", async () => {
    await space.load(
      'Name,Zones,Contract end,price_per_zone,Currency\nLantern House,3,2027-10-31,12000,THB\n',
      'p.csv',
    );
    const [contract] = await space.system((ctx) => ctx.tx.select().from(contracts));
    expect(contract).toMatchObject({ pricePerUnitMinor: 1_200_000, currency: 'THB' });
  });

  it('lets region and language be inferred, and never writes an inferred language down as a contact’s own', async () => {
    await space.load(
      'Name,Country,Language,Contact name,Contact language\nOak Inn,Thailand,,Kim,\nElm Inn,Thailand,English,Lee,\nAsh Inn,Switzerland,,Jo,French\n',
      'l.csv',
    );
    const card = async (name: string) => {
      const { id } = await space.one(name);
      return space.system((ctx) => readCustomer(ctx, id));
    };
    const because = { reason: 'Thai is the language of Thailand', confidence: 0.8 };
    expect(await card('Oak Inn')).toMatchObject({
      region: 'Southeast Asia',
      locale: 'th',
      inferred: { locale: because, region: { reason: 'Thailand is in Southeast Asia', confidence: 1 } },
      contacts: [{ language: null, likelyLanguage: { language: 'th', ...because } }],
    });
    const stated = await card('Elm Inn');
    expect(stated).toMatchObject({
      locale: 'en',
      contacts: [
        { language: null, likelyLanguage: { language: 'en', reason: 'the language of the customer' } },
      ],
    });
    expect(stated.inferred).not.toHaveProperty('locale');
    expect(await card('Ash Inn')).toMatchObject({
      region: 'Western Europe',
      locale: null,
      contacts: [{ language: 'fr', likelyLanguage: null }],
    });
    const people = [stated.id, (await space.one('Oak Inn')).id];
    const { rows } = await space.system((ctx) =>
      ctx.tx.execute<{ language: string | null }>(
        contactRows({ customerIds: people, channels: ['email'], purpose: 'service', asksEarlier: false }),
      ),
    );
    expect(rows.map(({ language }) => language).toSorted()).toEqual(['en', null]);
  });

  it('is read through the registry, with its delimiter, its mark and its rows per contact', async () => {
    const report = await space.load(CSV, 'sites.csv');
    expect(report).toMatchObject({ files: [{ kind: 'csv', entries: 2 }], created: 2, contacts: 3 });
    expect(await space.one('Lantern House')).toMatchObject({
      city: 'Hua Hin',
      country: 'TH',
      timeZone: 'Asia/Bangkok',
      type: 'Hotel',
      tags: ['key account', 'pilot'],
      inferred: { country: { reason: 'the city Hua Hin' } },
      source: { file: 'sites.csv', line: 2 },
    });
    expect(await space.one('Harbour; Bar')).toMatchObject({ type: 'Bar', country: 'FR' });
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
    await space.load(CSV, 'sites.csv');
    expect(await space.load(CSV, 'sites.csv')).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
      consents: 0,
    });
    const report = await space.load('Customer,City\nOak Inn,Lyon\nOak Inn,Paris\n', 'more.csv');
    expect(report).toMatchObject({ created: 2, inReview: 1, reasons: { duplicate: 1 } });
  });

  it('tells namesakes apart however many there are, over two batches, and finds each of them again', async () => {
    const oaks = Array(6).fill('Oak Inn');
    const others = Array.from({ length: BATCH - 2 }, (_, at) => `House ${at}`);
    const csv = `Name,Type\n${[...oaks, ...others, ...oaks].map((name) => `${name},Hotel`).join('\n')}\n`;
    const all = BATCH + 10;
    expect(await space.load(csv, 'n.csv')).toMatchObject({ created: all, reasons: { duplicate: 11 } });
    const keys = (await space.all())
      .filter(({ name }) => name === 'Oak Inn')
      .map(({ importKey }) => importKey);
    expect(keys.toSorted()).toEqual(
      ['oak inn', ...Array.from({ length: 11 }, (_, at) => `oak inn#${at + 2}`)].toSorted(),
    );
    expect(await space.load(csv, 'n.csv')).toMatchObject({ created: 0, updated: 0, unchanged: all });
  });

  it('gives the only address of a row to its only person, and a row that stands twice brings nobody twice', async () => {
    const row = 'Oak Inn,Krabi,Rudolf Sample,rudolf@example.com\n';
    await space.load(`Customer,City,GM,Email\n${row}${row}Elm Inn,Krabi,,front@example.com\n`, 'g.csv');
    const people = async (name: string) => {
      const { id } = await space.one(name);
      const card = await space.system((ctx) => readCustomer(ctx, id));
      return card.contacts.map(({ role, name: who, addresses }) => [role, who, addresses.length]);
    };
    expect(await people('Oak Inn')).toEqual([['general_manager', 'Rudolf Sample', 1]]);
    expect(await people('Elm Inn')).toEqual([['other', null, 1]]);
  });

  it('brings a customer by its own id, whatever it is called meanwhile', async () => {
    await space.load('Customer ID,Customer,City\n7,Oak Inn,Lyon\n', 'a.csv');
    await space.load('Customer ID,Customer,City\n7,The New Oak,Lyon\n', 'a.csv');
    expect((await space.all()).map(({ name }) => name)).toEqual(['The New Oak']);
  });

  it('finds by name what came without an id before', async () => {
    await space.load('Customer,City\nOak Inn,Lyon\n', 'a.csv');
    const report = await space.load('Customer ID,Customer,Tier\n7,Oak Inn,Gold\n', 'b.csv');
    expect(report).toMatchObject({ created: 0, updated: 1, inReview: 0 });
    expect(await space.all()).toMatchObject([{ name: 'Oak Inn', city: 'Lyon', tier: 'Gold' }]);
  });

  it('takes columns that belong to one role, and suppresses who opted out', async () => {
    await space.load(
      'Customer,General Manager,General Manager Email,IT Manager Email,Unsubscribed\nOak Inn,Kim,gm@example.com,it@example.com,\nElm Inn,,,,\n',
      'b.csv',
    );
    const people = await space.system((ctx) => ctx.tx.select().from(contacts));
    expect(people.map(({ role, name }) => [role, name])).toEqual([
      ['general_manager', 'Kim'],
      ['it', null],
    ]);
    await space.load('Customer,Name,Email,Opted out\nAsh Inn,Lee,lee@example.com,yes\n', 'c.csv');
    const stops = await space.system((ctx) => ctx.tx.select().from(suppressions));
    expect(stops.map(({ scope, source }) => [scope, source])).toEqual([['all', 'c.csv, line 2']]);
  });

  it('brings nobody back who was merged into another, by name or by the id of an export', async () => {
    await space.load('Name,City\nOak Inn,Lyon\nElm Inn,Lyon\n', 'a.csv');
    const [oak, elm] = [await space.one('Oak Inn'), await space.one('Elm Inn')];
    await space.system(({ tx }) =>
      tx.update(customers).set({ status: 'merged', mergedIntoId: oak.id }).where(eq(customers.id, elm.id)),
    );
    for (const row of ['Elm Inn,', `Elm House,${elm.id}`]) {
      const report = await space.load(`Name,Customer ID,Tier\n${row},gold\n`, 'b.csv');
      expect(report.items).toMatchObject([{ outcome: 'discarded', customerId: elm.id }]);
    }
    expect((await space.all()).map(({ name, status, tier }) => [name, status, tier])).toEqual([
      ['Elm Inn', 'merged', null],
      ['Oak Inn', 'active', null],
    ]);
  });

  it('leaves for filters what writing row by row would have left, and the triggers at work', async () => {
    const facts = () =>
      space.system(({ tx }) => tx.select().from(customerFacts).orderBy(customerFacts.customerId));
    const head = 'Name,City,Zones,Zone names,Contract start,Contract end,Tags\n';
    await space.load(
      `${head}Oak Inn,Lyon,3,"Bar, Lobby",2025-01-01,2025-12-31,a\nElm Inn,Lyon,,,,,\nAsh Inn,Lyon,,,2026-01-01,,\n`,
      'f.csv',
    );
    await space.load(
      `${head}Oak Inn,Lyon,4,"Bar, Pool, Spa",2026-01-01,2026-12-31,b\nElm Inn,Lyon,,Hall,,2027-01-01,\n`,
      'f.csv',
    );
    const after = await facts();
    expect(after).toMatchObject([
      { name: 'oak inn', endsOn: '2026-12-31', unitCount: 4, named: 3, tags: ['b'] },
      { name: 'elm inn', endsOn: '2027-01-01', unitCount: 1, named: 1, startsOn: null },
      { name: 'ash inn', startsOn: '2026-01-01', unitCount: null, named: null },
    ]);
    await space.database.owner.execute(sql`delete from customer_facts`);
    await space.system(async ({ tx }) => {
      await tx.execute(sql`update customers set name = name`);
      await tx.execute(sql`update contracts set status = status`);
      await tx.execute(sql`update units set name = name`);
    });
    expect(await facts()).toEqual(after);

    await space.system(async (ctx) => {
      await importFiles(ctx, { files: [importFile(`${head}Oak Inn,Lyon,5,,2026-01-01,,\n`, 'c.csv')] });
      await ctx.tx.update(contracts).set({ unitCount: 9 }).where(eq(contracts.unitCount, 5));
    });
    expect((await facts())[0]).toMatchObject({ unitCount: 9 });
  });
});
