// The committed weights of the judge of remarks, read once. They are made by `npx refrain train-remarks`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LinearModel, unpackModel } from '../../triage/learned/linear-model.ts';

export const REMARK_MODEL = join(import.meta.dirname, 'remarks.bin');
export const REMARK_LABELS = ['harmless', 'restricts'];

/** As harmless as this a phrase has to be: of restricting ones that were not learnt from at most one in two hundred is. */
export const SURE = 0.92;

let model: LinearModel | null = null;

export const remarkModel = (): LinearModel => {
  model ??= unpackModel(readFileSync(REMARK_MODEL));
  return model;
};
