import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audienceFacts } from '../../db/queries/audience-facts.ts';
import { between, is } from '../../evals/cases/request-case.ts';
import { addCustomer } from '../../test/add-customer.ts';
import { addVariedCustomers } from '../../test/varied-customers.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { checkFilter } from './check-filter.ts';
import { compileFilter } from './compile-filter.ts';
import type { Filter } from './filter.ts';
import { readFilterScope } from './filter-scope.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  await workspace.system(addVariedCustomers);
});
afterAll(() => workspace.close());

/** Names for which the filter is true, and those for which it is unknown. */
function judge(filter: unknown): Promise<{ yes: string[]; unknown: string[] }> {
  return workspace.system(async (ctx) => {
    const scope = await readFilterScope(ctx);
    const condition = compileFilter(checkFilter(filter, scope.fields), scope);
    const { rows } = await ctx.tx.execute<{ name: string; verdict: boolean | null }>(
      sql`select c.name, ${condition} as verdict from ${audienceFacts} order by c.name collate "C"`,
    );
    const named = (verdict: boolean | null) =>
      rows.filter((row) => row.verdict === verdict).map(({ name }) => name);
    return { yes: named(true), unknown: named(null) };
  });
}
const has = (field: string, text: string): Filter => ({ op: 'contains', field, text });
const known = (field: string): Filter => ({ op: 'known', field });

const NO_CONTRACT = ['blank'];
const NO_END = ['blank', 'cancelled', 'open end', 'open renewal'];
const UNBRANDED = ['blank', 'cancelled', 'half cancelled', 'open end', 'open renewal', 'renewed'];
const PLACELESS = [...UNBRANDED, 'corner'].toSorted();
const UNPRICED = ['blank', 'cancelled', 'half cancelled', 'open end', 'open renewal', 'renewed'];
const ONLY_GARDEN = ['Hôtel garden'];

describe('a clause', () => {
  it.each<[string, Filter, string[], string[]]>([
    ['brand means its subtree, in any case', is('brand', 'hilton'), ONLY_GARDEN, UNBRANDED],
    ['brand goes by an alias', is('brand', 'Hilton Hotels'), ONLY_GARDEN, UNBRANDED],
    ['brand of a leaf is the leaf', is('brand', 'Hilton Garden Inn'), ONLY_GARDEN, UNBRANDED],
    ['brand without accents', is('brand', 'corner cafe'), ['corner'], UNBRANDED],
    ['brand that nobody knows', is('brand', 'Hiltn'), [], UNBRANDED],
    ['brand by a part of its name', has('brand', 'hilt'), ONLY_GARDEN, UNBRANDED],
    [
      'owner group adds the group’s other brands',
      is('owner_group', 'Hilton'),
      ['Hôtel garden', 'conrad'],
      [...UNBRANDED, 'corner'].toSorted(),
    ],
    ['type in any case', is('type', 'HOTEL'), ['Hôtel garden', 'conrad'], PLACELESS],
    ['city', is('city', 'phuket', 'Bangkok'), ONLY_GARDEN, PLACELESS],
    ['country by code or name', is('country', 'Thailand'), ONLY_GARDEN, PLACELESS],
    ['region means its countries', is('region', 'Southeast Asia'), ONLY_GARDEN, PLACELESS],
    ['time zone', is('time_zone', 'asia/bangkok'), ONLY_GARDEN, ['conrad', ...PLACELESS].toSorted()],
    ['a language means all its locales', is('locale', 'th'), ONLY_GARDEN, PLACELESS],
    ['tier', is('tier', 'Gold'), ONLY_GARDEN, ['conrad', ...PLACELESS].toSorted()],
    ['owner by name', is('owner', 'mali'), ONLY_GARDEN, ['conrad', ...PLACELESS].toSorted()],
    ['owner, who is a person', has('owner', 'MAL'), ONLY_GARDEN, ['conrad', ...PLACELESS].toSorted()],
    ['tag, and no tag is known to be none', is('tag', 'vip'), ONLY_GARDEN, []],
    ['tag by a part', has('tag', 'pool'), ONLY_GARDEN, []],
    ['name without case and accents', has('name', 'HOTEL GAR'), ONLY_GARDEN, []],
    ['name as a whole', is('name', 'hotel  garden'), ONLY_GARDEN, []],
    ['unit name by a part', has('unit_name', 'drift'), ONLY_GARDEN, UNITLESS()],
    ['unit name as a whole', is('unit_name', 'shore'), ['conrad'], UNITLESS()],
    [
      'contract end in a range, both ends in',
      between('contract_end', '2027-10-01', '2027-10-31'),
      ONLY_GARDEN,
      NO_END,
    ],
    [
      'contract end: a renewal that follows counts',
      between('contract_end', '2026-12-01', '2026-12-31'),
      [],
      NO_END,
    ],
    [
      'contract end: a cancelled one does not count',
      between('contract_end', '2026-11-21', '2026-11-21'),
      ['half cancelled'],
      NO_END,
    ],
    ['contract end up to a day', between('contract_end', null, '2026-11-20'), ['conrad'], NO_END],
    [
      'contract start',
      between('contract_start', '2027-01-01', null),
      ['corner', 'renewed'],
      ['blank', 'cancelled', 'half cancelled'],
    ],
    [
      'status active',
      is('contract_status', 'active'),
      ['Hôtel garden', 'half cancelled', 'renewed'],
      ['open end', 'open renewal'],
    ],
    ['status by a synonym', is('contract_status', 'expired'), ['conrad'], ['open end', 'open renewal']],
    ['status upcoming', is('contract_status', 'upcoming'), ['corner'], []],
    ['status cancelled', is('contract_status', 'cancelled'), ['cancelled'], []],
    ['status none', is('contract_status', 'none'), NO_CONTRACT, []],
    [
      'status active or lapsed is certain without an end',
      is('contract_status', 'active', 'lapsed'),
      ['Hôtel garden', 'conrad', 'half cancelled', 'open end', 'open renewal', 'renewed'],
      [],
    ],
    [
      'price in the tenant’s currency only',
      between('unit_price', 0, null),
      ['Hôtel garden', 'corner'],
      ['conrad', ...UNPRICED].toSorted(),
    ],
    ['currency of what is on file', is('currency', 'thb'), ['Hôtel garden', 'corner'], UNPRICED],
    ['price on file is known in any currency', known('unit_price'), ['Hôtel garden', 'conrad', 'corner'], []],
    ['value of a price on file is known', known('contract_value'), ['Hôtel garden', 'conrad', 'corner'], []],
    [
      'value is units times price',
      between('contract_value', 2_400_000, 2_400_000),
      ONLY_GARDEN,
      ['conrad', ...UNPRICED].toSorted(),
    ],
    [
      'unit count',
      between('unit_count', 3, 5),
      ['open end', 'renewed'],
      ['blank', 'cancelled', 'half cancelled'],
    ],
    [
      'unit count by the named ones',
      is('unit_count', 1),
      ['conrad'],
      ['blank', 'cancelled', 'half cancelled'],
    ],
    [
      'size small',
      is('size', 'small'),
      ['Hôtel garden', 'conrad', 'open end'],
      ['blank', 'cancelled', 'half cancelled'],
    ],
    ['size medium', is('size', 'medium'), ['renewed'], ['blank', 'cancelled', 'half cancelled']],
    [
      'size by a synonym',
      is('size', 'large'),
      ['corner', 'open renewal'],
      ['blank', 'cancelled', 'half cancelled'],
    ],
    ['reachable', is('reachable', 'yes'), ONLY_GARDEN, []],
    ['a choice of the tenant’s own by synonym', is('platform', 'syb'), ONLY_GARDEN, PLACELESS],
    [
      'a number of the tenant’s own, a word being unknown',
      between('seats', 10, 50),
      ['Hôtel garden', 'conrad'],
      PLACELESS,
    ],
    [
      'a date of the tenant’s own, an impossible one being unknown',
      between('opened', '2019-01-01', null),
      ONLY_GARDEN,
      ['conrad', ...PLACELESS].toSorted(),
    ],
    ['yes or no of the tenant’s own', is('has_bar', 'no'), ['conrad'], PLACELESS],
  ])('%s; and its negation never takes the unknown', async (_title, filter, yes, unknown) => {
    expect(await judge(filter)).toEqual({ yes, unknown });
    const negated = await judge({ not: filter });
    expect(negated.unknown).toEqual(unknown);
    expect(negated.yes.filter((name) => yes.includes(name) || unknown.includes(name))).toEqual([]);
    expect(negated.yes.length + yes.length + unknown.length).toBe(9);
  });

  it.each<[string, string[]]>([
    ['brand', ['Hôtel garden', 'conrad', 'corner']],
    ['owner_group', ['Hôtel garden', 'conrad']],
    ['tag', ['Hôtel garden']],
    ['platform', ['Hôtel garden', 'conrad']],
    ['seats', ['Hôtel garden', 'conrad']],
    ['opened', ['Hôtel garden']],
    ['has_bar', ['Hôtel garden', 'conrad']],
    ['unit_name', ['Hôtel garden', 'conrad']],
    ['contract_end', ['Hôtel garden', 'conrad', 'corner', 'half cancelled', 'renewed']],
    ['size', ['Hôtel garden', 'conrad', 'corner', 'open end', 'open renewal', 'renewed']],
    [
      'contract_status',
      ['Hôtel garden', 'blank', 'cancelled', 'conrad', 'corner', 'half cancelled', 'renewed'],
    ],
  ])('known: %s is known or not, never unknown', async (field, names) => {
    expect(await judge(known(field))).toEqual({ yes: names, unknown: [] });
    expect((await judge({ not: known(field) })).yes).toHaveLength(9 - names.length);
  });
});

function UNITLESS(): string[] {
  return ['blank', 'cancelled', 'corner', 'half cancelled', 'open end', 'open renewal', 'renewed'];
}

describe('groups', () => {
  it('take everybody for an empty all', async () => {
    expect((await judge({ all: [] })).yes).toHaveLength(9);
  });

  it('let a certain alternative win over an unknown one, and a certain miss too', async () => {
    const unknownBrand = is('brand', 'Hilton');
    const { yes } = await judge({ any: [unknownBrand, has('name', 'blank')] });
    expect(yes).toEqual(['Hôtel garden', 'blank']);
    const { unknown } = await judge({ all: [unknownBrand, has('name', 'garden')] });
    expect(unknown).toEqual([]);
  });
});

describe('hostile values', () => {
  const texts = [
    `'; drop table customers; --`,
    '"',
    '\\',
    '%_',
    '{{ 7 | times: 7 }}',
    '$1',
    '\ud800',
    '𒀀',
    'x'.repeat(200),
    '}{,"',
  ];
  it.each(texts)('travel as parameters: %j', async (text) => {
    const filter: Filter = {
      any: [
        is('city', text),
        has('name', text),
        is('brand', text),
        is('platform', text),
        is('tag', text),
        has('unit_name', text),
        is('owner', text),
        is('region', text),
      ],
    };
    expect((await judge(filter)).yes).toEqual([]);
    const query = await workspace.system(async (ctx) => {
      const scope = await readFilterScope(ctx);
      return new PgDialect().sqlToQuery(compileFilter(checkFilter(filter, scope.fields), scope) as SQL);
    });
    if (text.length > 2) expect(query.sql).not.toContain(text);
  });

  it('find the customer whose name holds them', async () => {
    const name = `O'Hara "50%_off" \\ {{ x }}`;
    await workspace.system((ctx) => addCustomer(ctx, { name }));
    expect((await judge(has('name', `O'Hara "50%`))).yes).toEqual([name]);
    expect((await judge(has('name', '%_'))).yes).toEqual([name]);
    expect((await judge(is('name', name))).yes).toEqual([name]);
  });
});
