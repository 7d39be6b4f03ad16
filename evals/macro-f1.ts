/** What was due and what was read; of what is held and read as a stop, `otherwise` is what it is if it is none. */
export type Label = { wanted: string; got: string; otherwise?: string };
export type MacroF1 = { share: number; low: number; high: number };

const RESAMPLES = 1_000;

/**
 * The mean over the labels of F1, with 95 % bounds by resampling the cases (percentile bootstrap, always the same
 * draws). Labels that no case wants do not count.
 */
export function macroF1(labels: readonly Label[]): MacroF1 {
  const wanted = [...new Set(labels.map((one) => one.wanted))];
  let state = 1;
  // Park and Miller's generator is enough for drawing cases.
  const draw = () => {
    state = (state * 48_271) % 2_147_483_647;
    return labels[state % labels.length]!;
  };
  const drawn = Array.from({ length: RESAMPLES }, () => meanF1(labels.map(draw), wanted)).sort(
    (a, b) => a - b,
  );
  const at = (quantile: number) => drawn[Math.floor(quantile * (RESAMPLES - 1))]!;
  return { share: meanF1(labels, wanted), low: at(0.025), high: at(0.975) };
}

function meanF1(labels: readonly Label[], wanted: readonly string[]): number {
  const scores = wanted.flatMap((label) => f1Of(labels, label) ?? []);
  return scores.reduce((sum, one) => sum + one, 0) / scores.length;
}

/** Null where neither due nor read: a resample may have lost a rare label. */
function f1Of(labels: readonly Label[], label: string): number | null {
  const right = labels.filter((one) => one.wanted === label && one.got === label).length;
  const wrong = labels.filter((one) => (one.wanted === label) !== (one.got === label)).length;
  return right + wrong === 0 ? null : (2 * right) / (2 * right + wrong);
}
