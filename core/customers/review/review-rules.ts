// What each reason of the review list is about, and so what can be done about it.
import { sitesOf } from '../import/judge-heading.ts';

/** The field whose value is in doubt; the heading's is the name. */
const FIELDS: Readonly<Record<string, string>> = {
  not_a_customer: 'name',
  no_name: 'name',
  former_name: 'name',
  joined_sites: 'name',
  unknown_brand: 'brand',
  several_brands: 'brand',
  missing_type: 'type',
  type_is_other: 'type',
  unknown_type: 'type',
  uncertain_type: 'type',
  unknown_language: 'locale',
  unknown_owner: 'owner',
  unknown_country: 'country',
  unknown_time_zone: 'time_zone',
  bad_price: 'unit_price',
  impossible_date: 'contract_end',
  one_day_term: 'contract_end',
  ends_before_start: 'contract_end',
  bad_number: 'unit_count',
  unit_mismatch: 'unit_count',
};

type Item = { reason: string; detail: string };
type Labelled = { key: string; label: string };

/** The field that a person would set to put it right; null where it is no single value (a contact's address, say). */
export function fieldOf({ reason, detail }: Item, fields: readonly Labelled[]): string | null {
  // The importer begins such a sentence with the field's label.
  if (reason === 'unknown_value')
    return fields.find(({ label }) => detail.startsWith(`${label}: `))?.key ?? null;
  return FIELDS[reason] ?? null;
}

/** The names of the sites that share one heading, or fewer than two where it is one site. */
export const splitNames = (heading: string): string[] => [...new Set(sitesOf(heading))];
