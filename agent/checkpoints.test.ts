import { emptyCheckpoint, INTERRUPT, uuid6 } from '@langchain/langgraph-checkpoint';
import { PostgresSaver } from '@langchain/langgraph-checkpoint-postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../db/client.ts';
import { newId } from '../lib/ids.ts';
import { openTestDatabase } from '../test/database.ts';
import { Checkpoints } from './checkpoints.ts';

let database: Database;
let ours: Checkpoints;
let theirs: PostgresSaver;
beforeAll(async () => {
  database = await openTestDatabase();
  ours = new Checkpoints(database.pool);
  theirs = new PostgresSaver(database.pool, undefined, { schema: 'langgraph' });
  await ours.setup();
});
afterAll(() => database.close());

const TASK = '01900000-0000-7000-8000-00000000000a';
const step = (channel_values: Record<string, unknown>, versions: Record<string, number>) => ({
  ...emptyCheckpoint(),
  id: uuid6(0),
  ts: '2026-11-23T03:00:00Z',
  channel_values,
  channel_versions: versions,
});
const first = step({ messages: ['“Who?”', { deep: 'ü\\"' }], left: undefined }, { messages: 1, left: 1 });
const second = step({ messages: ['“Who?”', 'Sixty'], gone: 'x' }, { messages: 2, gone: 1 });

/** Two steps of a thread, with what was written between them. */
async function work(saver: PostgresSaver) {
  const thread = { configurable: { thread_id: newId(), checkpoint_ns: '' } };
  const metadata = { source: 'loop' as const, step: 1, parents: {} };
  const begun = await saver.put(thread, first, metadata, { messages: 1, left: 1 });
  await saver.putWrites(
    begun,
    [
      ['messages', 'said'],
      ['act', { call: null }],
    ],
    TASK,
  );
  await saver.putWrites(begun, [['messages', 'again, which was kept already']], TASK);
  await saver.putWrites(begun, [[INTERRUPT, ['asked']]], TASK);
  await saver.putWrites(
    begun,
    [
      [INTERRUPT, ['asked']],
      [INTERRUPT, ['asked anew']],
    ],
    TASK,
  );
  const waiting = await theirs.getTuple(begun);
  await saver.put(begun, second, { ...metadata, step: 2 }, { messages: 2 });
  // Kept once more, as a step is that is run again.
  await saver.put(begun, second, { ...metadata, step: 3 }, {});
  const over = await theirs.getTuple(thread);
  const named = JSON.stringify([waiting, over]);
  return JSON.parse(named.replaceAll(thread.configurable.thread_id, 'thread'));
}

describe('what is kept of a thread', () => {
  it('is what the library keeps, step by step, with what was written between them', async () => {
    const [kept, expected] = [await work(ours), await work(theirs)];
    expect(kept).toEqual(expected);
    expect(kept[0].pendingWrites).toHaveLength(3);
    expect(kept[0].pendingWrites).toContainEqual([TASK, INTERRUPT, ['asked anew']]);
    expect(kept[1]).toMatchObject({
      metadata: { step: 3 },
      checkpoint: { channel_values: { messages: ['“Who?”', 'Sixty'] } },
    });
  });

  it('is the same when a step and what was written are kept at once, and when one row is written twice', async () => {
    const thread = { configurable: { thread_id: newId(), checkpoint_ns: '' } };
    const metadata = { source: 'loop' as const, step: 1, parents: {} };
    const at = { configurable: { ...thread.configurable, checkpoint_id: first.id } };
    const asked: string[] = [];
    const { pool } = database;
    const counting = new Proxy(pool, {
      get: (of, key) =>
        key === 'query'
          ? (query: { text: string }) => {
              asked.push(query.text);
              return of.query(query);
            }
          : Reflect.get(of, key),
    });
    const kept = new Checkpoints(counting);
    await Promise.all([
      kept.put(thread, first, metadata, { messages: 1, left: 1 }),
      kept.putWrites(at, [['messages', 'said']], TASK),
    ]);
    expect(asked).toHaveLength(1);
    const [one, other] = ['asked', 'asked anew'];
    await Promise.all([
      kept.putWrites(at, [[INTERRUPT, [one]]], TASK),
      kept.putWrites(at, [[INTERRUPT, [other]]], TASK),
    ]);
    const { pendingWrites, checkpoint } = (await theirs.getTuple(thread))!;
    expect(checkpoint.channel_values).toMatchObject({ messages: ['“Who?”', { deep: 'ü\\"' }] });
    expect(pendingWrites).toEqual(
      expect.arrayContaining([
        [TASK, 'messages', 'said'],
        [TASK, INTERRUPT, [other]],
      ]),
    );
  });

  it('is nothing of a step that cannot be kept', async () => {
    const thread = { configurable: { thread_id: newId(), checkpoint_ns: '' } };
    const broken = { ...first, channel_values: { messages: 'x' }, v: Number.NaN, ts: '\u0000' };
    await expect(
      ours.put(thread, broken, { source: 'input', step: 0, parents: {} }, { messages: 1 }),
    ).rejects.toThrow();
    const { rows } = await database.pool.query(
      'select count(*)::int as kept from langgraph.checkpoint_blobs where thread_id = $1',
      [thread.configurable.thread_id],
    );
    expect(rows).toEqual([{ kept: 0 }]);
  });
});
