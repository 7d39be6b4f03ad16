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

const SCHEMA = 'langgraph';

export class Checkpoints extends PostgresSaver {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super(pool, undefined, { schema: SCHEMA });
    this.#pool = pool;
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
    const row = [checkpoint.id, checkpoint_id ?? null, this._dumpCheckpoint(checkpoint), serialized];
    await this.#pool.query(PUT, [thread_id, checkpoint_ns, ...columns, ...row]);
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
    const query = isReplaced ? REPLACE_WRITES : PUT_WRITES;
    await this.#pool.query(query, [thread_id, checkpoint_ns, checkpoint_id, taskId, ...columns]);
  }
}

const PUT = `
  with kept as (
    insert into ${SCHEMA}.checkpoint_blobs (thread_id, checkpoint_ns, channel, version, type, blob)
    select $1, $2, * from unnest($3::text[], $4::text[], $5::text[], $6::bytea[])
    on conflict (thread_id, checkpoint_ns, channel, version) do nothing)
  insert into ${SCHEMA}.checkpoints
    (thread_id, checkpoint_ns, checkpoint_id, parent_checkpoint_id, checkpoint, metadata)
  values ($1, $2, $7, $8, $9, $10)
  on conflict (thread_id, checkpoint_ns, checkpoint_id)
  do update set checkpoint = excluded.checkpoint, metadata = excluded.metadata`;

const WRITES = `
  insert into ${SCHEMA}.checkpoint_writes
    (thread_id, checkpoint_ns, checkpoint_id, task_id, idx, channel, type, blob)
  select $1, $2, $3, $4, * from unnest($5::int[], $6::text[], $7::text[], $8::bytea[])
  on conflict (thread_id, checkpoint_ns, checkpoint_id, task_id, idx)`;
const PUT_WRITES = `${WRITES} do nothing`;
const REPLACE_WRITES = `${WRITES} do update set channel = excluded.channel, type = excluded.type, blob = excluded.blob`;
