// Columns that hold people's addresses: sealed under the workspace's own key on their way in, opened on their way out.
// Nothing may compare them in SQL; equality goes by the keyed hash beside them.
import type { Column } from 'drizzle-orm';
import { customType } from 'drizzle-orm/pg-core';
import { namesAddress } from '../../lib/cover-address.ts';
import { type Seal, Sealing } from '../sealing/sealing.ts';
import { looksSealed } from '../sealing/vault.ts';
import type { Source } from './customers.ts';

export const sealedText = customType<{ data: string; driverData: unknown }>({
  dataType: () => 'text',
  toDriver: (text) => new Sealing((seal) => seal.text(text)),
});

export const sealedBytes = customType<{ data: Uint8Array; driverData: unknown }>({
  dataType: () => 'bytea',
  toDriver: (bytes) => new Sealing((seal) => seal.bytes(bytes)),
});

/** As a whole; what is empty says nothing, and stays as it is. */
export const sealedJson = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => new Sealing((seal) => (isEmpty(value) ? value : seal.json(value)), true),
});

/** Where something came from stays readable; the source's own words are sealed. */
export const sealedSource = customType<{ data: Source; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (source) => new Sealing((seal) => ({ ...source, text: seal.text(source.text) }), true),
});

type Reached = { address: string };

/** A list whose entries go to an address each; the claim reads the rest of them. */
export const sealedRungs = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (rungs) =>
    new Sealing(
      (seal) => (rungs as Reached[]).map((rung) => ({ ...rung, address: seal.text(rung.address) })),
      true,
    ),
});

/** Free text, which is searched: sealed where it names somebody's address. */
export const sealedIfNamed = customType<{ data: string; driverData: unknown }>({
  dataType: () => 'text',
  toDriver: (text) => new Sealing((seal) => sealNamed(text, seal)),
});

/** The same of each text in a JSON value. */
export const sealedWhereNamed = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => new Sealing((seal) => mapTexts(value, (text) => sealNamed(text, seal)), true),
});

/** What is said is free text; cards are sealed, each as a whole. */
export const sealedParts = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (parts) => new Sealing((seal) => (parts as unknown[]).map((part) => sealPart(part, seal)), true),
});

const sealNamed = (text: string, seal: Seal): string =>
  namesAddress(text) || looksSealed(text) ? seal.text(text) : text;

const sealPart = (part: unknown, seal: Seal): unknown =>
  isObject(part) && part.kind === 'text' ? mapTexts(part, (text) => sealNamed(text, seal)) : seal.json(part);

function mapTexts(value: unknown, map: (text: string) => unknown): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, map));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, map)]));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a column is one of these. */
export const isSealed = (column: Column): boolean =>
  column.columnType === 'PgCustomColumn' && column.mapToDriverValue(undefined) instanceof Sealing;

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && (value === null || Object.keys(value).length === 0);
