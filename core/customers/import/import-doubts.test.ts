import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addresses, consents, contracts, reviewItems } from '../../../db/schema/index.ts';
import { openImportWorkspace } from '../../../test/import-workspace.ts';

let space: Awaited<ReturnType<typeof openImportWorkspace>>;
beforeAll(async () => {
  space = await openImportWorkspace();
});
afterAll(() => space.close());
beforeEach(() => space.clear());

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
    const report = await space.load(entry('Lantern House', fields));
    expect(await space.reasons()).toEqual([reason]);
    expect(report).toMatchObject({ inReview: 0, flagged: 1 });
    expect((await space.one('Lantern House')).status).toBe('active');
  });

  it('leaves an impossible date unknown, and closes the flag when the file puts it right', async () => {
    await space.load(
      entry('Lantern House', { 'Contract End': '2026-02-30', 'Contract Start': '2025-03-01' }),
    );
    const end = async () => (await space.system((ctx) => ctx.tx.select().from(contracts)))[0]?.endsOn;
    expect(await end()).toBeNull();
    await space.load(
      entry('Lantern House', { 'Contract End': '2026-02-28', 'Contract Start': '2025-03-01' }),
    );
    expect(await end()).toBe('2026-02-28');
    const items = await space.system((ctx) => ctx.tx.select().from(reviewItems));
    expect(items.map(({ status }) => status)).toEqual(['discarded']);
  });

  it('keeps headings that are no customers, joined sites and duplicates out of audiences', async () => {
    const report = await space.load(
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
    const rows = await space.all();
    expect(rows.filter(({ status }) => status === 'active').map(({ name }) => name)).toEqual([
      'Lantern House',
    ]);
    expect(rows.filter(({ brandId }) => brandId !== null)).toEqual([]);
  });

  it('notices that an entry is there already from another file', async () => {
    await space.load(entry('Lantern House'));
    await space.load(entry('The Lantern House'), 'other.md');
    expect((await space.one('The Lantern House')).status).toBe('review');
    expect((await space.one('Lantern House')).status).toBe('active');
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
    await space.load(names.map((name) => entry(name)).join('\n'));
    expect((await space.all()).map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  });

  it('of an address is told, never half taken', async () => {
    await space.load(`${entry('Lantern House', { Country: 'Thailand' })}
#### Contacts
- **General Manager**: Kim Example
  - Email: kim at example
  - Phone: 12
  - LINE: kim the tall one
  - Marketing Consent: perhaps
- **Chief Juggler**: Pat Example
`);
    expect((await space.reasons()).toSorted()).toEqual([
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
