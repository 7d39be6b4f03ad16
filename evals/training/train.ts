// Learning one model: checked on what was left out of the learning, calibrated by it, and written.
import { writeFileSync } from 'node:fs';
import { calibrate, fitModel, packModel, type Sample, sums } from './fit-model.ts';

const FOLDS = 5;

/** Samples of one group are never split between learning and checking. */
export type Grouped = Sample & { group: string; isWritten?: boolean };
export type Task = {
  name: string;
  file: string;
  labels: readonly string[];
  buckets: number;
  epochs: number;
  decay: number;
  samples: readonly Grouped[];
};
export type Training = { trainedOn: string; progress: (line: string) => void };

export type Trained = { name: string; samples: number; right: number; temperature: number; bytes: number };

/** Writes the weights and tells how often what was left out of the learning was read rightly. */
export function train(task: Task, { trainedOn, progress }: Training): Trained {
  const { name, file, labels, buckets, samples } = task;
  const held = crossChecked(task);
  // What people wrote is harder than what was composed: where there is some, how sure to be is learnt of it.
  const written = held.filter(({ sample }) => sample.isWritten);
  const temperature = calibrate(written.length > 0 ? written : held);
  const packed = packModel({ fitted: fitModel(samples, task), temperature, labels, buckets, trainedOn });
  writeFileSync(file, packed);
  const right = held.filter(({ sums: found, label }) => found.indexOf(Math.max(...found)) === label).length;
  progress(
    `${name}: ${samples.length} samples, ${((100 * right) / held.length).toFixed(1)} % of those left out right, temperature ${temperature.toFixed(2)}\n`,
  );
  return { name, samples: samples.length, right: right / held.length, temperature, bytes: packed.length };
}

export type Held<Sampled extends Grouped> = { sums: number[]; label: number; sample: Sampled };

/** Every sample, weighed by what was learnt from other groups than its own. */
export function crossChecked<Sampled extends Grouped>(
  task: Omit<Task, 'samples'> & { samples: readonly Sampled[] },
): Held<Sampled>[] {
  const { labels, samples } = task;
  const foldOf = new Map(
    [...new Set(samples.map(({ group }) => group))].map((group, at) => [group, at % FOLDS]),
  );
  return Array.from({ length: FOLDS }, (_, fold) => {
    const fitted = fitModel(
      samples.filter(({ group }) => foldOf.get(group) !== fold),
      task,
    );
    return samples
      .filter(({ group }) => foldOf.get(group) === fold)
      .filter((one) => one.labels.length === 1)
      .map((sample) => ({
        sums: sums(fitted, sample.vector, labels.length),
        label: sample.labels[0]!,
        sample,
      }));
  }).flat();
}
