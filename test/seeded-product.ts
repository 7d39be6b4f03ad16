import { migratedPostgres, postgresKept } from './database.ts';
import { keepFolder } from './kept-folder.ts';
import { type Beginning, openTestRefrain } from './refrain.ts';
import { seedHash } from './seeded-workspace.ts';

const SECRET = 'what seals the demonstration that the tests of a run share';

/**
 * What openTestRefrain begins with, the demonstration of a kit in it. It is made once: on PGlite for as long as nothing
 * of the seed changes, on Postgres for as long as that server runs.
 */
export async function seededProduct(REFRAIN_NOW: string, kit?: string): Promise<Beginning> {
  const name = `product-${kit ?? 'first'}-${seedHash(REFRAIN_NOW)}`;
  const seed = async (settings: Record<string, string>) => {
    const fresh = await openTestRefrain({ REFRAIN_NOW, ...settings });
    await fresh.seed(kit);
    await fresh.close();
  };
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) return { folder: await keepFolder(name, (REFRAIN_DATA) => seed({ REFRAIN_DATA })) };
  const database = await postgresKept(server, {
    name,
    from: await migratedPostgres(server),
    fill: (DATABASE_URL) => seed({ DATABASE_URL, REFRAIN_SECRET: SECRET }),
  });
  return { database, secret: SECRET };
}
