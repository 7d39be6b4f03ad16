import { createInterface } from 'node:readline';
import { isAppError } from '../lib/errors.ts';
import { printJson } from './command.ts';

/**
 * Reads one text a line from stdin and prints one object a line, in order. A line that fails prints
 * `{ error: { code, message } }` in its place and the command ends with a non-zero status.
 */
export async function eachLine(work: (text: string) => Promise<unknown>): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    try {
      printJson(await work(line));
    } catch (error) {
      if (!isAppError(error)) throw error;
      printJson({ error: { code: error.code, message: error.message } });
      process.stderr.write(`refrain: ${error.message}\n`);
      process.exitCode = 1;
    }
  }
}
