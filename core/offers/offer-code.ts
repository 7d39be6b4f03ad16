// A recipient's own code: derived, so that preview, fallbacks and what is frozen show the same one; unguessable without
// the workspace's key.
import { createHmac } from 'node:crypto';
import { type Keyring, keyObject } from '../../lib/crypto.ts';

/** Without signs that are mistaken for others. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const HALF = 5;

type Whose = {
  campaignId: string;
  contactId: string;
  prefix: string | null /** A tester's is never redeemed. */;
  isTest: boolean;
};

/** "SPA-7K2M9-QX4TB": 50 bits of an HMAC. */
export function offerCode(
  keys: Pick<Keyring, 'code'>,
  { campaignId, contactId, prefix, isTest }: Whose,
): string {
  const bytes = createHmac('sha256', keyObject(keys.code))
    .update(`offer ${isTest ? 'test' : 'real'} ${campaignId} ${contactId}`)
    .digest();
  const signs = [...bytes.subarray(0, 2 * HALF)].map((byte) => SIGNS[byte % SIGNS.length]).join('');
  const own = `${signs.slice(0, HALF)}-${signs.slice(HALF)}`;
  return prefix ? `${prefix}-${own}` : own;
}

/** As codes are compared: people leave out dashes, and write O for 0. */
export const plainCode = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

const [SHORTEST, LONGEST] = [2 * HALF, 2 * HALF + 8];
// A reply is short; a long one is no list of codes.
const WORDS = 300;

/** What in a text could be a code, as codes are compared: a word, or up to three that stand together. */
export function codesIn(text: string): string[] {
  const words = text.split(/[\s,.;:!?()"“”„«»<>]+/u, WORDS).map(plainCode);
  const joined = words.flatMap((_, at) => [1, 2, 3].map((count) => words.slice(at, at + count).join('')));
  return [...new Set(joined)].filter(({ length }) => length >= SHORTEST && length <= LONGEST);
}
