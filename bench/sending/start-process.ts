import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A file of this folder as a process of its own that ends with this one; `said` is the first line that it prints. */
export async function startProcess(
  file: string,
  args: readonly string[] = [],
): Promise<{ child: ChildProcess; pid: number; said: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended.`))),
  ]);
  return { child, pid: child.pid ?? 0, said: String(line).trim() };
}
