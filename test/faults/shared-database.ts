import { type Database, openDatabase } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { openTestDatabase } from '../database.ts';

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
  const database = await openDatabase({ dataFolder });
  await migrateDatabase(database);
  return { database, url: undefined };
}
