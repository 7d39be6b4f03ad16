import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEST_KEYS } from '../../../test/workspace.ts';
import { builtInFields } from '../../fields/registry.ts';
import { placeNames } from '../../places/own-places.ts';
import { tenantSettings } from '../../tenants/settings.ts';
import { columnReader } from './columns.ts';
import { keyRecords, NOTHING_PRESENT } from './find-duplicates.ts';
import { brandMatcher } from './match-brand.ts';
import { normaliseAddress } from './normalise-address.ts';
import type { PrepareContext } from './prepare-context.ts';
import { prepareRecord } from './prepare-record.ts';
import type { RawRecord } from './raw-record.ts';
import { readVenueBook } from './read-venue-book.ts';

const settings = tenantSettings.parse({});
const fields = builtInFields(settings);
const brands = [{ id: 'b', name: 'Hilton', parentId: null, aliases: [] }];
const context: PrepareContext = {
  fields,
  brands,
  matchBrand: brandMatcher(brands),
  readColumn: columnReader(fields),
  users: [],
  settings,
  places: placeNames(settings.places),
  normalise: normaliseAddress,
  keys: TEST_KEYS,
  today: '2026-11-21',
};

const label = fc.constantFrom(
  'Business Type',
  'Zone Count',
  'Zone Names',
  'Contract Start',
  'Contract End',
  'City',
  'Country',
  'Annual Price per Zone',
  'Tags',
  'x',
  '**',
  ':',
);
const line = fc.oneof(
  fc.string({ unit: 'grapheme' }).map((name) => `### ${name}`),
  fc.tuple(label, fc.string({ unit: 'grapheme' })).map(([key, value]) => `- **${key}**: ${value}`),
  fc.string({ unit: 'grapheme' }).map((text) => `  - Email: ${text}`),
  fc.constantFrom(
    '#### Contacts',
    '#### IT Manager',
    '#### Special Notes',
    '- **General Manager**: Kim',
    '---',
    '',
  ),
  fc.string({ unit: 'grapheme' }),
);

describe('any book at all', () => {
  it('is read without a fault, every heading once, under keys that differ', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (lines) => {
        const text = lines.join('\n');
        const records: RawRecord[] = [];
        for await (const one of readVenueBook('any.md', text.split(/\r\n|\n|\r/))) records.push(one);
        const headings = text.split(/\r\n|\n|\r/).filter((one) => /^###(?!#)/.test(one));
        expect(records).toHaveLength(headings.length);
        const entries = records.map((record) => prepareRecord(record, context));
        const keyed = keyRecords(entries, NOTHING_PRESENT);
        expect(new Set(keyed.map(({ key }) => key)).size).toBe(keyed.length);
        for (const prepared of keyed) {
          expect(prepared.name).not.toBe('');
          expect(prepared.text.startsWith('###')).toBe(true);
        }
      }),
      { numRuns: 300, seed: 20261121, examples: [[['### !\u2028$']]] },
    );
  });
});
