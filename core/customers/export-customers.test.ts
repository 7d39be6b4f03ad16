import { afterAll, beforeAll, expect, it } from 'vitest';
import { addresses, contacts, contracts, units } from '../../db/schema/index.ts';
import { ENTRY, openImportWorkspace } from '../../test/import-workspace.ts';
import { exportCsv } from './export-customers.ts';

let space: Awaited<ReturnType<typeof openImportWorkspace>>;
beforeAll(async () => {
  space = await openImportWorkspace();
});
afterAll(() => space.close());

const written = () =>
  space.system(async (ctx) => {
    let text = '';
    for await (const piece of exportCsv(ctx)) text += piece;
    return text;
  });
const values = async () => {
  const rows = await space.all();
  const more = await space.system(async ({ tx }) => ({
    contracts: await tx.select().from(contracts).orderBy(contracts.id),
    units: (await tx.select().from(units)).map(({ name }) => name).toSorted(),
    contacts: await tx.select().from(contacts).orderBy(contacts.id),
    addresses: await tx.select().from(addresses).orderBy(addresses.id),
  }));
  return { ...more, customers: rows.map(({ source, importId, updatedAt, ...row }) => row) };
};

it('gives back what came in: importing it again changes no value, and no cell is a formula', async () => {
  await space.load(ENTRY);
  await space.load(
    `Customer ID,Customer,City,Tags,Notes,Name,Email,Contact notes\n7,"Oak, Inn",Lyon,"a, b","says ""hello""\nthere",Kim,kim@example.com,"=cmd|' /C calc'!A0"\n7,"Oak, Inn",,,,Lee,lee@example.com,@sum(1)\n`,
    'a.csv',
  );
  const before = await values();
  const text = await written();
  expect(text).not.toMatch(/(^|[,"\n])[=@]/m);
  await space.load(text, 'export.csv');
  expect(await values()).toEqual(before);
  expect(await written()).toBe(text);
});
