import { uuidv7 } from 'uuidv7';

/** UUIDv7: sortable by time, unguessable enough for ids that are also guarded by row-level security. */
export const newId = (): string => uuidv7();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isId = (text: string): boolean => UUID.test(text);

/** An id where every byte counts, as in an address. */
export const ID_BYTES = 16;
export const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

export function idText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
