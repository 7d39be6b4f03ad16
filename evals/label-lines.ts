import { wilson } from '../core/statistics/wilson.ts';
import { type Label, macroF1 } from './macro-f1.ts';
import { percent } from './print-table.ts';
import type { CaseResult } from './result.ts';

/** Of the suites that give every case one label: macro-F1, and the stops that were missed or invented. */
export function labelLines(results: readonly CaseResult[]): string[] {
  const labelled = results.filter((one) => one.label);
  const groups = Map.groupBy(labelled, ({ suite, author, split }) => `${suite} ${author} ${split}`);
  return [...groups].flatMap(([name, all]) =>
    lineOf(
      name,
      all.map(({ label }) => label!),
    ),
  );
}

function lineOf(name: string, labels: readonly Label[]): string[] {
  const { share, low, high } = macroF1(labels);
  const due = labels.filter(({ wanted }) => wanted === 'opt_out');
  const read = labels.filter(({ got }) => got === 'opt_out');
  const heard = due.filter(({ got }) => got === 'opt_out').length;
  const precision = wilson(heard, read.length);
  return [
    `${name}: macro-F1 ${percent(share)} (${percent(low)}–${percent(high)}); stops ${heard} of ${due.length} heard, ` +
      `${read.length - heard} invented (precision ${percent(read.length ? heard / read.length : 1)}, ${percent(precision.low)}–${percent(precision.high)})`,
  ];
}
