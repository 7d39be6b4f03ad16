export const median = (times: readonly number[]): number => quantile(times, 0.5);

export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Runs each of the works in turn, round after round, so that a busy moment hits all alike; the first round is left out. */
export async function interleave(
  works: readonly (() => Promise<unknown>)[],
  rounds: number,
): Promise<number[][]> {
  const times = works.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, work] of works.entries()) {
      const start = performance.now();
      await work();
      if (round > 0) times[at]!.push(performance.now() - start);
    }
  }
  return times;
}

export const tenths = (ms: number): number => Math.round(ms * 10) / 10;
