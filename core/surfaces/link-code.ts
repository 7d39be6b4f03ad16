import { randomBytes } from 'node:crypto';

// No I, L, O, U: nobody has to guess which sign it is.
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const HALF = 4;

/** As people see it: "7K2Q-XM4T". */
export function linkCode(): string {
  const signs = Array.from(randomBytes(2 * HALF), (byte) => SIGNS[byte % SIGNS.length]).join('');
  return `${signs.slice(0, HALF)}-${signs.slice(HALF)}`;
}

/** As people type it. */
export const readLinkCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/gu, '').replaceAll('O', '0').replace(/[IL]/gu, '1');

const LINKING = /^\s*(?:please\s+)?link[\s:]+([0-9a-z]{4}[\s-]?[0-9a-z]{4})[\s.!]*$/iu;

/** The code of "link 7K2Q-XM4T"; null for any other sentence. */
export const linkingCode = (sentence: string): string | null => LINKING.exec(sentence)?.[1] ?? null;
