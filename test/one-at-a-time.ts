// What several files' processes would make beside each other, each for itself: one makes it, the others wait and find it.
import { setTimeout as pause } from 'node:timers/promises';
import { lockFolder } from '../db/folder-lock.ts';
import { isAppError } from '../lib/errors.ts';
import { makeFolder } from '../lib/make-folder.ts';

/** `folder` is the lock's own. What a process left that died does not keep the next from it. */
export async function oneAtATime<T>(folder: string, work: () => Promise<T>): Promise<T> {
  makeFolder(folder);
  const unlock = await locked(folder);
  try {
    return await work();
  } finally {
    unlock();
  }
}

async function locked(folder: string): Promise<() => void> {
  for (;;) {
    try {
      return lockFolder(folder);
    } catch (error) {
      if (!isAppError(error)) throw error;
      await pause(100);
    }
  }
}
