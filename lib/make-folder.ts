import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from './errors.ts';

/**
 * Makes a folder and those above it, for this user only. Level by level: where the system refuses to make one at all,
 * Node's own recursive way tries for ever. Throws `config:invalid` naming the folder that cannot be made.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    throw new AppError('config:invalid', `The folder ${path} cannot be made (${code}).`, {
      nextStep: 'Name another folder with REFRAIN_DATA.',
    });
  }
}
