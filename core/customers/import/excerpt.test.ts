// The users' own file, as far as it may lie beside the project. Read entry by entry once; these are the counts then.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brands, customers } from '../../../db/schema/index.ts';
import { applyKit } from '../../../db/seed/apply-kit.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../test/workspace.ts';
import { importFiles } from './import-files.ts';
import type { ImportReport } from './report.ts';

const EXCERPT = join(import.meta.dirname, '../../../../shared/data/venue-book/excerpt.md');
const isThere = existsSync(EXCERPT);
const why = isThere ? '' : ' (skipped: ../shared/data/venue-book/excerpt.md is not there)';

describe.skipIf(!isThere)(`the excerpt of the users' book${why}`, () => {
  let space: TestWorkspace;
  let report: ImportReport;
  const read = () => ({ files: [{ name: 'excerpt.md', bytes: readFileSync(EXCERPT) }] });
  beforeAll(async () => {
    space = await openTestWorkspace();
    await space.system(applyKit);
    report = await space.system((ctx) => importFiles(ctx, read()));
  });
  afterAll(() => space.close());

  it('keeps every entry, with what waits for review counted', () => {
    expect(report.files).toEqual([{ name: 'excerpt.md', kind: 'venue-book', entries: 171, lines: 8899 }]);
    expect(report).toMatchObject({
      created: 171,
      updated: 0,
      unchanged: 0,
      contacts: 16,
      addresses: { email: 16 },
    });
    expect(report.items.filter(({ outcome }) => outcome === 'review').map(({ name }) => name)).toEqual([
      '(Formerly Avani Atrium)',
      'Formerly: Centara Ceysands Resort & Spa Sri Lanka',
      'India',
      'Malaysia',
      'Oman',
      'Page 148',
      'Qatar',
      'Renewing and adding 2 zones',
      'Singapore',
      'will change back to BMS (except Loong Foong)',
    ]);
  });

  it('finds brand and place in the names as a person would', async () => {
    const rows = await space.system((ctx) =>
      ctx.tx
        .select({
          name: customers.name,
          brand: brands.name,
          city: customers.city,
          country: customers.country,
        })
        .from(customers)
        .leftJoin(brands, eq(brands.id, customers.brandId)),
    );
    const words = (name: string) => {
      const row = rows.find((one) => one.name === name);
      return row && [row.brand, row.city, row.country].join(' · ');
    };
    const expected: Record<string, string> = {
      'Al Baleed Resort Salalah by Anantara': 'Anantara · Salalah · OM',
      'Ascott - Citadines Berlin Kurfürstendamm': 'Citadines · Berlin · DE',
      'HANCL - Tru by Hilton Lao Cai City Riverside': 'Tru by Hilton · Lao Cai · VN',
      'Grand Mercure Singapore Roxy': 'Grand Mercure · Singapore · SG',
      'TUI BLUE Medulin': 'TUI BLUE · Medulin · HR',
      'Veranda Pointe Aux Biches': ' ·  · MU',
      'Mall of Asia': ' ·  · ',
      'Union Mall': ' ·  · ',
    };
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, words(name)]))).toEqual(expected);
  });

  it('is all there already when it is imported again', async () => {
    const again = await space.system((ctx) => importFiles(ctx, read()));
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 171, inReview: 10 });
    expect(await space.system((ctx) => ctx.tx.$count(customers))).toBe(171);
  });
});
