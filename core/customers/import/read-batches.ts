import { setImmediate } from 'node:timers/promises';
import type { Entry } from './import-batch.ts';
import { type OpenFile, readRecords } from './open-file.ts';
import type { PrepareContext } from './prepare-context.ts';
import { prepareRecord } from './prepare-record.ts';

// A few milliseconds' work: whatever else this process does has its turn in between, the batch being written too.
const AT_A_STRETCH = 25;

/** The entries of all files in their order, understood, so many at a time, those already written passed over. */
export async function* readBatches(
  files: readonly OpenFile[],
  { context, size, skip = 0 }: { context: PrepareContext; size: number; skip?: number },
): AsyncGenerator<Entry[]> {
  let batch: Entry[] = [];
  let position = 0;
  for (const file of files) {
    for await (const record of readRecords(file, context)) {
      if (position % AT_A_STRETCH === 0) await setImmediate();
      if (position++ < skip) continue;
      batch.push({ understood: prepareRecord(record, context), kind: file.kind });
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
