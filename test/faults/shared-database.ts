import { type Database, openDatabase } from '../../db/client.ts';
import { openTestDatabase } from '../database.ts';
import { layDatabase } from '../kept-folder.ts';

/**
 * A database that another process can open: Postgres where the tests have one (then with its `url`), else a PGlite
 * folder, which belongs to one process at a time.
 */
export async function openSharedDatabase(
  dataFolder: string,
): Promise<{ database: Database; url: string | undefined }> {
  if (process.env.TEST_POSTGRES_URL) {
    const database = await openTestDatabase();
    return { database, url: database.pool.options.connectionString };
  }
  await layDatabase(dataFolder);
  return { database: await openDatabase({ dataFolder }), url: undefined };
}
