// A sealed value says that it is one: "§", its kind, the number of the workspace's key, and what AES-256-GCM made of it.
import { createSecretKey, type KeyObject } from 'node:crypto';
import { decryptUnder, encryptUnder, randomToken, type SealKeys, seal, unseal } from '../../lib/crypto.ts';
import { keepAnswers } from '../../lib/keep-answers.ts';
import type { Seal } from './sealing.ts';

/** One of a workspace's keys for addresses, itself sealed under ours. */
export type StoredKey = { number: number; sealed: string };

/** What one workspace's values are written and read with. */
export type Vault = Seal & {
  /** The key that values are sealed under now. */
  number: number;
  /** Whether one value is sealed, and under that key. */
  isCurrent(value: unknown): boolean;
  /** The value with everything sealed in it opened, in place; what is not sealed, or does not open, as it stands. */
  open(value: unknown): unknown;
  /** Whether it met what is sealed under a key newer than its own, and left that as it stands. */
  isBehind(): boolean;
};

const MARK = '§';
const MARK_CODE = MARK.charCodeAt(0);
const BYTES_MARK = Buffer.from(`${MARK}b`);

/** A fresh key for a workspace's addresses, as it is stored. */
export const newAddressKey = (keys: SealKeys): string => seal(keys, randomToken(32));

/** `keys` of a workspace, the newest first; null where it has none and everything is in clear. */
export type OpenVault = (keys: readonly StoredKey[]) => Vault | null;

/** Opens the vaults of workspaces. A key is unwrapped when the first value needs it, and kept. */
export function createVaults(own: SealKeys): OpenVault {
  const unwrap = keepAnswers((sealed) => createSecretKey(unseal(own, sealed), 'base64url'), KEPT);
  return (keys) => vaultOf(keys, unwrap);
}

// Workspaces whose keys are at hand; the others' are unwrapped again, which takes microseconds.
const KEPT = 10_000;

function vaultOf(keys: readonly StoredKey[], unwrap: (sealed: string) => KeyObject): Vault | null {
  const [newest] = keys;
  if (!newest) return null;
  const { number } = newest;
  const lock = (kind: string, plain: Uint8Array) => encryptUnder(unwrap(newest.sealed), plain, kind);
  const write = (kind: string, plain: string) =>
    `${MARK}${kind}${number}.${lock(kind, Buffer.from(plain)).toString('base64url')}`;
  // An address and its normalised form stand side by side, and are mostly one.
  let last = { plain: '', sealed: '' };
  let isBehind = false;
  const unlock = (kind: string, name: string, body: Uint8Array): Buffer | null => {
    const key = keys.find((one) => one.number === Number(name));
    if (!key) {
      isBehind ||= Number(name) > number;
      return null;
    }
    const object = unwrap(key.sealed);
    try {
      return decryptUnder(object, body, kind);
    } catch {
      // Somebody typed what looks like one, or changed one: a changed address no longer fits the hash it was frozen with.
      return null;
    }
  };
  const readText = (text: string): unknown => {
    const at = text.indexOf('.');
    const kind = text[1] ?? '';
    if (at < 0 || (kind !== 't' && kind !== 'j')) return text;
    const plain = unlock(kind, text.slice(2, at), Buffer.from(text.slice(at + 1), 'base64url'))?.toString();
    if (plain === undefined) return text;
    return kind === 'j' ? JSON.parse(plain) : plain;
  };
  const readBytes = (bytes: Buffer): Buffer => {
    const at = bytes.indexOf('.');
    if (!bytes.subarray(0, BYTES_MARK.length).equals(BYTES_MARK) || at < 0) return bytes;
    return unlock('b', bytes.toString('utf8', BYTES_MARK.length, at), bytes.subarray(at + 1)) ?? bytes;
  };
  return {
    number,
    text: (plain) => {
      if (plain === '') return '';
      if (plain !== last.plain) last = { plain, sealed: write('t', plain) };
      return last.sealed;
    },
    json: (plain) => write('j', JSON.stringify(plain)),
    bytes: (plain) => Buffer.concat([Buffer.from(`${MARK}b${number}.`), lock('b', plain)]),
    isCurrent: (value) => looksSealed(value) && headOf(value).slice(2) === String(number),
    open: (value) => openEach(value, { readText, readBytes }),
    isBehind: () => isBehind,
  };
}

/** Whether it has the form of one sealed value. */
export const looksSealed = (value: unknown): boolean => HEAD.test(headOf(value));

const HEAD = new RegExp(`^${MARK}[tjb]\\d+$`);
const headOf = (value: unknown): string =>
  (typeof value === 'string' ? value : Buffer.isBuffer(value) ? value.toString('utf8', 0, 20) : '').split(
    '.',
    1,
  )[0]!;

type Readers = { readText(text: string): unknown; readBytes(bytes: Buffer): Buffer };

function openEach(value: unknown, readers: Readers): unknown {
  if (typeof value === 'string') return value.charCodeAt(0) === MARK_CODE ? readers.readText(value) : value;
  if (value === null || typeof value !== 'object') return value;
  if (Buffer.isBuffer(value)) return readers.readBytes(value);
  const record = value as Record<string, unknown>;
  for (const key in record) {
    const item = record[key];
    const opened = openEach(item, readers);
    if (opened !== item) record[key] = opened;
  }
  return value;
}
