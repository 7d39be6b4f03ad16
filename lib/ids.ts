import { uuidv7 } from 'uuidv7';

/** UUIDv7: sortable by time, unguessable enough for ids that are also guarded by row-level security. */
export const newId = (): string => uuidv7();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isId = (text: string): boolean => UUID.test(text);
