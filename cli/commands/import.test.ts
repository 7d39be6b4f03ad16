import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ImportPreview } from '../../core/customers/import/preview-import.ts';
import { cancelImport } from '../../core/customers/import/run-import.ts';
import { readConfig } from '../../lib/config.ts';
import { openTestServer, type TestServer } from '../../test/server.ts';
import { type Client, clientOf } from '../client.ts';
import type { Options } from '../options.ts';
import { importFiles } from './import.ts';

let server: TestServer;
let client: Client;
let folder: string;
beforeAll(async () => {
  server = await openTestServer();
  const { headers } = await server.script('manager');
  client = clientOf(server.app, headers.authorization!.slice('Bearer '.length), { close: async () => {} });
  folder = mkdtempSync(join(tmpdir(), 'refrain-import-'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** What the command writes to stdout. */
async function refrainImport(words: string[], given: Partial<Options> = {}): Promise<string> {
  let written = '';
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
  const options = { words, json: false, 'dry-run': false, ...given } as Options;
  try {
    if (!importFiles.needsApi) throw new Error('import is a client of the API');
    await importFiles.run({ client, options, config: readConfig({}) });
  } finally {
    out.mockRestore();
  }
  return written;
}

const names = async () =>
  (await client.get<{ customers: { name: string }[] }>('/customers')).customers.map(({ name }) => name);
const imports = async () =>
  (await client.get<{ imports: { id: string; status: string }[] }>('/imports')).imports;
const BOOK =
  '### Hilton Pattaya\n- **Zone Count**: 2\n- **Zone Names**: Bar\n\n### Thailand\n- **Zone Count**: —\n';

describe('refrain import', () => {
  it('says by column and by line what it would do, and keeps nothing', async () => {
    const table = file('sites.csv', 'Customer,Town,Hue\nHilton Pattaya,Pattaya,red\n');
    const told = await refrainImport([table, file('book.md', BOOK)], { 'dry-run': true });
    expect(told).toMatch(/sites\.csv: csv, utf-8\n {2}Customer → name \(.*, 1\)/);
    expect(told).toMatch(/Hue → nothing/);
    expect(told).toMatch(/Of the first 3 entries: create 3/);
    expect(told).toMatch(/line 5 Thailand: review\. .+/);
    expect(told).toMatch(/country: — → TH \(.+\)/);
    const json = JSON.parse(await refrainImport([table], { 'dry-run': true, json: true })) as ImportPreview;
    expect(json.counts.created).toBe(1);
    expect([await names(), await imports()]).toEqual([[], []]);
  });

  it('takes several files, and reports them line by line, with what was inferred and why', async () => {
    const paths = [file('book.md', BOOK), file('more.csv', 'Customer,City\nOak Inn,Lyon\n')];
    const report = JSON.parse(await refrainImport(paths, { json: true })) as Record<string, unknown>;
    expect(report).toMatchObject({ created: 3, inReview: 1, files: [{ entries: 2 }, { entries: 1 }] });
    expect(report.items).toMatchObject([
      { position: 0, line: 1, name: 'Hilton Pattaya', outcome: 'created' },
      { position: 1, line: 5, name: 'Thailand', outcome: 'review' },
      { position: 2, line: 2, name: 'Oak Inn', file: 'more.csv' },
    ]);
    const [hilton] = report.items as { inferred: { field: string }[] }[];
    expect(hilton?.inferred).toContainEqual({
      field: 'country',
      value: 'TH',
      because: expect.stringMatching(/Pattaya/),
      confidence: expect.any(Number),
    });
    const again = await refrainImport(paths);
    expect(again).toMatch(/created 0, updated 0, unchanged 3/);
    expect(again).toMatch(/line 5 Thailand: review\./);
    expect(await names()).toEqual(['Hilton Pattaya', 'Oak Inn']);
  });

  it('goes on with one that stopped, and says how when it stops', async () => {
    const row = await client.post<{ importId: string }>('/imports', {
      form: formOf('late.csv', 'Customer,City\nElm Inn,Lyon\n'),
    });
    const actor = { kind: 'system', name: 'test' } as const;
    await server.within(server.tenant.id, actor, (ctx) => cancelImport(ctx, row.importId));
    expect(await refrainImport([], { resume: row.importId })).toMatch(/created 1/);
    await expect(refrainImport([], { resume: row.importId })).rejects.toMatchObject({ code: 'import:state' });
  });

  it('refuses all files for one that cannot be read, with its line, and leaves no draft behind', async () => {
    const before = await imports();
    const bad = file('bad.csv', 'Customer,City\nOak,\0\0\n');
    await expect(refrainImport([file('good.csv', 'Customer\nFir Inn\n'), bad])).rejects.toMatchObject({
      code: 'import:unreadable',
      message: expect.stringMatching(/bad\.csv .*line 2/),
    });
    await expect(refrainImport([join(folder, 'none.csv')])).rejects.toMatchObject({
      code: 'import:unreadable',
    });
    await expect(refrainImport([])).rejects.toMatchObject({ code: 'input:invalid' });
    expect(await imports()).toEqual(before);
    expect(await names()).not.toContain('Fir Inn');
  });
});

function formOf(name: string, text: string): FormData {
  const form = new FormData();
  form.append('files', new File([text], name));
  return form;
}
