import { CORRECTED } from '../../../db/schema/index.ts';
import { toMajor } from '../../../lib/money.ts';
import { countryName } from '../../places/countries.ts';
import { latestFirst } from '../import/plan-contract.ts';
import { UNCERTAIN } from '../import/prepare-values.ts';
import type { Stored, StoredContact } from './read-page.ts';

/** Texts by the key of their column (export-columns.ts); what is not known is missing or empty. */
export type Cells = Record<string, string>;
export type Exported = { cells: Cells; contacts: Cells[] };

/** What a customer says, without what was only inferred: that is inferred again. */
export function toExported(stored: Stored): Exported {
  const { customer, brand, owner, unitNames, people } = stored;
  const { inferred, attributes } = customer;
  const stated = (key: string, value: unknown): string => {
    const mark = inferred[key];
    const isGuess = mark !== undefined && mark.reason !== CORRECTED;
    return value === null || value === undefined || isGuess ? '' : String(value);
  };
  const cells: Cells = {
    ...Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, stated(key, value)])),
    id: customer.importKey.startsWith('id:') ? customer.importKey.slice(3) : customer.id,
    name: customer.name,
    brand: stated('brand', brand),
    // "Hotel?" was typed so, and is a hotel, not certainly, the next time too.
    type: UNCERTAIN.exec(inferred.type?.reason ?? '')?.[1] ?? stated('type', customer.type),
    city: stated('city', customer.city),
    country: stated('country', customer.country && countryName(customer.country)),
    time_zone: stated('time_zone', customer.timeZone),
    locale: stated('locale', customer.locale),
    tier: customer.tier ?? '',
    owner: owner ?? '',
    tag: customer.tags.join(', '),
    unit_name: unitNames.join('; '),
    notes: customer.notes ?? '',
    ...contractCells(stored.contracts),
  };
  return { cells, contacts: people.map(contactCells).filter(isSomebody) };
}

function contractCells(contracts: Stored['contracts']): Cells {
  const term = latestFirst(contracts)[0];
  if (!term) return {};
  const { pricePerUnitMinor: minor, currency } = term;
  const price = minor !== null && currency ? String(toMajor({ minor, currency })) : '';
  return {
    contract_start: term.startsOn ?? '',
    contract_end: term.endsOn ?? '',
    contract_status: term.status === 'cancelled' ? 'cancelled' : '',
    unit_count: term.unitCount?.toString() ?? '',
    unit_price: price,
    currency: price ? (currency ?? '') : '',
  };
}

/** Somebody of whom nothing but a post is known is nobody to the importer. */
const isSomebody = ({ name, email, whatsapp, line, notes }: Cells): boolean =>
  [name, email, whatsapp, line, notes].some(Boolean);

const READABLE = new Set(['email', 'whatsapp', 'line']);

function contactCells(person: StoredContact): Cells {
  const { title, role, name, preferredChannel, language, notes } = person;
  // A stop of one address among several cannot be written beside the contact: the address stays out, so that nobody
  // takes it up elsewhere without its stop.
  const stopped = common(person.addresses.map((one) => one.stopped));
  const written = person.addresses.filter((one) => stopped !== '' || one.stopped !== 'everything');
  const on = (channel: string) =>
    written
      .filter((one) => one.channel === channel)
      .map(({ normalised }) => normalised)
      .join('; ');
  const consent = common(written.map((one) => `${one.consent}\n${one.basis}`)).split('\n');
  return {
    title: title ?? (role === 'other' ? '' : role),
    name: name ?? '',
    email: on('email'),
    whatsapp: on('whatsapp'),
    line: on('line'),
    preferred_channel: preferredChannel && READABLE.has(preferredChannel) ? preferredChannel : '',
    language: language ?? '',
    marketing_consent: consent[0] ?? '',
    consent_basis: consent[1] ?? '',
    opted_out: stopped,
    notes: notes ?? '',
  };
}

/** What all of them are; a file says it of a contact, and what it says then holds for every address. */
const common = (words: readonly string[]): string =>
  words.length > 0 && words.every((word) => word === words[0]) ? words[0]! : '';
