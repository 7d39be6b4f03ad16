import { setTimeout as wait } from 'node:timers/promises';
import type { ImportRow } from '../core/customers/import/read-imports.ts';
import { AppError, type ErrorCode } from '../lib/errors.ts';
import type { Client } from './client.ts';

// Often enough for a person who watches, seldom enough not to be felt by the import.
const LOOK_EVERY_MS = 250;

/**
 * Starts an import, or goes on with it, and watches it to its end. Ctrl-C stops it after the batch at hand. Throws why
 * it failed or that it was stopped, with how to go on; what is written by then stays.
 */
export async function followImport(client: Client, importId: string): Promise<ImportRow> {
  const path = `/imports/${importId}`;
  const look = () => client.get<ImportRow>(path);
  const stop = () => void client.post(`${path}/cancel`, {}).catch(() => undefined);
  process.once('SIGINT', stop);
  try {
    let row = await look();
    // One that runs already, by somebody else or left behind by a process that is gone, is only watched.
    if (row.status !== 'running') row = await client.post<ImportRow>(`${path}/start`, {});
    for (; row.status === 'running'; row = await look()) {
      showProgress(row);
      await wait(LOOK_EVERY_MS);
    }
    showProgress(row);
    return demandDone(row);
  } finally {
    process.off('SIGINT', stop);
    if (process.stderr.isTTY) process.stderr.write('\n');
  }
}

/** One line that is written over; where nobody watches, none. */
function showProgress({ position, readBytes, totalBytes }: ImportRow): void {
  if (!process.stderr.isTTY) return;
  const percent = totalBytes > 0 ? Math.floor((100 * readBytes) / totalBytes) : 0;
  process.stderr.write(`\r${position.toLocaleString('en')} entries written, ${percent} % read `);
}

function demandDone(row: ImportRow): ImportRow {
  if (row.status === 'done') return row;
  const goOn = `refrain import --resume ${row.id} goes on after the ${row.position} entries that are written.`;
  if (row.problem) {
    const { code, message, nextStep } = row.problem;
    throw new AppError(code as ErrorCode, message, { nextStep: [nextStep, goOn].filter(Boolean).join(' ') });
  }
  throw new AppError('import:state', `The import is ${row.status}.`, { nextStep: goOn });
}
