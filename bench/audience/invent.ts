// One invented customer of a number, as expressions: who and where it is, what it has agreed to and ordered.
import { type SQL, sql } from 'drizzle-orm';

const COUNTRIES = 'TH TH TH TH SG MY VN ID PH KH DE FR GB ES PT IT JP KR CN HK AU AE QA US IN'.split(' ');
const BRANDS =
  'Hilton,Hilton Garden Inn,Tru by Hilton,Novotel,Ibis,Mercure,Sofitel,Avani,Anantara,Citadines,Corner Cafe,Pullman'.split(
    ',',
  );
const WORDS =
  'Andaman,Pearl,Garden,Harbour,Sunset,Lotus,Orchid,Palm,River,Summit,Central,Royal,Coral,Jade,Amber,Bay'.split(
    ',',
  );
const TYPES = ['Hotel', 'Restaurant', 'Gym', 'Shop', 'Bar', 'Spa'];
const PLATFORMS = ['Soundtrack Your Brand', 'Beat Breeze', 'USB', 'DM'];

/** Ids that follow from a number, so that rows of different tables find each other without a join. */
export const idOf = (number: SQL, kind: 'b' | 'c' | 'p'): SQL =>
  sql`('0190a3a0-0000-7${sql.raw({ b: '001', c: '002', p: '003' }[kind])}-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/** A number from 0 to 1 that looks drawn, another one for each `draw`, always the same. */
export const chance = (number: SQL, draw: number): SQL =>
  sql`((hashint8extended(${number}, ${sql.raw(String(draw))}) & 1073741823) / 1073741824.0::float8)`;

const pick = (list: readonly string[], at: SQL): SQL =>
  sql`(array[${sql.raw(list.map((word) => `'${word}'`).join(', '))}]::text[])[1 + (${at})::int % ${sql.raw(String(list.length))}]`;

export type Customer = ReturnType<typeof customerOf>;

export function customerOf(number: SQL) {
  const drawn = (draw: number): SQL => chance(number, draw);
  /** Far from even: the first of `many` are met far more often than the last. */
  const skewed = (many: number, draw: number): SQL =>
    sql`floor(power(${drawn(draw)}, 2) * ${sql.raw(String(many))})::int`;
  return {
    id: idOf(number, 'c'),
    contactId: idOf(number, 'p'),
    brandName: pick(BRANDS, sql`${number} - 1`),
    name: sql`${pick(BRANDS, sql`${number} % 11`)} || ' ' || ${pick(WORDS, sql`${number} / 7`)} || ' ' || ${number}`,
    brandId: sql`case when ${drawn(1)} < 0.85 then ${idOf(sql`1 + ${skewed(BRANDS.length, 2)}`, 'b')} end`,
    type: pick(TYPES, skewed(6, 3)),
    city: sql`case when ${drawn(4)} < 0.9 then 'City ' || ${skewed(400, 5)} end`,
    country: sql`case when ${drawn(6)} < 0.95 then ${pick(COUNTRIES, skewed(COUNTRIES.length, 7))} end`,
    tier: pick(['gold', 'silver', 'bronze'], skewed(3, 8)),
    tags: sql`case when ${drawn(9)} < 0.1 then array['VIP'] else '{}' end`,
    platform: pick(PLATFORMS, skewed(4, 10)),
    hasContract: sql`${number} % 10 > 0`,
    endsOn: sql`case when ${drawn(11)} < 0.8 then date '2026-01-01' + floor(${drawn(13)} * 1000)::int end`,
    unitCount: sql`1 + ${skewed(20, 14)}`,
    price: sql`100000 + ${number} % 900000`,
    channel: pick(['email', 'whatsapp'], skewed(2, 15)),
    hash: sql`md5('address ' || ${number})`,
    hasAddress: sql`${number} % 20 > 0`,
    orderedAt: sql`timestamptz '2026-11-20' - ${drawn(16)} * interval '700 days'`,
    orderValue: sql`1000 + (${drawn(17)} * 500000)::int`,
  };
}
