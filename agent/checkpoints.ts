// What the graph keeps of a thread after each step. A step waits for it, so it is one question to the database, where the
// library asks one for each row and two around them.
import type { RunnableConfig } from '@langchain/core/runnables';
import {
  type ChannelVersions,
  type Checkpoint,
  type CheckpointMetadata,
  type PendingWrite,
  WRITES_IDX_MAP,
} from '@langchain/langgraph-checkpoint';
import { PostgresSaver } from '@langchain/langgraph-checkpoint-postgres';
import type pg from 'pg';
import { gatherCalls } from '../lib/gather-calls.ts';

const SCHEMA = 'langgraph';

export class Checkpoints extends PostgresSaver {
  /** A step and what was written in it are kept at the same time. */
  readonly #keep: (thread: string, rows: readonly Rows[]) => Promise<void>;

  constructor(pool: pg.Pool) {
    super(pool, undefined, { schema: SCHEMA });
    this.#keep = gatherCalls(async (_thread, kept: readonly (readonly Rows[])[]) => {
      await pool.query(inOne(kept.flat()));
      return kept.map(() => undefined);
    });
  }

  override async put(
    { configurable: { thread_id, checkpoint_ns = '', checkpoint_id } = {} }: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
    newVersions: ChannelVersions,
  ): Promise<RunnableConfig> {
    const [blobs, serialized] = await Promise.all([
      this._dumpBlobs(thread_id, checkpoint_ns, checkpoint.channel_values, newVersions),
      this._dumpMetadata(metadata),
    ]);
    const columns = [2, 3, 4, 5].map((at) => blobs.map((blob) => blob[at] ?? null));
    const of = [thread_id, checkpoint_ns];
    const row = [checkpoint.id, checkpoint_id ?? null, this._dumpCheckpoint(checkpoint), serialized];
    await this.#keep(thread_id, [
      { insert: BLOBS, values: [...of, ...columns] },
      { insert: STEP, values: [...of, ...row] },
    ]);
    return { configurable: { thread_id, checkpoint_ns, checkpoint_id: checkpoint.id } };
  }

  override async putWrites(
    { configurable: { thread_id, checkpoint_ns, checkpoint_id } = {} }: RunnableConfig,
    writes: PendingWrite[],
    taskId: string,
  ): Promise<void> {
    const dumped = await this._dumpWrites(thread_id, checkpoint_ns, checkpoint_id, taskId, writes);
    const isReplaced = writes.every(([channel]) => channel in WRITES_IDX_MAP);
    // No statement may replace a row twice: the last of a place is the one that stays.
    const kept = isReplaced ? [...new Map(dumped.map((write) => [write[4], write])).values()] : dumped;
    const columns = [4, 5, 6, 7].map((at) => kept.map((write) => write[at]));
    const insert = isReplaced ? REPLACED_WRITES : WRITES;
    await this.#keep(thread_id, [
      { insert, values: [thread_id, checkpoint_ns, checkpoint_id, taskId, ...columns] },
    ]);
  }
}

/** What is inserted: `?` stands for a value. */
type Rows = { insert: string; values: readonly unknown[] };

function inOne(rows: readonly Rows[]): { text: string; values: unknown[] } {
  let count = 0;
  const inserts = rows.map(({ insert }) =>
    insert.replaceAll('?', () => {
      count += 1;
      return `$${count}`;
    }),
  );
  const first = inserts.slice(0, -1).map((insert, at) => `kept_${at} as (${insert})`);
  const before = first.length > 0 ? `with ${first.join(', ')} ` : '';
  return { text: `${before}${inserts.at(-1)}`, values: rows.flatMap(({ values }) => values) };
}

const BLOBS = `
  insert into ${SCHEMA}.checkpoint_blobs (thread_id, checkpoint_ns, channel, version, type, blob)
  select ?::text, ?::text, * from unnest(?::text[], ?::text[], ?::text[], ?::bytea[])
  on conflict (thread_id, checkpoint_ns, channel, version) do nothing`;

const STEP = `
  insert into ${SCHEMA}.checkpoints
    (thread_id, checkpoint_ns, checkpoint_id, parent_checkpoint_id, checkpoint, metadata)
  values (?, ?, ?, ?, ?, ?)
  on conflict (thread_id, checkpoint_ns, checkpoint_id)
  do update set checkpoint = excluded.checkpoint, metadata = excluded.metadata`;

const WRITTEN = `
  insert into ${SCHEMA}.checkpoint_writes
    (thread_id, checkpoint_ns, checkpoint_id, task_id, idx, channel, type, blob)
  select ?::text, ?::text, ?::text, ?::text, * from unnest(?::int[], ?::text[], ?::text[], ?::bytea[])
  on conflict (thread_id, checkpoint_ns, checkpoint_id, task_id, idx)`;
const WRITES = `${WRITTEN} do nothing`;
const REPLACED_WRITES = `${WRITTEN} do update set channel = excluded.channel, type = excluded.type, blob = excluded.blob`;
