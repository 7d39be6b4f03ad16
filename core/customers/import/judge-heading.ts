// Whether a heading is a customer at all. What is not stays out of audiences until a person has looked.
import { fold } from '../../../lib/text.ts';
import { findCountry } from '../../places/countries.ts';
import { findRegion } from '../../places/regions.ts';

export type Issue = { reason: string; detail: string; isBlocking: boolean; line: number };

const STATES =
  /^(\d{4} )?(cancell?ed|terminated|closed|expired|inactive|pending|on hold|suspended|renewed|renewal|renewals|draft|test|unknown|total|summary|notes?|remarks?|others?|misc(ellaneous)?|new|old|to do|todo)( (pending|cancelled|canceled|customers?|clients?|sites?|venues?|accounts?|renewals?))*( \d{4})?$/;
const REFERENCES = /^(page|sheet|row|line|item|appendix|section|table|no|nr) ?\d+$|^\d+$/;
const SENTENCES: readonly RegExp[] = [
  /^(to be|has been|have been|please|waiting (for|on)|needs? to|moved to|moving to)\b/,
  /^(converting|changing|switching|renewing|adding|removing|updating|migrating|cancelling|canceling)\b/,
  /^(convert|change|switch|renew|add|remove|update|migrate|cancel) (to|back|the|this|\d)/,
  /^(this|these|the) (client|customer|site|venue|hotel|account|contract|property)s? (will|is|are|has|have|was|were|going)\b/,
  /\b(will (be|change|move|convert|renew|close|cancel|go|need|have)|going through|renewal pending|pending renewal|not renew(ed|ing)|no longer|change back|convert to)\b/,
];
const FORMER = /^\W*(formerly|former name|previously|previous name|ex-|old name|aka|a\.k\.a\.)\b/i;

/** What an entry without a name is called; an export brings it back. */
export const nameless = (line: number): string => `(no name, line ${line})`;
const NAMELESS = /^\(no name, line \d+\)$/;
export const isNameless = (name: string): boolean => name.trim() === '' || NAMELESS.test(name);

/** The reasons why a heading is no customer, or two; none for an ordinary name. */
export function judgeHeading(name: string, line: number): Issue[] {
  const found = findFault(name);
  return found ? [{ ...found, isBlocking: true, line }] : [];
}

function findFault(name: string): Pick<Issue, 'reason' | 'detail'> | null {
  const key = fold(name);
  if (isNameless(name) || (!/\p{L}/u.test(key) && !/\d/.test(key)))
    return { reason: 'no_name', detail: 'The entry has no name.' };
  const country = findCountry(name);
  if (country || findRegion(name)) return notCustomer(`"${name}" is ${country ? 'a country' : 'a region'}`);
  if (REFERENCES.test(key)) return notCustomer(`"${name}" is a reference or a number`);
  if (STATES.test(key)) return notCustomer(`"${name}" is a state or a note`);
  if (FORMER.test(name))
    return { reason: 'former_name', detail: `"${name}" is only a former name; what is it called now?` };
  if (SENTENCES.some((pattern) => pattern.test(key))) return notCustomer(`"${name}" reads like a note`);
  const sites = sitesOf(name);
  if (sites.length > 1)
    return { reason: 'joined_sites', detail: `${sites.length} sites share one heading: "${name}".` };
  return null;
}

/** The names that share a heading. */
export const sitesOf = (heading: string): string[] =>
  heading
    .split(';')
    .map((part) => part.trim())
    .filter((part) => /\p{L}{2}/u.test(part));

const notCustomer = (what: string) => ({
  reason: 'not_a_customer',
  detail: `${what}, which is not the name of a customer.`,
});
