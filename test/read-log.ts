import pino from 'pino';
import type { Log } from '../lib/log.ts';

export type LogLine = { level: number; msg: string; requestId?: string } & Record<string, unknown>;

/** All that is logged from now on, down to `debug`, rather than on stderr. */
export function readLog(log: Log): LogLine[] {
  const lines: LogLine[] = [];
  const stream = { write: (line: string) => void lines.push(JSON.parse(line) as LogLine) };
  Object.assign(log, { [pino.symbols.streamSym]: stream });
  log.level = 'debug';
  return lines;
}
