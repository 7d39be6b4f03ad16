import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

// What OWASP's password storage cheat sheet names as its least for argon2id: 19 MiB, twice over, in one lane. More would
// let a handful of sign-ins at once take the memory that sending needs.
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const BYTES = 32;

type Cost = { memory: number; passes: number; parallelism: number };
const hash = (password: string, nonce: Buffer, cost: Cost): Promise<Buffer> =>
  derive('argon2id', { ...cost, message: password.normalize('NFKC'), nonce, tagLength: BYTES });

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** argon2id with its salt and parameters, in the usual notation (`$argon2id$v=19$m=…,t=…,p=…$salt$hash`). */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const key = await hash(password, nonce, COST);
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(key)}`;
}

const NOTATION = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Whether that is the password. Without a hash it takes as long as with one, so that nobody learns who has an account. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const parts = stored === null ? null : NOTATION.exec(stored);
  if (!parts) {
    await hash(password, Buffer.alloc(16), COST);
    return false;
  }
  const [, memory, passes, parallelism, salt, known] = parts;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const key = await hash(password, Buffer.from(salt!, 'base64'), cost);
  const expected = Buffer.from(known!, 'base64');
  return key.length === expected.length && timingSafeEqual(key, expected);
}
