// The whole product behind a port, for a browser: the demonstration workspace and a person who may do everything.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildPageWhenStale } from '../../scripts/build-page.ts';
import { CACHE } from '../database.ts';
import { openTestRefrain } from '../refrain.ts';
import { seedHash } from '../seeded-workspace.ts';

// Friday 15:00 in Bangkok, 9:00 in Düsseldorf: nobody sleeps.
const REFRAIN_NOW = '2026-11-20T08:00:00Z';

export async function openProduct() {
  await buildPageWhenStale();
  const refrain = await openTestRefrain({ REFRAIN_NOW }, await seededFolder());
  const workspace = await refrain.seed();
  const url = await refrain.app.listen({ port: 0, host: '127.0.0.1' });
  return {
    ...refrain,
    url,
    workspace,
    /** A fresh one-time link. */
    link: () => refrain.signInLink(workspace, url),
  };
}

export type Product = Awaited<ReturnType<typeof openProduct>>;

/** A data folder with the demonstration in it, made once for as long as nothing of the seed changes. */
async function seededFolder(): Promise<string> {
  const folder = join(CACHE, `product-${seedHash(REFRAIN_NOW)}`);
  if (existsSync(folder)) return folder;
  const fresh = await openTestRefrain({ REFRAIN_NOW });
  await fresh.seed();
  const kept = `${folder}.${process.pid}`;
  mkdirSync(CACHE, { recursive: true });
  await fresh.close((made) => cpSync(made, kept, { recursive: true }));
  try {
    renameSync(kept, folder);
  } catch (error) {
    // Another file's process was a moment faster; its folder is the same.
    if (!existsSync(folder)) throw error;
    rmSync(kept, { recursive: true });
  }
  return folder;
}
