import type { Row } from './tally.ts';

const HEAD = [
  'suite',
  'author',
  'split',
  'right',
  'share',
  '95 %',
  'silent',
  'precision',
  'recall',
  'p50',
  'p95',
];

/** The table of a run, for a terminal. */
export function printTable(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
  return lines
    .map((line) =>
      line.map((cell, at) => (at < 3 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '),
    )
    .join('\n');
}

const cells = (row: Row): string[] => [
  row.variant ? `${row.suite} (${row.variant})` : row.suite,
  row.author,
  row.split,
  `${row.passed}/${row.total}`,
  percent(row.share),
  `${percent(row.low)}–${percent(row.high)}`,
  String(row.silentSupersets),
  row.precision === null ? '' : percent(row.precision),
  row.recall === null ? '' : percent(row.recall),
  `${row.p50Ms} ms`,
  `${row.p95Ms} ms`,
];

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
