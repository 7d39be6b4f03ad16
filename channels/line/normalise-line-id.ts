// What the platform calls a person: U and 32 hexadecimal digits.
const USER_ID = /^u[0-9a-f]{32}$/;
// What people write on their cards; official accounts have theirs with an "@".
const LINE_ID = /^@?[a-z0-9][a-z0-9._-]{2,19}$/;

/** A LINE user id ("U" and lower-case digits) or a LINE ID in lower case, or null. */
export function normaliseLineId(address: string): string | null {
  const given = address
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
    .toLowerCase();
  if (USER_ID.test(given)) return `U${given.slice(1)}`;
  return LINE_ID.test(given) ? given : null;
}
