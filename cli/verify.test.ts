import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../lib/config.ts';
import { pinKeys, pinnedKeyPath } from '../lib/secret.ts';

const root = join(import.meta.dirname, '..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'refrain-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const key = (slug: string) => ({ slug, publicKey: `key of ${slug}` });

describe('the pinned key that a proof is verified against', () => {
  const configOf = (name: string) => readConfig({ REFRAIN_DATA: join(folder, name) });

  it('is the only one, whatever its workspace is called', () => {
    const config = configOf('one');
    pinKeys(config, [key('hospitality-music')]);
    expect(pinnedKeyPath(config)).toBe(join(folder, 'one/keys/hospitality-music.pem'));
  });

  it('must be named where there are several, and a name leads out of no folder', () => {
    const config = configOf('two');
    pinKeys(config, [key('main'), key('other')]);
    expect(() => pinnedKeyPath(config)).toThrow(/Several workspaces have a pinned key: main, other/);
    expect(pinnedKeyPath(config, 'other')).toBe(join(folder, 'two/keys/other.pem'));
    expect(pinnedKeyPath(config, '../../other')).toBe(join(folder, 'two/keys/other.pem'));
  });

  it('is missed in a sentence where none was ever made', () => {
    mkdirSync(join(folder, 'none'));
    expect(() => pinnedKeyPath(configOf('none'))).toThrow(/No public key is pinned/);
  });
});

describe.each([
  ['verify', 'no-proof.json', /is not a proof: it is not JSON/],
  ['verify-audit', 'no-file', /no-file cannot be read/],
])('refrain %s', (command, name, refusal) => {
  it('says in one sentence on stderr what it cannot take, and fails', () => {
    writeFileSync(join(folder, 'no-proof.json'), 'not json');
    const config = readConfig({ REFRAIN_DATA: join(folder, 'cli') });
    pinKeys(config, [key('main')]);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'cli/main.ts'), command, join(folder, name), '--json'],
      { env: { ...process.env, REFRAIN_DATA: config.REFRAIN_DATA }, encoding: 'utf8' },
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(refusal);
    expect(stderr).not.toMatch(/ {4}at /);
  });
});
