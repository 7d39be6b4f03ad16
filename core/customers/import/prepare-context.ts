import type { Keyring } from '../../../lib/crypto.ts';
import type { CalendarDate } from '../../../lib/dates.ts';
import type { Field } from '../../fields/field.ts';
import type { PlaceNames } from '../../places/own-places.ts';
import type { TenantSettings } from '../../tenants/settings.ts';
import type { Column } from './columns.ts';
import type { BrandMatch, KnownBrand } from './match-brand.ts';
import type { ChannelNormaliser } from './normalise-address.ts';
import type { RawRecord } from './raw-record.ts';
import { known } from './raw-record.ts';

/** All that understanding an entry needs, read once an import. */
export type PrepareContext = {
  fields: readonly Field[];
  brands: readonly KnownBrand[];
  matchBrand: (name: string) => BrandMatch | null;
  readColumn: (label: string) => Column | null;
  users: readonly { id: string; name: string; email: string }[];
  settings: TenantSettings;
  /** The places of the world, after those of the workspace's own list. */
  places: PlaceNames;
  normalise: ChannelNormaliser;
  keys: Keyring;
  today: CalendarDate;
};

export type Cell = { value: string; line: number };

/** The known cells of an entry by field key, the importer's own ones, and those whose label nobody knows. */
export function sortCells(record: RawRecord, read: PrepareContext['readColumn']) {
  const cells = new Map<string, Cell>();
  const extras = new Map<string, Cell>();
  const unread: { label: string; value: string; line: number }[] = [];
  for (const { label, value, line, column: mapped } of record.fields) {
    const text = known(value);
    if (text === null) continue;
    const column = mapped === undefined ? read(label) : mapped;
    if (column?.kind === 'field') cells.set(column.key, cells.get(column.key) ?? { value: text, line });
    else if (column?.kind === 'extra') extras.set(column.key, { value: text, line });
    else if (!column) unread.push({ label, value: text, line });
  }
  return { cells, extras, unread };
}
