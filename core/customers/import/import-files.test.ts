import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ENTRY, importFile, openImportWorkspace } from '../../../test/import-workspace.ts';
import { importFiles } from './import-files.ts';

let space: Awaited<ReturnType<typeof openImportWorkspace>>;
beforeAll(async () => {
  space = await openImportWorkspace();
});
afterAll(() => space.close());
beforeEach(() => space.clear());

describe('a file that cannot be taken', () => {
  const refused = async (bytes: string | Uint8Array, name: string) => {
    const work = space.system((ctx) =>
      importFiles(ctx, { files: [importFile(ENTRY, 'good.md'), importFile(bytes, name)] }),
    );
    const error = await work.then(
      () => null,
      (problem: unknown) => problem,
    );
    expect(await space.all()).toEqual([]);
    return error;
  };

  it.each<[string, string | Uint8Array, string, object]>([
    ['empty', '', 'a.md', { code: 'import:empty' }],
    ['blank', ' \n\n', 'a.csv', { code: 'import:empty' }],
    ['a book without entries', '# Book\n\nnothing\n', 'a.md', { code: 'import:empty' }],
    ['a CSV with only a header', 'Name,City\n', 'a.csv', { code: 'import:empty' }],
    [
      'a CSV without names',
      'Colour,Size\nred,1\n',
      'a.csv',
      { code: 'import:unreadable', where: { line: 1 } },
    ],
    ['broken quotes', 'Name,City\n"Oak Inn,Lyon\n', 'a.csv', { code: 'import:unreadable' }],
    ['prose', 'Dear team, hello\n', 'a.txt', { code: 'import:unreadable' }],
    [
      'binary',
      new Uint8Array([65, 10, 66, 0, 1, 2, 3]),
      'a.md',
      { code: 'import:unreadable', where: { line: 2 } },
    ],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'a.xlsx', { code: 'import:unreadable' }],
    ['200 MB', new Uint8Array(200 * 2 ** 20), 'a.md', { code: 'import:too_large' }],
  ])('(%s) is refused with what to do, and nothing is written', async (_, bytes, name, expected) => {
    expect(await refused(bytes, name)).toMatchObject({ ...expected, nextStep: expect.any(String) });
  });

  it('is refused to somebody who may not import', async () => {
    const viewer = await space.person('viewer');
    const work = space.as(viewer, (ctx) => importFiles(ctx, { files: [importFile(ENTRY)] }));
    await expect(work).rejects.toMatchObject({ code: 'auth:forbidden' });
  });

  it('reads UTF-16 with its mark', async () => {
    const utf16 = Buffer.from(`\uFEFF${ENTRY}`, 'utf16le');
    await space.system((ctx) => importFiles(ctx, { files: [importFile(new Uint8Array(utf16))] }));
    expect(await space.all()).toHaveLength(1);
  });
});

it('is one transaction: what fails later takes the import with it', async () => {
  const work = space.system(async (ctx) => {
    await importFiles(ctx, { files: [importFile(ENTRY)] });
    await ctx.tx.execute(sql`select 1 / 0`);
  });
  await expect(work).rejects.toThrow();
  expect(await space.all()).toEqual([]);
});
