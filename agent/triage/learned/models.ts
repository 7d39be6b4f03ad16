// The committed weights, read once. They are made by `npx refrain train-triage`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LinearModel, unpackModel } from './linear-model.ts';

export type ModelName = 'intents' | 'languages';

export const modelFile = (name: ModelName): string => join(import.meta.dirname, `${name}.bin`);

const READ = new Map<ModelName, LinearModel>();

export const intentModel = (): LinearModel => read('intents');
export const languageModel = (): LinearModel => read('languages');

function read(name: ModelName): LinearModel {
  const known = READ.get(name);
  if (known) return known;
  if (!existsSync(modelFile(name)))
    throw new Error(`The triager's ${name} are not trained: run npx refrain train-triage.`);
  const model = unpackModel(readFileSync(modelFile(name)));
  READ.set(name, model);
  return model;
}

/** For training, which learns the languages before it can read the replies. */
export const keepModel = (name: ModelName, model: LinearModel): void => {
  READ.set(name, model);
};
