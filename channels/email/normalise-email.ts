import { domainToASCII } from 'node:url';

// RFC 5322 dot-atom; quoted local parts and domain literals exist in standards only.
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP = /^([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/**
 * Lower case throughout, or null. The part before the @ is folded too: no mailbox provider in use tells "Ann" from
 * "ann", and an opt-out must reach both. International domains become their ASCII form.
 */
export function normaliseEmail(address: string): string | null {
  const given = address
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '');
  const at = given.lastIndexOf('@');
  const local = given.slice(0, at);
  const domain = domainOf(given.slice(at + 1));
  if (at < 1 || !domain || local.length > 64 || !LOCAL.test(local)) return null;
  const whole = `${local}@${domain}`;
  return whole.length <= 254 ? whole : null;
}

/** `domainToASCII` alone would make a domain of much else (an IPv4 address of "0x7f.1"), hence the labels. */
function domainOf(text: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(text)) return null;
  const labels = domainToASCII(text).split('.');
  const isDomain =
    labels.length > 1 && labels.every((label) => LABEL.test(label)) && TOP.test(labels.at(-1)!);
  return isDomain ? labels.join('.') : null;
}
