// Whether each change that the product makes in a test is in the log of who did what, in the same transaction.
import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import { expect } from 'vitest';
import { type Database, wrapPool } from '../db/client.ts';

/** What is no event of the log when nothing else changes with it. */
const ELSEWHERE: Record<string, readonly string[]> = {
  'what was sent and what came of it: rows that say when and why, and that nobody takes away': [
    ...['attempts', 'messages', 'receipts', 'spend_entries', 'activities', 'cool_downs'],
    ...['standin_deliveries', 'shelf_messages'],
  ],
  'what somebody said to the agent, and where it is shown': [
    ...['threads', 'thread_messages', 'model_calls'],
    ...['surface_threads', 'surface_turns', 'surface_cards', 'surface_strangers'],
  ],
  'a step on the way in: whoever comes in, or has one proof more, is in the log': [
    ...['challenges', 'failed_tries', 'surface_codes', 'totps'],
  ],
  'a file that was handed in, and what was read of it: starting it and its end are in the log': [
    ...['imports', 'import_files', 'import_chunks', 'import_entries'],
  ],
  'texts of a draft that somebody asked to be written, which is in the log': [
    'written_messages',
    'written_versions',
  ],
  'what is kept to be dealt with, told on, or found sooner': [
    ...['inbound_events', 'webhook_deliveries', 'idempotency_keys', 'checked_links', 'segment_counts'],
    ...['audit_heads'],
  ],
};
const FREE = new Set(Object.values(ELSEWHERE).flat());
/** That a decision was told, a person heard or expected to answer, a mailbox read so far, or who is writing: no change of what they are about. */
const NOTES =
  /^update "(?:approvals" set "reported_at|surface_links" set "(?:last_said_at|answering_reply_id)|channel_accounts" set "inbox_cursor|conversations" set "pen_holder)" =/;

const WRITES = /\b(?:insert\s+into|delete\s+from|update)\s+"?([a-z_]+)"?/g;
/** Words that follow "update" where it is no statement: "for update skip locked", "on conflict do update set". */
const NO_TABLES = ['of', 'set', 'skip'];

type Watch = Pick<Database, 'inTenant'> & {
  /** Throws where a transaction changed something that is not said elsewhere and left nothing in the log. */
  demandLogged(): void;
  /** What a test does itself, to begin with or to look, is nobody's act. */
  unwatched<T>(work: () => T): T;
};

/** `inTenant` as the database has it, each transaction looked at as it ends. */
export function watchChanges({ ...database }: Database): Watch {
  const ownWork = new AsyncLocalStorage<true>();
  const unwatched: Watch['unwatched'] = (work) => ownWork.run(true, work);
  // Benchmarks and scripts fill their workspaces by the same doors.
  if (!process.env.VITEST) return { inTenant: database.inTenant, demandLogged: () => {}, unwatched };
  const unlogged = new Set<string>();
  const judge = (tables: ReadonlySet<string>): void => {
    const changed = [...tables].filter((table) => !FREE.has(table));
    if (changed.length === 0 || tables.has('audit_events') || tables.has('import_entries')) return;
    unlogged.add(`${changed.sort().join(', ')} (during “${expect.getState().currentTestName ?? 'set-up'}”)`);
  };
  const connect = async () => watch(await database.pool.connect(), judge);
  const watched = wrapPool(database.kind, { connect } as unknown as pg.Pool);
  const inTenant: Database['inTenant'] = (...given) =>
    (ownWork.getStore() ? database : watched).inTenant(...given);
  const demandLogged = (): void => {
    const found = [...unlogged];
    unlogged.clear();
    if (found.length > 0) throw new Error(`Changed, and not in the log: ${found.join('; ')}`);
  };
  return { inTenant, demandLogged, unwatched };
}

function watch(client: pg.PoolClient, judge: (tables: ReadonlySet<string>) => void): pg.PoolClient {
  const tables = new Set<string>();
  const query = async (config: pg.QueryConfig | string, values: unknown[]) => {
    const text = typeof config === 'string' ? config : config.text;
    const answer = await client.query(config as pg.QueryConfig, values);
    // A statement that reads what its parts changed counts what it reads.
    if (answer.command === 'SELECT' || (answer.rowCount ?? 0) > 0)
      for (const table of tablesOf(text)) tables.add(table);
    if (answer.command === 'COMMIT') judge(tables);
    return answer;
  };
  return { query, release: (isBroken?: boolean) => client.release(isBroken) } as unknown as pg.PoolClient;
}

const tablesOf = (text: string): string[] =>
  NOTES.test(text)
    ? []
    : [...text.matchAll(WRITES)].flatMap(([, table = '']) => (NO_TABLES.includes(table) ? [] : [table]));
