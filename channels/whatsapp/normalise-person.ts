import { normalisePhone } from '../normalise-phone.ts';

// What Meta calls somebody who hides their number, to one business: their country and a number of its own.
const SCOPED = /^[a-z]{2}\.(ent\.)?\d{10,30}$/i;

/** A telephone number in E.164, or a business-scoped user id ("US.13491208655302741918"). */
export function normalisePerson(address: string, country?: string): string | null {
  const given = address.trim();
  return SCOPED.test(given) ? given.toUpperCase() : normalisePhone(address, country);
}

export const isScopedId = (address: string): boolean => SCOPED.test(address);
