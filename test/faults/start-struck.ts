import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { STRUCK } from './kill-points.ts';

export type Struck = {
  child: ChildProcess;
  /** The first line that it prints. */
  firstLine: Promise<string>;
  ended: Promise<void>;
  /** Whether it said that it struck. */
  isStruck(): boolean;
};

/** A file of this folder as a process of its own that ends with this one. */
export function startStruck(file: string, given: object): Struck {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), JSON.stringify(given)], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout!.on('data', (chunk) => {
    said += chunk;
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const line = new Promise<string>((resolve) =>
    child.stdout!.once('data', (chunk) => resolve(`${chunk}`.trim())),
  );
  const firstLine = Promise.race([line, ended.then(() => Promise.reject(new Error(`${file} ended.`)))]);
  firstLine.catch(() => undefined);
  return { child, firstLine, ended, isStruck: () => said.includes(STRUCK) };
}
