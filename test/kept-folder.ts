// Data folders that are made once and copied for each test: making one takes ten times as long.
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../db/client.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { CACHE, migrationsHash } from './database.ts';

/** The folder of that name as `fill` left it, filled once. It is nobody's to open: copy it. */
export async function keepFolder(name: string, fill: (folder: string) => Promise<unknown>): Promise<string> {
  const kept = join(CACHE, name);
  if (existsSync(kept)) return kept;
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(`${kept}-`);
  await fill(folder);
  try {
    renameSync(folder, kept);
  } catch (error) {
    // Another file's process was a moment faster; its folder is the same.
    if (!existsSync(kept)) throw error;
    rmSync(folder, { recursive: true });
  }
  return kept;
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
