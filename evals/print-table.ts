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

const OF_MODELS = ['every time', 'tokens', 'cost'];

/** The table of a run, for a terminal. */
export function printTable(rows: readonly Row[]): string {
  const isModel = rows.some(({ tokens }) => tokens > 0);
  const head = isModel ? [...HEAD, ...OF_MODELS] : HEAD;
  const lines = [head, ...rows.map((row) => [...cells(row), ...(isModel ? modelCells(row) : [])])];
  const widths = head.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
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

const modelCells = ({ everyTime, tokens, costUsd }: Row): string[] => [
  percent(everyTime),
  String(tokens),
  `$${costUsd.toFixed(4)}`,
];

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
