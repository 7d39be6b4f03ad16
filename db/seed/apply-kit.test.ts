import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFields } from '../../core/fields/registry.ts';
import { fold } from '../../lib/text.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { brands } from '../schema/index.ts';
import { applyKit } from './apply-kit.ts';
import kitBrands from './hospitality-music/brands.json' with { type: 'json' };

let space: TestWorkspace;
beforeAll(async () => {
  space = await openTestWorkspace({ unit: { one: 'zone', many: 'zones' } });
  await space.system(applyKit);
});
afterAll(() => space.close());

describe('the kit', () => {
  it('gives a workspace its fields, types and brands', async () => {
    const fields = await space.system(readFields);
    expect(fields.filter(({ isBuiltIn }) => !isBuiltIn).map(({ key }) => key)).toEqual([
      'account_id',
      'hardware',
      'platform',
    ]);
    const platform = fields.find(({ key }) => key === 'platform');
    expect(platform?.values.find(({ value }) => value === 'Beat Breeze')?.synonyms).toContain('BMS');
    expect(fields.find(({ key }) => key === 'type')?.values.map(({ value }) => value)).toContain(
      'Beach Club',
    );
  });

  it('changes nothing when it is applied again, not even what a person changed', async () => {
    await space.system((ctx) =>
      ctx.tx
        .update(brands)
        .set({ aliases: ['HH'] })
        .where(eq(brands.name, 'Hilton')),
    );
    await space.system(applyKit);
    const rows = await space.system((ctx) => ctx.tx.select().from(brands));
    expect(rows.length).toBe(kitBrands.length);
    expect(rows.find(({ name }) => name === 'Hilton')?.aliases).toEqual(['HH']);
  });

  it('is refused to somebody who does not administer the workspace', async () => {
    const manager = await space.person('manager');
    await expect(space.as(manager, applyKit)).rejects.toMatchObject({ code: 'auth:forbidden' });
  });
});

describe('the brand tree', () => {
  const group = (name: string) => kitBrands.find((brand) => brand.name === name)?.ownerGroup;
  const parent = (name: string) => kitBrands.find((brand) => brand.name === name)?.parent;

  it('has every parent before its children, and each name once', () => {
    const seen = new Set<string>();
    for (const { name, parent } of kitBrands) {
      expect(parent === null || seen.has(parent), name).toBe(true);
      expect(seen.has(name), name).toBe(false);
      seen.add(name);
    }
  });

  it('tells the brand from the group that owns it', () => {
    expect([parent('Tru by Hilton'), parent('Hilton Garden Inn'), parent('Conrad')]).toEqual([
      'Hilton',
      'Hilton',
      null,
    ]);
    expect([group('Conrad'), group('Hilton'), group('Tru by Hilton')]).toEqual([
      'Hilton',
      'Hilton',
      'Hilton',
    ]);
    expect(['Novotel', 'Ibis Styles', 'Sofitel', 'Pullman'].map(group)).toEqual(Array(4).fill('Accor'));
  });

  it('has no word that means two brands', () => {
    const words = kitBrands.flatMap(({ name, aliases }) => [...new Set([name, ...aliases].map(fold))]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});
