import { createHmac } from 'node:crypto';
import type { Keyring } from '../../lib/crypto.ts';

// No I, L, O, U: nobody has to guess which sign it is, and no word comes out.
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;
/** After so many wrong codes an approval is decided by its button only. */
export const MAX_FAILED_CODES = 5;

type Coded = { id: string; digest: string };

/**
 * Six signs bound to the approval and its digest; they decide like the button does. A code has a digit and a letter
 * always, so that no plain word or number looks like one.
 */
export function shortCode(keys: Keyring, { id, digest }: Coded): string {
  for (let round = 0; ; round += 1) {
    const bytes = createHmac('sha256', keys.code).update(`${id}:${digest}:${round}`).digest();
    const code = Array.from(bytes.subarray(0, LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join('');
    if (/\d/.test(code) && /[A-Z]/.test(code)) return code;
  }
}

/** As people type it: any case, o for 0, i and l for 1, with spaces or hyphens. */
export const readCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
