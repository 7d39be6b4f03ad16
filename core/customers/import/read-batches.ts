import type { Field } from '../../fields/field.ts';
import type { Entry } from './import-batch.ts';
import { type OpenFile, readRecords } from './open-file.ts';

/** The entries of all files in their order, so many at a time, those already written passed over. */
export async function* readBatches(
  files: readonly OpenFile[],
  { fields, size, skip = 0 }: { fields: readonly Field[]; size: number; skip?: number },
): AsyncGenerator<Entry[]> {
  let batch: Entry[] = [];
  let position = 0;
  for (const file of files) {
    for await (const record of readRecords(file, { fields })) {
      if (position++ < skip) continue;
      batch.push({ record, kind: file.kind });
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
