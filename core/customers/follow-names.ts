import { sql } from 'drizzle-orm';
import { byName, withAdded } from '../../lib/ordered-list.ts';
import type { Ctx } from '../context.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** What tells whether anything changed among the active customers, and since when. */
export type CustomersStand = {
  /** When the last of them was changed. */
  changed: string | null;
  /** How many there are; null where nobody counted. */
  active: number | null;
  /** Whatever is committed later was made or changed after this: no transaction that does so takes a minute. */
  changedSince: string | null;
  /** By the product's clock that is still to come, so that it tells nothing of what was changed since. */
  isAhead: boolean | null;
  /** Which transactions had ended (a pg_snapshot), and the one that asked, where it had written already. */
  snapshot: string;
  own: string | null;
};

/** The row `stand`: the end of an index, and with the count of another the whole. */
export const customersStand = (now: Date, { isCounted }: { isCounted: boolean }) => sql`(
  select changed::text as changed, active, (changed - interval '1 minute')::text as "changedSince",
    changed - interval '1 minute' > ${now.toISOString()}::timestamptz as "isAhead",
    pg_current_snapshot()::text as snapshot, pg_current_xact_id_if_assigned()::text as own
  from (select ${isCounted ? ACTIVE : sql`null::int`} as active,
    (select max(updated_at) from customers) as changed) told) stand`;

const ACTIVE = sql`(select count(*)::int from customer_facts where status = 'active')`;

type Names = Vocabulary['customers'];

/** The names of all active customers, in an order that no database's locale changes. */
export const readNames = async (ctx: Ctx): Promise<Names> =>
  (
    await ctx.tx.execute<Names[number]>(
      sql`select id, name from customers where status = 'active' order by name collate "C", id`,
    )
  ).rows;

type Following = { known: Names; before: CustomersStand; now: CustomersStand };

// More are read faster all at once.
const MOST_CHANGED = 20_000;

/** `changedIds`: whoever came or was changed since; null where nobody can say. */
type Followed = { names: Names; changedIds: string[] | null };

/**
 * The same as `readNames`, from those known before and what was changed since; the very list known where no name did.
 * Whatever went without a trace makes the count wrong, where there is one, and then all are read.
 */
export async function followNames(ctx: Ctx, { known, before, now }: Following): Promise<Followed> {
  const all = async () => ({ names: await readNames(ctx), changedIds: null });
  if (before.isAhead !== false || now.isAhead !== false) return all();
  for (const isCounted of [false, true]) {
    const changed = await readChanged(ctx, before, { isCounted });
    if (changed.length > MOST_CHANGED) break;
    const names = applyChanges(known, changed);
    // An import goes on between two statements: then one of them tells both.
    const active = changed[0]?.active ?? now.active ?? names.length;
    if (names.length === active) return { names, changedIds: changed.map(({ id }) => id) };
  }
  return all();
}

/** `active`: how many there are by the same statement, where it counted. */
type Changed = Names[number] & { isActive: boolean; active: number | null };

async function readChanged(
  ctx: Ctx,
  before: CustomersStand,
  { isCounted }: { isCounted: boolean },
): Promise<Changed[]> {
  const { rows } = await ctx.tx.execute<Changed>(sql`
    select id, name, status = 'active' as "isActive", ${isCounted ? ACTIVE : sql`null::int`} as active from customers
    where updated_at >= ${before.changedSince} and ${isWrittenSince(before)} limit ${MOST_CHANGED + 1}::int`);
  return rows;
}

// A row's xmin less its epoch, which is that of the newest transaction or the one before.
const WRITTEN_BY = sql`(select case when low > newest % 4294967296 then newest / 4294967296 - 1 else newest / 4294967296 end
  * 4294967296 + low from (select "customers".xmin::text::bigint as low,
    pg_snapshot_xmax(pg_current_snapshot())::text::bigint as newest) x)`;

/**
 * Whether the transaction that wrote a row had not ended then: of an import that was all read, nothing is read again. What
 * one's own writes counts as not ended, since it may have written more since.
 */
const isWrittenSince = ({ snapshot, own }: CustomersStand) => sql`(
  not pg_visible_in_snapshot(${WRITTEN_BY}::text::xid8, ${snapshot}::pg_snapshot)
  or ${WRITTEN_BY} >= ${own}::bigint or ${WRITTEN_BY} >= pg_current_xact_id_if_assigned()::text::bigint)`;

function applyChanges(known: Names, changed: readonly Changed[]): Names {
  const byId = new Map(changed.map((one) => [one.id, one]));
  const untouched = known.filter(({ id, name }) => {
    const one = byId.get(id);
    if (!one) return true;
    const isSame = one.isActive && one.name === name;
    if (isSame) byId.delete(id);
    return isSame;
  });
  const added = [...byId.values()].filter(({ isActive }) => isActive).map(({ id, name }) => ({ id, name }));
  if (added.length === 0 && untouched.length === known.length) return known;
  return withAdded(untouched, added.sort(byName), byName);
}
