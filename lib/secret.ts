// What the data folder keeps besides the database: the generated secret and the public keys of the workspaces.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Config } from './config.ts';
import { randomToken } from './crypto.ts';
import { AppError } from './errors.ts';
import { makeFolder } from './make-folder.ts';

/** REFRAIN_SECRET, else the one that was generated into the data folder when it was first opened. */
export function readSecret({ REFRAIN_SECRET, REFRAIN_DATA }: Config): string {
  if (REFRAIN_SECRET) return REFRAIN_SECRET;
  const path = join(REFRAIN_DATA, 'secret');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  makeFolder(REFRAIN_DATA);
  const secret = randomToken(48);
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
}

const keysFolder = ({ REFRAIN_DATA }: Config): string => join(REFRAIN_DATA, 'keys');

/** Where the public key of a workspace is pinned when it is made; without a name, the only one there is. */
export function pinnedKeyPath(config: Config, workspace?: string): string {
  if (workspace) return join(keysFolder(config), `${basename(workspace)}.pem`);
  const folder = keysFolder(config);
  const pinned = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pem')) : [];
  const [only, ...others] = pinned;
  if (only && others.length === 0) return join(folder, only);
  throw new AppError(
    'proof:invalid',
    only
      ? `Several workspaces have a pinned key: ${pinned.map((name) => name.slice(0, -4)).join(', ')}.`
      : `No public key is pinned in ${folder}.`,
    { nextStep: 'Name the workspace with --workspace, or a public key that you trust with --key.' },
  );
}

/** Pins each workspace's public key once: a key that changed later would not replace what people trusted. */
export function pinKeys(config: Config, tenants: readonly { slug: string; publicKey: string }[]): void {
  makeFolder(keysFolder(config));
  for (const { slug, publicKey } of tenants) {
    const path = pinnedKeyPath(config, slug);
    if (!existsSync(path)) writeFileSync(path, publicKey);
  }
}
