import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Within } from '../core/context.ts';
import { createImportRunner } from '../core/customers/import/import-runner.ts';
import { startImport } from '../core/customers/import/run-import.ts';
import { storeImport } from '../core/customers/import/store-import.ts';
import { areWordsKept, keepVocabulary } from '../core/read-vocabulary.ts';
import { createThread } from '../core/threads/create-thread.ts';
import { listTalking } from '../core/threads/list-talking.ts';
import type { Vocabulary } from '../core/vocabulary.ts';
import { createLog } from '../lib/log.ts';
import { addCustomer } from '../test/add-customer.ts';
import { openTestWorkspace, type TestWorkspace } from '../test/workspace.ts';
import { openFollower } from './follow-words.ts';

const ACTOR = { kind: 'system', name: 'test' } as const;
const log = createLog('silent');
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  await workspace.system((ctx) => addCustomer(ctx, { name: 'The first' }));
});
afterAll(() => workspace.close());

/** One that tells what it has read. */
function watchedFollower() {
  const seen: Vocabulary[] = [];
  const within: Within = async (tenantId, actor, work) => {
    const read = await workspace.within(tenantId, actor, work);
    seen.push(read as Vocabulary);
    return read;
  };
  return { seen, ...openFollower({ within, log }) };
}

async function* fileOf(rows: number) {
  const lines = Array.from({ length: rows }, (_, at) => `House ${at},Lyon,2027-01-31`);
  yield {
    name: 'houses.csv',
    bytes: (async function* () {
      yield Buffer.from(['Customer,City,Contract end', ...lines].join('\n'));
    })(),
  };
}

describe('words that are followed', () => {
  it('are read for nobody who has not talked', async () => {
    const follower = watchedFollower();
    follower.soon(workspace.tenant.id);
    await follower.close();
    expect(follower.seen).toEqual([]);
  });

  it('are read ahead of the first turn where somebody has talked lately, and then are those of the turn', async () => {
    const { system, tenant, database, within, close } = await openTestWorkspace();
    await system(async (ctx) => {
      await addCustomer(ctx, { name: 'The only' });
      await createThread(ctx, { title: 'Hello' });
    });
    const now = await system(async (ctx) => ctx.now);
    const talked = (since: Date) => listTalking(database, { since, limit: 1_000 });
    expect(await talked(new Date(now.getTime() + 1_000))).not.toContain(tenant.id);
    const tenantIds = (await talked(new Date(now.getTime() - 1_000))).filter((id) => id === tenant.id);
    const follower = openFollower({ within, log });
    await follower.ahead(tenantIds);
    await follower.close();
    expect(areWordsKept(tenant.id)).toBe(true);
    const turn = await system((ctx) => keepVocabulary(ctx));
    expect(turn.customers.map(({ name }) => name)).toEqual(['The only']);
    await close();
  });

  it('are not begun to be read for others when the server ends', async () => {
    const follower = watchedFollower();
    const ahead = follower.ahead([workspace.tenant.id, workspace.tenant.id]);
    await follower.close();
    await ahead;
    expect(follower.seen).toHaveLength(1);
  });

  it('are looked at behind a turn, however many there are, and once', async () => {
    await workspace.system((ctx) => keepVocabulary(ctx));
    const follower = watchedFollower();
    for (let turn = 0; turn < 3; turn++) follower.look(workspace.tenant.id);
    await follower.close();
    expect(follower.seen).toHaveLength(1);
  });

  it('are those of every batch of an import, so that the next turn finds nothing to read', async () => {
    await workspace.system((ctx) => keepVocabulary(ctx));
    const follower = watchedFollower();
    const told: string[] = [];
    const imports = createImportRunner({
      within: workspace.within,
      normalise: (_channel, address) => address,
      owner: 'a test',
      batch: 2,
      log,
      onWritten: (tenantId) => {
        told.push(tenantId);
        follower.soon(tenantId);
      },
    });
    const { within, tenant } = workspace;
    const importId = await storeImport({ within, tenantId: tenant.id, actor: ACTOR }, fileOf(6));
    await workspace.system((ctx) => startImport(ctx, importId));
    imports.run(tenant.id, importId);
    await imports.settle();
    expect(told).toEqual([tenant.id, tenant.id, tenant.id]);
    await follower.close();
    expect(follower.seen).not.toEqual([]);
    const later = watchedFollower();
    later.soon(tenant.id);
    await later.close();
    const last = later.seen.at(-1)!;
    expect(last.customers.map(({ name }) => name)).toEqual([
      ...['House 0', 'House 1', 'House 2', 'House 3', 'House 4', 'House 5', 'The first'],
    ]);
    expect(last.values.city).toContain('Lyon');
    expect((await workspace.system((ctx) => keepVocabulary(ctx))).customers).toBe(last.customers);
  });
});
