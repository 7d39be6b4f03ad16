// Stops as a table: taken along from another system, and to another one.
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx, Within } from '../context.ts';
import { toLine } from '../customers/export/write-csv.ts';
import { type Actor, demand } from '../tenants/roles.ts';
import { addressHash } from './address-hash.ts';
import { haltMessages } from './halt-messages.ts';
import { type NewSuppression, suppressAll } from './suppress.ts';

const COLUMNS = ['address', 'hash', 'scope', 'reason', 'source', 'since'];
const PAGE = 1000;
const MOST_ROWS = 100_000;
const HASH = /^[0-9a-f]{64}$/;

export type ImportedSuppressions = {
  /** Addresses that are stopped now, those among them that were before. */
  suppressed: number;
  /** Messages that waited for them and are dropped. */
  halted: number;
  /** Rows that say nobody or nothing that we know, with why. */
  unread: { line: number; why: string }[];
};

type Importing = {
  csv: string;
  /** How a channel writes an address; null for something that is none of its own. */
  normalise(channel: string, address: string): string | null;
};

/**
 * Stops everybody of a CSV with a column `address` (or `hash`, as the export has it), `channel` where it is none of the
 * usual ones, and `scope` where only marketing is to stop.
 * What stands keeps its own reason. It can only stop: nothing in the file lifts anything. Needs `import`. Throws
 * `input:invalid` for what is no such table.
 */
export async function importSuppressions(
  ctx: Ctx,
  { csv, normalise }: Importing,
): Promise<ImportedSuppressions> {
  demand(ctx.actor, 'import');
  const found = new Map<string, NewSuppression>();
  const unread: ImportedSuppressions['unread'] = [];
  for (const [at, row] of readTable(csv).entries()) {
    const hashes = hashesOf(ctx, { row, normalise });
    const scope = row.scope?.trim().toLowerCase() || 'all';
    if (scope !== 'all' && scope !== 'marketing')
      unread.push({ line: at + 2, why: 'The scope is neither "all" nor "marketing".' });
    else if (hashes.length === 0) unread.push({ line: at + 2, why: 'This is no address of any channel.' });
    else
      for (const hash of hashes)
        found.set(`${hash} ${scope}`, { addressHash: hash, scope, reason: 'opted_out', source: 'import' });
  }
  const all = [...found.values()];
  let halted = 0;
  for (let from = 0; from < all.length; from += PAGE) {
    const page = all.slice(from, from + PAGE);
    await suppressAll(ctx, page);
    for (const scope of ['all', 'marketing'] as const) {
      const addressHashes = page.filter((one) => one.scope === scope).map((one) => one.addressHash);
      halted += await haltMessages(ctx, { addressHashes, contactIds: [], scope });
    }
  }
  const done = { suppressed: all.length, halted };
  await recordAudit(ctx, { action: 'suppressions.imported', data: { ...done, unread: unread.length } });
  return { ...done, unread };
}

type Row = Record<string, string | undefined>;

function readTable(csv: string): Row[] {
  let rows: Row[];
  try {
    rows = parse(csv, {
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      ...{ bom: true, skip_empty_lines: true, relax_column_count: true, to: MOST_ROWS + 1 },
    });
  } catch (cause) {
    throw new AppError('input:invalid', 'This is no table of comma-separated values.', { cause });
  }
  if (rows.length > MOST_ROWS)
    throw new AppError('input:invalid', `One file has at most ${MOST_ROWS.toLocaleString('en')} rows.`, {
      nextStep: 'Split it.',
    });
  if (rows[0] && !('address' in rows[0]) && !('hash' in rows[0]))
    throw new AppError('input:invalid', 'The table has no column "address".', {
      nextStep: 'Name the column with the addresses "address".',
    });
  return rows;
}

/** The export defuses what a spreadsheet would run: an apostrophe before a plus is none of the number. */
function hashesOf(ctx: Ctx, { row, normalise }: { row: Row; normalise: Importing['normalise'] }): string[] {
  const hash = row.hash?.trim().toLowerCase() ?? '';
  if (HASH.test(hash)) return [hash];
  const address = (row.address ?? '').trim().replace(/^'(?=[+=@-])/, '');
  const channels = row.channel ? [row.channel.trim().toLowerCase()] : ctx.tenant.settings.channelOrder;
  const forms = channels.flatMap((channel) => normalise(channel, address) ?? []);
  return [...new Set(forms)].map((form) => addressHash(ctx.keys, form));
}

type Exporting = { within: Within; tenantId: string; actor: Actor };

/**
 * Every stop that stands, with the address where a contact of ours still has it: what is kept of the others is a keyed hash. One that may be none counts as one: nobody elsewhere can decide it. Page by
 * page, each in a transaction of its own. Needs `export`; the log has it.
 */
export async function* exportSuppressions({ within, tenantId, actor }: Exporting): AsyncGenerator<string> {
  await within(tenantId, actor, async (ctx) => {
    demand(ctx.actor, 'export');
    await recordAudit(ctx, { action: 'suppressions.exported' });
  });
  yield toLine(COLUMNS);
  for (let after = ''; ; ) {
    const page = await within(tenantId, actor, (ctx) => readPage(ctx, after));
    if (page.length === 0) return;
    yield page.map(({ cells }) => toLine(cells.map((cell) => cell ?? ''))).join('');
    after = page.at(-1)!.key;
  }
}

async function readPage(ctx: Ctx, after: string) {
  demand(ctx.actor, 'export');
  const { rows } = await ctx.tx.execute<{ key: string; cells: (string | null)[] }>(sql`
    select s.address_hash || ' ' || s.scope as key, array[
      (select a.address from addresses a where a.hash = s.address_hash limit 1), s.address_hash,
      case s.scope when 'held' then 'all' else s.scope end, s.reason,
      s.source, to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')] as cells
    from suppressions s
    where s.lifted_at is null and s.address_hash || ' ' || s.scope > ${after}
    order by s.address_hash || ' ' || s.scope limit ${PAGE}`);
  return rows;
}
