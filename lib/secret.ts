// What the data folder keeps besides the database: the generated secret and the public keys of the workspaces.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { randomToken } from './crypto.ts';

/** REFRAIN_SECRET, else the one that was generated into the data folder when it was first opened. */
export function readSecret({ REFRAIN_SECRET, REFRAIN_DATA }: Config): string {
  if (REFRAIN_SECRET) return REFRAIN_SECRET;
  const path = join(REFRAIN_DATA, 'secret');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  mkdirSync(REFRAIN_DATA, { recursive: true, mode: 0o700 });
  const secret = randomToken(48);
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
}

const keysFolder = ({ REFRAIN_DATA }: Config): string => join(REFRAIN_DATA, 'keys');

/** Where the public key of a workspace is pinned when it is made; the only one where there is only one. */
export function pinnedKeyPath(config: Config, workspace = 'main'): string {
  return join(keysFolder(config), `${workspace}.pem`);
}

/** Pins each workspace's public key once: a key that changed later would not replace what people trusted. */
export function pinKeys(config: Config, tenants: readonly { slug: string; publicKey: string }[]): void {
  mkdirSync(keysFolder(config), { recursive: true });
  for (const { slug, publicKey } of tenants) {
    const path = pinnedKeyPath(config, slug);
    if (!existsSync(path)) writeFileSync(path, publicKey);
  }
}
