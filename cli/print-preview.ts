import type { ImportPreview } from '../core/customers/import/preview-import.ts';
import { safe } from './print-part.ts';
import { describeEntry } from './print-report.ts';

/** What an import would do, for a person at a terminal: the columns, the sums, and what changes by line. */
export function printPreview({ files, counts, looked, entries }: ImportPreview): void {
  const lines = files.flatMap(describeFile);
  lines.push(
    `Of the first ${looked} entries: create ${counts.created}, update ${counts.updated}, leave ${counts.unchanged}; ` +
      `${counts.inReview} would wait for review, ${counts.flagged} be flagged. Nothing is written.`,
    '',
  );
  for (const entry of entries) {
    lines.push(describeEntry(entry));
    for (const { field, before, after, because, confidence } of entry.changes)
      lines.push(
        `    ${field}: ${show(before)} → ${show(after)}${because ? ` (${safe(because)}, ${confidence})` : ''}`,
      );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

function describeFile({ name, kind, encoding, problem, tables }: ImportPreview['files'][number]): string[] {
  const columns = tables.flatMap(({ columns }) =>
    columns.map(
      ({ label, is, isUsed, because, confidence }) =>
        `  ${safe(label)} → ${isUsed ? is : `nothing${is === 'unknown' ? '' : `, perhaps ${is}`}`} (${safe(because)}, ${confidence})`,
    ),
  );
  return [
    `${safe(name)}: ${kind ?? 'not readable'}, ${encoding.name}`,
    ...columns,
    ...(problem ? [`  ${safe(problem.message)} ${safe(problem.nextStep ?? '')}`] : []),
  ];
}

const show = (value: unknown): string =>
  value === null || value === undefined || value === ''
    ? '—'
    : safe(typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, 120);
