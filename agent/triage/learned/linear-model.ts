// A linear classifier over hashed features: one small integer per feature and label, and a softmax over the sums.
import { brotliDecompressSync } from 'node:zlib';

/** Bucket numbers with their values; the same bucket may come twice. */
export type Vector = { buckets: number[]; values: number[] };

export type LinearModel = {
  labels: readonly string[];
  buckets: number;
  /** What one step of a weight is worth; the temperature of the calibration is in it. */
  step: number;
  bias: readonly number[];
  /** `buckets` rows of one weight per label. */
  weights: Int8Array;
  /** SHA-256 of what it was trained on. */
  trainedOn: string;
};

/** The probability of each label, in the order of the labels. */
export function predict(model: LinearModel, { buckets, values }: Vector): number[] {
  const { labels, weights, step } = model;
  const sums = Float64Array.from(model.bias);
  for (let at = 0; at < buckets.length; at++) {
    const row = buckets[at]! * labels.length;
    const value = values[at]! * step;
    for (let label = 0; label < labels.length; label++)
      sums[label] = sums[label]! + weights[row + label]! * value;
  }
  return softmax([...sums]);
}

export function softmax(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((so, power) => so + power, 0);
  return powers.map((power) => power / total);
}

/** How much one feature speaks for one label rather than for the others. */
export function speaksFor(model: LinearModel, bucket: number, label: number): number {
  const row = bucket * model.labels.length;
  const all = model.weights.subarray(row, row + model.labels.length);
  const rest = all.reduce((sum, weight) => sum + weight, 0) - all[label]!;
  return all[label]! - rest / (all.length - 1);
}

/** A packed file: the length of its head in four bytes, the head as JSON, the weights; all of it compressed. */
export function unpackModel(packed: Uint8Array): LinearModel {
  const bytes = brotliDecompressSync(packed);
  const length = bytes.readUInt32LE(0);
  const head = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as Omit<LinearModel, 'weights'>;
  const weights = new Int8Array(bytes.subarray(4 + length));
  if (weights.length !== head.labels.length * head.buckets)
    throw new Error('Learned weights are not whole: run npx refrain train-triage.');
  return { ...head, weights };
}
