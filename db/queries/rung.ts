import { type SQL, sql } from 'drizzle-orm';

// A message (m) goes by the first channel of its manifest row (r), then by the fallbacks that were frozen with it.
const fallback = sql`(r.fallbacks -> (m.fallback - 1))`;
const rung = (first: SQL, key: string): SQL =>
  sql`case when m.fallback = 0 then ${first} else ${fallback} ->> ${sql.raw(`'${key}'`)} end`;

export const rungChannel = rung(sql`r.channel`, 'channel');
export const rungAddress = rung(sql`r.address`, 'address');
export const rungAddressHash = rung(sql`r.address_hash`, 'addressHash');
export const rungRendered = sql`case when m.fallback = 0 then r.rendered else ${fallback} -> 'rendered' end`;
/** The one after it; null where there is none. */
export const nextRung = sql`r.fallbacks -> m.fallback`;
