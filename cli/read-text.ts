import { readFileSync } from 'node:fs';
import { AppError } from '../lib/errors.ts';

/** A whole file; `what` names it in the sentence that says it cannot be read. */
export function readText(path: string, what: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AppError('proof:invalid', `${what} ${path} cannot be read.`, { cause });
  }
}
