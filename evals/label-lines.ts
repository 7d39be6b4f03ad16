import { wilson } from '../core/statistics/wilson.ts';
import { type Label, macroF1 } from './macro-f1.ts';
import { percent } from './print-table.ts';
import type { CaseResult } from './result.ts';

/**
 * Of the suites that read replies: macro-F1, and what came of those that ask for no more messages. One is missed when
 * nothing stopped and nobody was asked; precision is of those that acted by themselves. The stops of several sets stand
 * apart as well; a set is what its cases' ids begin with.
 */
export function labelLines(results: readonly CaseResult[]): string[] {
  const labelled = results.filter((one) => one.label || one.stop);
  const groups = Map.groupBy(labelled, ({ suite, author, split }) => `${suite} ${author} ${split}`);
  return [...groups].flatMap(([name, all]) => [
    `${name}: ${f1Words(all)}`,
    `${name}: ${stopWords(all)}`,
    ...(all[0]?.author === 'independent' ? setLines(all) : []),
  ]);
}

function setLines(results: readonly CaseResult[]): string[] {
  const sets = Map.groupBy(results, ({ id }) => id.split('-')[0]!);
  return sets.size < 2 ? [] : [...sets].map(([set, all]) => `  ${set}: ${stopWords(all)}`);
}

function f1Words(results: readonly CaseResult[]): string {
  const labels = results.flatMap(({ label }) => label ?? []);
  const unheld = labels.map(({ wanted, got, otherwise }) => ({ wanted, got: otherwise ?? got }));
  return `macro-F1 ${rangeWords(labels)}; no probable stop counted as one ${rangeWords(unheld)}`;
}

function rangeWords(labels: readonly Label[]): string {
  const { share, low, high } = macroF1(labels);
  return `${percent(share)} (${percent(low)}–${percent(high)})`;
}

function stopWords(results: readonly CaseResult[]): string {
  const count = (isDue: boolean, got: string) =>
    results.filter(({ stop }) => stop?.isDue === isDue && stop.got === got).length;
  const [acted, held, missed] = [count(true, 'acted'), count(true, 'held'), count(true, 'none')];
  const [invented, heldOthers, left] = [count(false, 'acted'), count(false, 'held'), count(false, 'none')];
  const read = acted + invented;
  const precision = wilson(acted, read);
  const others = invented + heldOthers + left;
  return (
    `of ${acted + held + missed} stops ${acted} acted by themselves, ${held} held for a person, ${missed} missed; ` +
    `${invented} invented (precision ${percent(read ? acted / read : 1)}, ${percent(precision.low)}–${percent(precision.high)}); ` +
    `of ${others} others ${heldOthers} held (${percent(others ? heldOthers / others : 0)})`
  );
}
