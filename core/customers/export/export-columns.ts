// What is exported, under words that the importer knows: in JSON the fields' keys, in a table and in a book headings.

import type { Field } from '../../fields/field.ts';
import type { TenantSettings } from '../../tenants/settings.ts';
import { OTHER_ADDRESSES, OTHER_CHANNELS } from '../other-addresses.ts';

/** `isAlways`: a book names it also where it is not known. */
export type ExportColumn = { key: string; label: string; bookLabel: string; isAlways?: boolean };

/** What the importer knows without the registry. */
const EXTRAS = new Set(['id', 'currency', 'notes', 'earlier_contracts']);

/** The columns of the customers of a workspace, its own fields among them; "notes" is the last. */
export function customerColumns(
  fields: readonly Field[],
  { unit }: Pick<TenantSettings, 'unit'>,
): ExportColumn[] {
  const one = unit.one.charAt(0).toUpperCase() + unit.one.slice(1);
  const known = new Set(fields.map(({ key }) => key));
  const own = fields.filter(({ isBuiltIn, kind }) => !isBuiltIn && kind !== 'event');
  const columns: ExportColumn[] = [
    { key: 'id', label: 'Customer ID', bookLabel: 'Customer ID' },
    { key: 'name', label: 'Customer', bookLabel: 'Name' },
    { key: 'brand', label: 'Brand', bookLabel: 'Brand' },
    { key: 'type', label: 'Business type', bookLabel: 'Business Type', isAlways: true },
    { key: 'city', label: 'City', bookLabel: 'City' },
    { key: 'country', label: 'Country', bookLabel: 'Country' },
    { key: 'time_zone', label: 'Time zone', bookLabel: 'Time Zone' },
    { key: 'locale', label: 'Language', bookLabel: 'Language' },
    { key: 'tier', label: 'Tier', bookLabel: 'Tier' },
    { key: 'owner', label: 'Account manager', bookLabel: 'Account Manager' },
    { key: 'tag', label: 'Tags', bookLabel: 'Tags' },
    { key: 'unit_count', label: 'Units', bookLabel: `${one} Count`, isAlways: true },
    { key: 'unit_name', label: 'Unit names', bookLabel: `${one} Names`, isAlways: true },
    { key: 'unit_price', label: 'Price per unit', bookLabel: `Annual Price per ${one}`, isAlways: true },
    { key: 'currency', label: 'Currency', bookLabel: 'Currency', isAlways: true },
    { key: 'contract_start', label: 'Contract start', bookLabel: 'Contract Start', isAlways: true },
    { key: 'contract_end', label: 'Contract end', bookLabel: 'Contract End', isAlways: true },
    { key: 'contract_status', label: 'Contract status', bookLabel: 'Contract Status' },
    { key: 'earlier_contracts', label: 'Earlier contracts', bookLabel: 'Earlier Contracts' },
    ...own.map(({ key, label }) => ({ key, label, bookLabel: label })),
    { key: 'notes', label: 'Notes', bookLabel: 'Notes' },
  ];
  return columns.filter(({ key }) => known.has(key) || EXTRAS.has(key));
}

export const CONTACT_COLUMNS: readonly ExportColumn[] = [
  { key: 'title', label: 'Job title', bookLabel: 'Title' },
  { key: 'name', label: 'Contact name', bookLabel: 'Name' },
  { key: 'email', label: 'Email', bookLabel: 'Email', isAlways: true },
  { key: 'whatsapp', label: 'WhatsApp', bookLabel: 'Phone', isAlways: true },
  { key: 'line', label: 'LINE', bookLabel: 'LINE ID' },
  { key: 'sms', label: 'SMS number', bookLabel: 'SMS number' },
  ...OTHER_CHANNELS.map((key) => {
    const { label } = OTHER_ADDRESSES[key];
    return { key, label, bookLabel: label };
  }),
  { key: 'preferred_channel', label: 'Preferred channel', bookLabel: 'Preferred Contact', isAlways: true },
  { key: 'language', label: 'Contact language', bookLabel: 'Language' },
  { key: 'marketing_consent', label: 'Marketing consent', bookLabel: 'Marketing Consent' },
  { key: 'consent_basis', label: 'Consent basis', bookLabel: 'Consent Basis' },
  { key: 'opted_out', label: 'Opted out', bookLabel: 'Opted Out' },
  { key: 'notes', label: 'Contact notes', bookLabel: 'Notes', isAlways: true },
];
