import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * E.164 ("+66 90 000 0001" → "+66900000001"), or null. A national number needs its country (ISO 3166-1 alpha-2). A
 * number of the right length is taken even when nobody has its prefix today: numbering plans change faster than
 * libraries. Extensions are refused, as nothing can be delivered to one.
 */
export function normalisePhone(address: string, country?: string): string | null {
  const given = address
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .trim()
    .replace(/^tel:/i, '');
  const written = parse(given, country);
  if (written?.isValid()) return written.number;
  // "00" for "+", as it is dialled in most countries but not in all: only when the result is a number in use.
  const dialled = given.startsWith('00') ? parse(`+${given.slice(2)}`) : undefined;
  if (dialled?.isValid()) return dialled.number;
  if (!written?.isPossible() || given.startsWith('00')) return null;
  // A number that reads as another one when it is read again (a trunk prefix kept in it) is nobody's.
  return parse(written.number)?.number === written.number ? written.number : null;
}

function parse(text: string, country?: string) {
  const hint = country?.trim().toUpperCase();
  const phone = parsePhoneNumberFromString(text, {
    extract: false,
    ...(hint && isSupportedCountry(hint) ? { defaultCountry: hint } : {}),
  });
  return phone?.ext ? undefined : phone;
}
