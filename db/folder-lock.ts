import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../lib/errors.ts';

/** Two processes on one PGlite folder lose rows silently, so the second one is refused. Answers the unlock. */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock');
  const unlock = () => rmSync(path, { force: true });
  if (!take(path)) {
    const owner = Number(readFileSync(path, 'utf8'));
    if (owner !== process.pid && isAlive(owner)) {
      throw new AppError('database:busy', `The data folder ${folder} is in use by process ${owner}.`, {
        nextStep:
          'Stop that process, or set DATABASE_URL to a Postgres database that several processes may share.',
      });
    }
    unlock();
    if (!take(path)) throw new AppError('database:busy', `The data folder ${folder} was taken a moment ago.`);
  }
  process.once('exit', unlock);
  return unlock;
}

function take(path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
