// Data folders that are made once and copied for each test: making one takes ten times as long.
import { cpSync, existsSync, mkdtempSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../db/client.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { CACHE, migrationsHash } from './database.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** The folder of that name as `fill` left it, filled once. It is nobody's to open: copy it. */
export async function keepFolder(name: string, fill: (folder: string) => Promise<unknown>): Promise<string> {
  const kept = join(CACHE, name);
  if (existsSync(kept)) return kept;
  return oneAtATime(`${kept}-filling`, async () => {
    if (existsSync(kept)) return kept;
    const folder = mkdtempSync(`${kept}-`);
    await fill(folder);
    renameSync(folder, kept);
    return kept;
  });
}

/** Puts a PGlite database with the whole schema there, and nothing in it. */
export async function layDatabase(dataFolder: string): Promise<void> {
  const kept = await keepFolder(`schema-${migrationsHash()}`, async (folder) => {
    const database = await openDatabase({ dataFolder: folder });
    await migrateDatabase(database);
    await database.close();
  });
  cpSync(kept, dataFolder, { recursive: true });
}
