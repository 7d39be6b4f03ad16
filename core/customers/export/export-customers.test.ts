import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addresses,
  CORRECTED,
  consents,
  contacts,
  contracts,
  customers,
  reviewItems,
  suppressions,
  units,
} from '../../../db/schema/index.ts';
import { ENTRY, openImportWorkspace } from '../../../test/import-workspace.ts';
import { addField } from '../../fields/registry.ts';
import { importFiles } from '../import/import-files.ts';
import { EXPORT_FORMATS, type ExportFormat, exportCustomers } from './export-customers.ts';

const FORMATS = Object.keys(EXPORT_FORMATS) as ExportFormat[];
type Space = Awaited<ReturnType<typeof openImportWorkspace>>;
let space: Space;
beforeAll(async () => {
  space = await openImportWorkspace();
});
afterAll(() => space.close());

async function written(format: ExportFormat): Promise<Buffer> {
  const by = {
    within: space.within,
    tenantId: space.tenant.id,
    actor: { kind: 'system', name: 'test' },
  } as const;
  const pieces: Buffer[] = [];
  for await (const piece of exportCustomers(by, format)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const counts = (rows: readonly { customerId: string }[]): number[] =>
  [...Map.groupBy(rows, ({ customerId }) => customerId).values()].map(({ length }) => length);

/** All that is known, but for where it was last read. */
async function values() {
  const rows = await space.all();
  const more = await space.system(async ({ tx }) => ({
    contracts: await tx.select().from(contracts).orderBy(contracts.id),
    units: (await tx.select().from(units)).map(({ customerId, name }) => `${customerId} ${name}`).toSorted(),
    contacts: await tx.select().from(contacts).orderBy(contacts.id),
    addresses: await tx.select().from(addresses).orderBy(addresses.id),
    consents: await tx.select().from(consents).orderBy(consents.id),
    suppressions: await tx.select().from(suppressions).orderBy(suppressions.id),
    reviews: await tx.select().from(reviewItems).orderBy(reviewItems.id),
  }));
  return {
    ...more,
    customers: rows
      .map(({ source, importId, updatedAt, ...row }) => row)
      .toSorted((a, b) => a.id.localeCompare(b.id)),
  };
}

// What breaks tables, books and spreadsheets, and what nobody would type.
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    "=cmd|' /C calc'!A0",
    "'=1+1",
    "''-2",
    '@sum(1)',
    '+1',
    '-',
    '—',
    'a\nb',
    'a\n\n- b\n---',
    '#### IT Manager',
    '**x**: y',
    '\\*',
    'C#',
    '<br>',
    'a;b,c|d',
    '"q"',
    '{{ x }}',
    '<%= x %>',
    'שלום',
    '\u202eabc',
    'null',
    '🏨',
    'a\u0001b\u001f',
    '_x0041_',
    'a&b<c>',
    'no issues',
    ' ',
  ),
);
const some = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const person = fc.record({
  title: some(fc.oneof(text, fc.constantFrom('General Manager', 'IT Manager', 'it', 'other'))),
  name: some(text),
  email: some(fc.constantFrom('a@example.com', 'B@Example.org', 'c@example.com; d@example.com', 'none')),
  sms: some(fc.constantFrom('+66 90 000 0009')),
  phone: some(fc.constantFrom('+66 90 000 0001', '090 000 0001', '12')),
  language: some(fc.constantFrom('Thai', 'en-GB', 'Klingon')),
  preferred_channel: some(fc.constantFrom('Email', 'WhatsApp', 'pigeon')),
  marketing_consent: some(
    fc.constantFrom(
      'yes',
      'no',
      'yes, 2026-03-01',
      'maybe',
      'email c@example.com: yes; sms +66900000009: no',
    ),
  ),
  consent_basis: some(fc.constantFrom('fair; stand 3', 'email c@example.com: form', 'legitimate interest')),
  opted_out: some(fc.constantFrom('everything', 'marketing', 'email c@example.com: everything')),
  notes: some(text),
});
const customer = fc.record({
  name: fc.oneof(
    text,
    fc.constantFrom('Hilton Pattaya', 'Hilton Pattaya', 'Thailand', 'The Oak Inn', 'Oak Inn'),
  ),
  type: some(fc.constantFrom('Hotel', 'Hotel ?', 'Mini PC', 'x')),
  city: some(fc.oneof(text, fc.constantFrom('Phuket', 'Lyon'))),
  country: some(fc.constantFrom('Thailand', 'France', 'Atlantis')),
  time_zone: some(fc.constantFrom('Asia/Tokyo', 'Moon/Base')),
  tier: some(text),
  tags: some(text),
  zones: some(fc.constantFrom('3', '2', 'x')),
  'zone names': some(fc.oneof(text, fc.constantFrom('Bar / Pool', 'Bar, Pool', 'Lobby (Bar, Pool)'))),
  price: some(fc.constantFrom('THB 12,000', '12000', 'OMR 1.250', 'OMR 1,250', 'JPY 500', '9.5 EUR', 'free')),
  currency: some(fc.constantFrom('THB', 'USD')),
  contract_start: some(fc.constantFrom('2026-01-01', '01/02/2026', '31.12.2569')),
  contract_end: some(fc.constantFrom('2026-12-31', '2025-12-31', 'soon')),
  contract_status: some(fc.constantFrom('cancelled', 'active')),
  'earlier contracts': some(
    fc.constantFrom(
      '2024-01-01/2024-12-31, 4 × 12000 THB; 2023-01-01/.., cancelled',
      '../2022-12-31, 9.5 EUR; 2021-01-01/2021-12-31, 3 ×',
      '2024-13-01/..',
    ),
  ),
  points: some(fc.constantFrom('1,234,567', '0.5', 'many')),
  remark: some(text),
  notes: some(text),
  contacts: fc.array(person, { maxLength: 3 }),
});

describe('an export', () => {
  it('gives back what came in, in every form: importing it changes no value, and leaves no doubt', async () => {
    await space.system(async (ctx) => {
      for (const [key, kind] of [
        ['points', 'number'],
        ['remark', 'text'],
      ])
        await addField(ctx, { key, label: `Our ${key}`, kind });
    });
    await space.load(ENTRY);
    const dated = ['2026-01-01', '31.12.2569'];
    const list = fc
      .sample(customer, { numRuns: 150, seed: 20261121 })
      // Earlier than a contract that begins on a day that is known.
      .map(({ 'earlier contracts': earlier, ...one }) =>
        dated.includes(one.contract_start ?? '') ? { ...one, 'earlier contracts': earlier } : one,
      );
    await space.load(JSON.stringify(list), 'any.json');
    // Somebody gave it another name: it is found by its id, not by what it was called.
    const { id } = await space.one('Hilton Andaman Pattaya');
    const corrected = { name: { reason: CORRECTED, confidence: 1 } };
    await space.system(({ tx }) =>
      tx
        .update(customers)
        .set({ name: 'Andaman Bay', looseName: 'andaman bay', inferred: corrected })
        .where(eq(customers.id, id)),
    );
    // Somebody said which language it is: its people have none of their own for that.
    const spoken = { locale: { reason: CORRECTED, confidence: 1 } };
    await space.system(({ tx }) =>
      tx.update(customers).set({ locale: 'fr', inferred: spoken }).where(eq(customers.name, 'The Oak Inn')),
    );
    const before = await values();
    expect(Math.max(...counts(before.contracts))).toBe(3);
    expect(before.customers.length).toBeGreaterThan(50);
    for (const format of FORMATS) {
      const bytes = await written(format);
      const files = [{ name: `refrain-customers.${EXPORT_FORMATS[format].extension}`, bytes }];
      await space.system((ctx) => importFiles(ctx, { files }));
      expect(await values(), format).toEqual(before);
      expect((await written(format)).equals(bytes), format).toBe(true);
    }
  });

  it('has no cell in CSV that a spreadsheet would run', async () => {
    const csv = (await written('csv')).toString();
    expect(csv).toContain("'=cmd|' /C calc'!A0");
    expect(csv).not.toMatch(/(^|,"?)[=@]/m);
  });

  it('has texts only in a workbook, defused as in CSV', async () => {
    const sheet = strFromU8(unzipSync(await written('xlsx'))['xl/worksheets/sheet1.xml']!);
    expect(sheet).toContain(">'=cmd|' /C calc'!A0</t>");
    expect(sheet).not.toMatch(/<f[ >]|<c(?![^>]* t="inlineStr")|xml:space="preserve">[=@]/);
  });
});
