import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { brandChanges, brands, customers, imports } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { resolveAudience } from '../audience/resolve-audience.ts';
import { importFiles } from '../customers/import/import-files.ts';
import { listReviews } from '../customers/review/list-reviews.ts';
import type { Actor } from '../tenants/roles.ts';
import { changeTree, type TreeChange } from './change-tree.ts';
import { listTreeChanges } from './list-tree-changes.ts';
import { proposeBrands } from './propose-brands.ts';
import { readTree } from './read-tree.ts';
import { undoTreeChange } from './undo-tree-change.ts';

const CSV = `name,brand
Hilton Pattaya,
Hilton Garden Inn Da Nang,
Conrad Koh Samui,
Valiram Group - QUIVO | Pavilion,QUIVO
Valiram Group - QUIVO | Mid Valley,QUIVO
Bean Street Silom,
Bean Street Ari,
Bean Street Hua Hin,
The Corner House,
`;
const [hilton, inn, conrad] = [newId(), newId(), newId()];

let space: TestWorkspace;
let manager: Actor;
beforeAll(async () => {
  space = await openTestWorkspace();
  manager = await space.person('manager');
});
afterAll(() => space.close());

const load = () =>
  space.system((ctx) =>
    importFiles(ctx, { files: [{ name: 'sites.csv', bytes: new TextEncoder().encode(CSV) }] }),
  );
const change = (given: TreeChange, actor = manager) => space.as(actor, (ctx) => changeTree(ctx, given));
const undo = (id: string) => space.as(manager, (ctx) => undoTreeChange(ctx, id));
const proposals = () => space.as(manager, proposeBrands);
const add = (name: string, more: object = {}) =>
  change({ do: 'add', name, parentId: null, ownerGroup: null, aliases: [], ...more });
/** What filters find, as a person would say it. */
const found = (field: string, value: string) =>
  space.system(async (ctx) => {
    const { customers: rows } = await resolveAudience(ctx, {
      filter: { all: [{ op: 'in', field, values: [value] }] },
    });
    return rows.map(({ name }) => name).sort();
  });
const state = async () => ({
  tree: await space.system(readTree),
  customers: (await space.system((ctx) => ctx.tx.select().from(customers).orderBy(customers.name))).map(
    ({ name, brandId, inferred }) => ({ name, brandId, inferred }),
  ),
  open: (await space.system((ctx) => listReviews(ctx, { status: 'open', limit: 99 }))).total,
});

beforeEach(async () => {
  for (const table of [imports, brandChanges, customers, brands]) await space.database.owner.delete(table);
  await space.system((ctx) =>
    ctx.tx.insert(brands).values([
      { id: hilton, tenantId: ctx.tenant.id, name: 'Hilton', ownerGroup: 'Hilton' },
      { id: inn, tenantId: ctx.tenant.id, name: 'Hilton Garden Inn' },
      { id: conrad, tenantId: ctx.tenant.id, name: 'Conrad' },
    ]),
  );
  await load();
});

describe('what the data suggests about brands', () => {
  it('finds brands that files and names say, with the reason and how sure it is', async () => {
    const made = await proposals();
    expect(made).toMatchObject([
      { kind: 'add', name: 'QUIVO', reason: '2 customers have it in the brand column.', confidence: 0.95 },
      { kind: 'parent', name: 'Hilton Garden Inn', parent: 'Hilton', confidence: 0.85 },
      { kind: 'add', name: 'Bean Street', customers: 3, reason: '3 names without a brand begin with it.' },
    ]);
    const { brandId } = await add('QUIVO', { proposal: made[0]!.key });
    expect((await proposals())[0]).toMatchObject({
      ...{ kind: 'group', brandId, ownerGroup: 'Valiram Group', confidence: 0.9, customers: 2 },
      reason: '2 of 2 names have “Valiram Group” before it.',
    });
  });

  it('never proposes again what was followed or declined, until that is undone', async () => {
    const [, parent, lead] = await proposals();
    const { changeId } = await change({ do: 'decline', proposal: lead!.key, name: lead!.name });
    await change({ do: 'change', id: inn, parentId: hilton, proposal: parent!.key });
    expect((await proposals()).map(({ name }) => name)).toEqual(['QUIVO']);
    await undo(changeId);
    expect((await proposals()).map(({ name }) => name)).toEqual(['QUIVO', 'Bean Street']);
  });
});

describe('a change of the tree', () => {
  it('is what filters mean from then on: those below are in, and the owner group is inherited', async () => {
    expect(await found('brand', 'Hilton')).toEqual(['Hilton Pattaya']);
    await change({ do: 'change', id: inn, parentId: hilton });
    await change({ do: 'change', id: conrad, ownerGroup: 'Hilton' });
    expect(await found('brand', 'Hilton')).toEqual(['Hilton Garden Inn Da Nang', 'Hilton Pattaya']);
    expect(await found('owner_group', 'Hilton')).toEqual([
      'Conrad Koh Samui',
      'Hilton Garden Inn Da Nang',
      'Hilton Pattaya',
    ]);
    const tree = await space.system(readTree);
    expect(tree.find(({ id }) => id === hilton)).toMatchObject({ customers: 1, withBelow: 2 });
    expect(tree.find(({ id }) => id === inn)).toMatchObject({ ownerGroup: 'Hilton', hasOwnGroup: false });
  });

  it('gives a new brand to customers whose file or name says it, and answers the review list', async () => {
    const before = await state();
    const quivo = await add('Quivo', { ownerGroup: 'Valiram Group' });
    const bean = await add('Bean Street');
    expect([quivo.moved, bean.moved, (await state()).open]).toEqual([2, 3, before.open - 2]);
    expect(await found('brand', 'bean street')).toHaveLength(3);
    await undo(bean.changeId);
    await undo(quivo.changeId);
    expect(await state()).toEqual(before);
  });

  it('holds through a later import: a new name, another place and a merge', async () => {
    await change({ do: 'change', id: hilton, name: 'Hilton Hotels' });
    await change({ do: 'change', id: inn, parentId: hilton });
    await change({ do: 'merge', id: conrad, intoId: hilton });
    const before = await state();
    await load();
    const after = await state();
    expect(after.tree).toEqual(before.tree);
    expect(after.customers.map(({ brandId }) => brandId)).toEqual(
      before.customers.map(({ brandId }) => brandId),
    );
    expect(before.tree.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Hilton Garden Inn', []],
      ['Hilton Hotels', ['Hilton', 'Conrad']],
    ]);
    expect(await found('brand', 'Hilton Hotels')).toHaveLength(3);
  });

  it('is undone whole, the newest first', async () => {
    const before = await state();
    const done = [
      await change({ do: 'change', id: inn, parentId: hilton, ownerGroup: 'Other', aliases: ['HGI'] }),
      await change({ do: 'merge', id: hilton, intoId: inn }),
      await change({ do: 'remove', id: conrad }),
    ];
    expect((await space.system(readTree)).map(({ name, parentId }) => [name, parentId])).toEqual([
      ['Hilton Garden Inn', null],
    ]);
    await expect(undo(done[0]!.changeId)).rejects.toMatchObject({ code: 'brand:invalid' });
    for (const { changeId } of done.toReversed()) expect(await undo(changeId)).toEqual({ kept: 0 });
    expect(await state()).toEqual(before);
    await expect(undo(done[0]!.changeId)).rejects.toMatchObject({ message: expect.stringMatching(/undone/) });
    const listed = await space.as(manager, (ctx) => listTreeChanges(ctx, { limit: 9 }));
    expect(listed).toHaveLength(3);
    expect(listed.every(({ undoneAt }) => undoneAt)).toBe(true);
  });

  it('refuses a loop, a name that is taken, what is not there, scripts and readers', async () => {
    await change({ do: 'change', id: inn, parentId: hilton, aliases: ['HGI'] });
    const refused = async (given: TreeChange, code: string, actor = manager) =>
      expect(change(given, actor)).rejects.toMatchObject({ code });
    await refused({ do: 'change', id: hilton, parentId: inn }, 'brand:invalid');
    await refused({ do: 'change', id: hilton, parentId: hilton }, 'brand:invalid');
    await refused({ do: 'merge', id: hilton, intoId: hilton }, 'brand:invalid');
    await refused({ do: 'change', id: conrad, name: 'hgi' }, 'brand:exists');
    await refused({ do: 'remove', id: newId() }, 'brand:unknown');
    await refused({ do: 'remove', id: conrad }, 'auth:forbidden', await space.person('admin', 'token'));
    await refused({ do: 'remove', id: conrad }, 'auth:forbidden', await space.person('viewer'));
    expect(await space.system(readTree)).toHaveLength(3);
  });
});
