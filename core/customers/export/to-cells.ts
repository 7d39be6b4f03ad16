import { CORRECTED } from '../../../db/schema/index.ts';
import { toMajor } from '../../../lib/money.ts';
import { countryName } from '../../places/countries.ts';
import { writeEarlier } from '../import/earlier-contracts.ts';
import { latestFirst } from '../import/plan-contract.ts';
import { UNCERTAIN } from '../import/prepare-values.ts';
import { OTHER_CHANNELS } from '../other-addresses.ts';
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
  const [term, ...earlier] = latestFirst(contracts).map(({ status, ...said }) => ({
    ...said,
    isCancelled: status === 'cancelled',
  }));
  if (!term) return {};
  const { pricePerUnitMinor: minor, currency } = term;
  const price = minor !== null && currency ? String(toMajor({ minor, currency })) : '';
  return {
    contract_start: term.startsOn ?? '',
    contract_end: term.endsOn ?? '',
    contract_status: term.isCancelled ? 'cancelled' : '',
    unit_count: term.unitCount?.toString() ?? '',
    unit_price: price,
    currency: price ? (currency ?? '') : '',
    earlier_contracts: writeEarlier(earlier),
  };
}

/** Somebody of whom nothing but a post is known is nobody to the importer. */
const isSomebody = ({ name, notes, ...cells }: Cells): boolean =>
  [name, notes, ...READABLE.map((channel) => cells[channel])].some(Boolean);

const READABLE: readonly string[] = ['email', 'whatsapp', 'line', 'sms', ...OTHER_CHANNELS];

function contactCells(person: StoredContact): Cells {
  const { title, role, name, preferredChannel, language, notes } = person;
  const written = person.addresses.filter(({ channel }) => READABLE.includes(channel));
  const on = (channel: string) =>
    written
      .filter((one) => one.channel === channel)
      .map(({ normalised }) => normalised)
      .join('; ');
  return {
    title: title ?? (role === 'other' ? '' : role),
    name: name ?? '',
    ...Object.fromEntries(READABLE.map((channel) => [channel, on(channel)])),
    preferred_channel: preferredChannel && READABLE.includes(preferredChannel) ? preferredChannel : '',
    language: language ?? '',
    marketing_consent: saidOf(written, ({ consent }) => consent),
    consent_basis: saidOf(written, ({ basis }) => basis),
    opted_out: saidOf(written, ({ stopped }) => stopped),
    notes: notes ?? '',
  };
}

type Address = StoredContact['addresses'][number];

/** One word for all addresses, else one for each: "email a@example.com: yes; sms +66…: no". */
function saidOf(of: readonly Address[], word: (address: Address) => string): string {
  const [first = '', ...others] = of.map(word);
  if (others.every((other) => other === first)) return first;
  return of
    .filter((one) => word(one) !== '')
    .map((one) => `${one.channel} ${one.normalised}: ${word(one)}`)
    .join('; ');
}
