import type { Inferred } from '../../../db/schema/index.ts';
import type { Issue } from './judge-heading.ts';
import type { Cell, PrepareContext } from './prepare-context.ts';
import type { PreparedValues } from './prepared.ts';
import type { RawRecord } from './raw-record.ts';

/** One entry while its fields are being understood; each step fills in what it finds. */
export type Work = {
  record: RawRecord;
  cells: ReadonlyMap<string, Cell>;
  context: PrepareContext;
  values: PreparedValues;
  inferred: Inferred;
  issues: Issue[];
};

export const flag = (work: Work, reason: string, detail: string, line = work.record.line): void => {
  work.issues.push({ reason, detail, isBlocking: false, line });
};
