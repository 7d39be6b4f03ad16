// An importing process of its own: `node importer-process.ts '<json>'` goes on with an import of the database it is
// given, and stops in the middle to be killed: inside a transaction that has written everything, or right after one.
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx, Within } from '../../core/context.ts';
import { runImport } from '../../core/customers/import/run-import.ts';
import { openContexts } from '../../core/tenants/workspace.ts';
import { openDatabase } from '../../db/client.ts';
import { imports } from '../../db/schema/index.ts';
import { TEST_KEYS, TEST_NOW } from '../workspace.ts';

const given = z
  .object({
    url: z.string().optional(),
    dataFolder: z.string(),
    tenantId: z.string(),
    importId: z.string(),
    stop: z.enum(['inside', 'between']),
    at: z.number(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const database = await openDatabase({ url: given.url, dataFolder: given.dataFolder });
const open = openContexts({ database, clock: () => new Date(TEST_NOW), keys: TEST_KEYS });

const isThere = async (ctx: Ctx) => {
  const [row] = await ctx.tx
    .select({ position: imports.position })
    .from(imports)
    .where(eq(imports.id, given.importId));
  return row?.position === given.at;
};

async function wait(): Promise<void> {
  process.stdout.write('here\n');
  await new Promise(() => setInterval(() => {}, 1000));
}

const within: Within = async (tenantId, actor, work) => {
  const result = await open(tenantId, actor, async (ctx) => {
    const done = await work(ctx);
    if (given.stop === 'inside' && (await isThere(ctx))) await wait();
    return done;
  });
  if (given.stop === 'between' && (await open(tenantId, actor, isThere))) await wait();
  return result;
};

await runImport({
  within,
  normalise: (_channel, address) => address.toLowerCase(),
  owner: `process ${process.pid}`,
  batch: 10,
  tenantId: given.tenantId,
  importId: given.importId,
});
throw new Error('Nobody killed this process.');
