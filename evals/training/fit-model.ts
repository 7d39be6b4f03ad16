// Multinomial logistic regression by AdaGrad: deterministic, quick enough for a command, small once it is packed.
import { brotliCompressSync, constants } from 'node:zlib';
import { type LinearModel, softmax, type Vector } from '../../agent/triage/learned/linear-model.ts';
import { createRandom } from './compose.ts';

/** Right is any of the labels. Of a sentence with several only the wrong ones are learnt from: which is right is not known. */
export type Sample = { vector: Vector; labels: readonly number[]; weight: number };
export type FitOptions = { labels: readonly string[]; buckets: number; epochs: number; decay: number };
type Fitted = { weights: Float32Array; bias: Float64Array };

const RATE = 0.5;
/** How much of a sample is left out each time it is learnt from (dropout of the input). */
const LEFT_OUT = 0.5;
/** The weights are the mean of those after each of the last rounds, in which they only swing. */
const MEAN_OF = 8;

export function fitModel(samples: readonly Sample[], { labels, buckets, epochs, decay }: FitOptions): Fitted {
  const width = labels.length;
  const [weights, squares] = [new Float32Array(buckets * width), new Float32Array(buckets * width)];
  const bias = new Float64Array(width);
  const random = createRandom(1);
  const order = samples.map((_, at) => at);
  const errors = new Float64Array(width);
  const mean: Fitted = { weights: new Float32Array(buckets * width), bias: new Float64Array(width) };
  const counted = Math.min(MEAN_OF, epochs);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const { vector, labels: right, weight } = samples[at]!;
      const { buckets: seen, values } = thinned(vector, random);
      const shares = softmax(sums({ weights, bias }, { buckets: seen, values }, width));
      for (let one = 0; one < width; one++) {
        const isRight = right.includes(one);
        const error = isRight && right.length > 1 ? 0 : (shares[one]! - Number(isRight)) * weight;
        errors[one] = Math.abs(error) < 1e-4 ? 0 : error;
        bias[one]! -= 0.01 * errors[one]!;
      }
      for (let i = 0; i < seen.length; i++) {
        for (let one = 0, cell = seen[i]! * width; one < width; one++, cell++) {
          const error = errors[one]!;
          if (error === 0) continue;
          const slope = error * values[i]! + decay * weights[cell]!;
          squares[cell]! += slope * slope;
          weights[cell]! -= (RATE * slope) / Math.sqrt(squares[cell]! + 1e-8);
        }
      }
    }
    if (epoch < epochs - counted) continue;
    weights.forEach((weight, cell) => {
      mean.weights[cell]! += weight / counted;
    });
    bias.forEach((one, label) => {
      mean.bias[label]! += one / counted;
    });
  }
  return mean;
}

/** A part of what is seen, another one each time: no single word may be relied upon, as the next person uses another. */
function thinned({ buckets, values }: Vector, random: () => number): Vector {
  const kept: Vector = { buckets: [], values: [] };
  for (let at = 0; at < buckets.length; at++) {
    if (random() < LEFT_OUT) continue;
    kept.buckets.push(buckets[at]!);
    kept.values.push(values[at]! / (1 - LEFT_OUT));
  }
  return kept;
}

export function sums({ weights, bias }: Fitted, { buckets, values }: Vector, width: number): number[] {
  const found = [...bias];
  for (let i = 0; i < buckets.length; i++)
    for (let one = 0; one < width; one++)
      found[one] = found[one]! + weights[buckets[i]! * width + one]! * values[i]!;
  return found;
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
}

/** The temperature at which sums that were never learnt from are worth what they say: least log-loss, by halving. */
export function calibrate(held: readonly { sums: number[]; label: number }[]): number {
  const loss = (temperature: number) =>
    held.reduce(
      (sum, { sums: found, label }) =>
        sum - Math.log(softmax(found.map((one) => one / temperature))[label]! + 1e-12),
      0,
    );
  let [low, high] = [0.2, 8];
  for (let step = 0; step < 40; step++) {
    const [one, other] = [low + (high - low) / 3, high - (high - low) / 3];
    if (loss(one) < loss(other)) high = other;
    else low = one;
  }
  return (low + high) / 2;
}

type Packing = {
  fitted: Fitted;
  temperature: number;
  labels: readonly string[];
  buckets: number;
  trainedOn: string;
};

export function packModel({ fitted, temperature, labels, buckets, trainedOn }: Packing): Uint8Array {
  const most = fitted.weights.reduce((so, weight) => Math.max(so, Math.abs(weight)), 0);
  const round = (value: number) => Number(value.toPrecision(6));
  const head: Omit<LinearModel, 'weights'> = {
    labels,
    buckets,
    step: round(most / 127 / temperature),
    bias: [...fitted.bias].map((one) => round(one / temperature)),
    trainedOn,
  };
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const weights = Buffer.from(Int8Array.from(fitted.weights, (one) => Math.round((one / most) * 127)).buffer);
  return brotliCompressSync(Buffer.concat([length, json, weights]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
  });
}
