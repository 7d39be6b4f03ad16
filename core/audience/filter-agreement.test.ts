// The compiled statement agrees with a plain reading of the rules, whatever the tree: three values, forty customers.
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audienceFacts } from '../../db/queries/audience-facts.ts';
import { fold } from '../../lib/text.ts';
import { addBrand, addCustomer } from '../../test/add-customer.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { addField } from '../fields/registry.ts';
import { checkFilter } from './check-filter.ts';
import { compileFilter } from './compile-filter.ts';
import { compileNearly } from './compile-nearly.ts';
import { type Clause, clausesOf, type Filter, isClause } from './filter.ts';
import { readFilterScope } from './filter-scope.ts';
import { judgeFilter, type Verdict } from './judge-filter.ts';

const TODAY = '2026-11-21';
const BRANDS = {
  Hilton: null,
  'Hilton Garden Inn': 'Hilton',
  'Tru by Hilton': 'Hilton',
  'Café Ö': null,
} as const;
type BrandName = keyof typeof BRANDS;
const NAMES = [
  'Hôtel Edge',
  'CAFÉ ömlaut & Co',
  'Zürich–Bar',
  'ibis 12/4',
  'โรงแรม',
  '東京 Inn',
  `O'Hara "x"`,
];
const CITIES = ['Phuket', 'Da Nang', 'Zürich', 'Koh Samui'];
const DAYS = ['2026-10-31', '2026-11-20', TODAY, '2026-12-31', '2027-10-01', '2027-10-31'];

type Contract = {
  startsOn: string | null;
  endsOn: string | null;
  unitCount: number | null;
  price: number | null;
  isCancelled: boolean;
};
type Row = {
  name: string;
  brand: BrandName | null;
  city: string | null;
  tags: string[];
  units: string[];
  seats: number | null;
  contract: Contract | null;
};

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 });
const contract = fc.record({
  startsOn: maybe(fc.constantFrom('2025-01-01', '2026-11-21', '2026-12-01')),
  endsOn: maybe(fc.constantFrom(...DAYS)),
  unitCount: maybe(fc.integer({ min: 1, max: 14 })),
  price: maybe(fc.constantFrom(0, 100, 1_200_000)),
  isCancelled: fc.boolean(),
});
const row: fc.Arbitrary<Row> = fc.record({
  name: fc.constantFrom(...NAMES),
  brand: maybe(fc.constantFrom(...(Object.keys(BRANDS) as BrandName[]))),
  city: maybe(fc.constantFrom(...CITIES)),
  tags: fc.subarray(['VIP', 'pool bar', 'Ünïque']),
  units: fc.subarray(['Edge', 'Drift Bar', 'Shore']),
  seats: maybe(fc.integer({ min: 0, max: 20 })),
  contract: maybe(contract),
});
const ROWS = fc.sample(row, { numRuns: 40, seed: 7 });

const oneOf = (field: string, values: readonly (string | number)[]): fc.Arbitrary<Clause> =>
  fc.subarray([...values], { minLength: 1 }).map((some) => ({ op: 'in', field, values: some }));
const range = (field: string, ends: readonly (string | number)[]): fc.Arbitrary<Clause> =>
  fc
    .tuple(maybe(fc.constantFrom(...ends)), maybe(fc.constantFrom(...ends)))
    .filter(([from, to]) => (from ?? to) !== null && (from === null || to === null || from <= to))
    .map(([from, to]) => ({ op: 'between', field, from, to }));
const part = (field: string, texts: readonly string[]): fc.Arbitrary<Clause> =>
  fc.constantFrom(...texts).map((text) => ({ op: 'contains', field, text }));
const clause: fc.Arbitrary<Clause> = fc.oneof(
  part('name', ['hotel', 'OMLAUT', 'bar', '12 4', 'โรง', '東京', `o'hara "`, '%', '&']),
  oneOf('name', NAMES),
  oneOf('brand', ['hilton', 'Tru by hilton', 'cafe o', 'Nobody']),
  oneOf('city', ['phuket', 'DA NANG', 'Zurich', 'Nowhere']),
  oneOf('tag', ['vip', 'unique', 'none']),
  part('unit_name', ['dri', 'e']),
  oneOf('contract_status', ['active', 'lapsed', 'upcoming', 'cancelled', 'none']),
  oneOf('size', ['small', 'medium', 'enterprise']),
  range('contract_end', DAYS),
  range('unit_count', [1, 3, 4, 10, 11]),
  range('unit_price', [0, 100, 1_200_000]),
  range('contract_value', [0, 300, 2_400_000]),
  range('seats', [0, 7, 12.5, 20]),
  fc
    .constantFrom('brand', 'city', 'tag', 'unit_name', 'contract_end', 'unit_count', 'seats')
    .map((field): Clause => ({ op: 'known', field })),
);
const { tree } = fc.letrec<{ tree: Filter }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'filter' },
    clause,
    fc.array(tie('tree'), { maxLength: 3, depthIdentifier: 'filter' }).map((all): Filter => ({ all })),
    fc
      .array(tie('tree'), { minLength: 1, maxLength: 3, depthIdentifier: 'filter' })
      .map((any): Filter => ({ any })),
    tie('tree').map((not): Filter => ({ not })),
  ),
}));

/** A clause read plainly, one customer at a time. */
function read(given: Clause, one: Row): Verdict {
  const live = one.contract?.isCancelled ? null : one.contract;
  const count = one.contract?.unitCount ?? (one.units.length || null);
  const values: Record<string, string | number | null> = {
    name: one.name,
    city: one.city,
    seats: one.seats,
    contract_end: live?.endsOn ?? null,
    unit_count: count,
    unit_price: live?.price ?? null,
    contract_value: live?.price == null || count === null ? null : live.price * count,
    size: count === null ? null : count > 10 ? 'enterprise' : count > 3 ? 'medium' : 'small',
  };
  if (given.field === 'brand') return readMany(given, one.brand && withParents(one.brand));
  if (given.field === 'tag') return readMany(given, one.tags, given.op === 'known');
  if (given.field === 'unit_name') return readMany(given, one.units.length > 0 ? one.units : null);
  if (given.field === 'contract_status') return readStatus(given, one.contract);
  const value = values[given.field] ?? null;
  if (given.op === 'known') return value !== null;
  if (value === null) return null;
  if (given.op === 'between') return value >= (given.from ?? value) && value <= (given.to ?? value);
  return readMany(given, [String(value)]);
}

function readMany(given: Clause, values: readonly string[] | null, isEmptyUnknown = false): Verdict {
  if (given.op === 'known') return values !== null && !(isEmptyUnknown && values.length === 0);
  if (values === null) return null;
  if (given.op === 'contains') {
    const asked = fold(given.text);
    return values.some((value) => (asked ? fold(value).includes(asked) : value.includes(given.text)));
  }
  return (
    given.op === 'in' &&
    values.some((value) => given.values.some((other) => fold(String(other)) === fold(value)))
  );
}

const withParents = (brand: BrandName): string[] => [brand, ...(BRANDS[brand] ? [BRANDS[brand]] : [])];

function readStatus(given: Clause, known: Contract | null): Verdict {
  const states = possibleStates(known);
  const asked = given.op === 'in' ? given.values.map(String) : [];
  const hits = states.filter((state) => asked.includes(state)).length;
  return hits === states.length ? true : hits === 0 ? false : null;
}

function possibleStates(known: Contract | null): string[] {
  if (!known) return ['none'];
  if (known.isCancelled) return ['cancelled'];
  const [start, end] = [known.startsOn ?? '0001-01-01', known.endsOn];
  if (end !== null && end >= TODAY && start <= TODAY) return ['active'];
  if (start > TODAY) return ['upcoming'];
  return end === null ? ['active', 'lapsed'] : ['lapsed'];
}

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  await workspace.system(async (ctx) => {
    await addField(ctx, { key: 'seats', label: 'Seats', kind: 'number' });
    const ids: Record<string, string> = {};
    for (const [name, parent] of Object.entries(BRANDS)) {
      ids[name] = await addBrand(ctx, { name, parentId: parent && ids[parent] });
    }
    for (const [at, one] of ROWS.entries()) {
      const { contract: agreed, brand, seats, units, ...rest } = one;
      await addCustomer(ctx, {
        ...rest,
        importKey: String(at).padStart(3, '0'),
        brandId: brand && ids[brand],
        units,
        attributes: { seats },
        contracts: agreed
          ? [
              {
                ...agreed,
                pricePerUnitMinor: agreed.price,
                status: agreed.isCancelled ? 'cancelled' : 'active',
              },
            ]
          : [],
      });
    }
  });
});
afterAll(() => workspace.close());

describe('a compiled filter', () => {
  it('agrees with a plain reading of every clause and group', async () => {
    await workspace.system(async (ctx) => {
      const scope = await readFilterScope(ctx);
      await fc.assert(
        fc.asyncProperty(tree, async (given) => {
          const filter = checkFilter(given, scope.fields);
          const { rows } = await ctx.tx.execute<{ verdict: Verdict; isNear: boolean }>(
            sql`select ${compileFilter(filter, scope)} as verdict, coalesce(${compileNearly(filter, scope)}, false) as "isNear"
              from ${audienceFacts} order by c.import_key`,
          );
          // What an index looks for leaves out nobody whom the filter cannot judge.
          expect(rows.filter(({ verdict, isNear }) => verdict === null && !isNear)).toEqual([]);
          expect(rows.map(({ verdict }) => verdict)).toEqual(
            ROWS.map((one) => judgeFilter(filter, (asked) => read(asked, one))),
          );
        }),
        { numRuns: 200 },
      );
    });
  });

  it('is judged as the textbook of three values has it', () => {
    const at = (verdict: Verdict): Filter => ({ op: 'known', field: String(verdict) });
    const judge = (filter: Filter) =>
      judgeFilter(filter, ({ field }) => ({ true: true, false: false, null: null })[field]!);
    const all = (...verdicts: Verdict[]) => judge({ all: verdicts.map(at) });
    const any = (...verdicts: Verdict[]) => judge({ any: verdicts.map(at) });
    expect([all(true, null), all(false, null), all(), any(true, null), any(false, null)]).toEqual([
      null,
      false,
      true,
      true,
      null,
    ]);
    expect(judge({ not: at(null) })).toBeNull();
  });

  it('has rows that make every kind of clause true, false and unknown', () => {
    const seen = fc.sample(clause, { numRuns: 500, seed: 3 });
    const fields = new Set(seen.map(({ field }) => field));
    for (const field of fields) {
      const verdicts = seen
        .filter((one) => one.field === field && one.op !== 'known')
        .flatMap((one) => ROWS.map((each) => read(one, each)));
      expect(new Set(verdicts)).toEqual(
        new Set(['name', 'tag'].includes(field) ? [true, false] : [true, false, null]),
      );
    }
    expect(
      clausesOf({ not: seen[0]! }).every(({ clause: one, isNegated }) => isClause(one) && isNegated),
    ).toBe(true);
  });
});
