import { sql } from 'drizzle-orm';

/** A UUIDv7 made in SQL, for rows that a statement makes itself (Postgres has its own from version 18 on). */
export const uuidV7 = sql`encode(
  set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6
  ), 52, 1), 53, 1), 'hex')::uuid`;
