// SpamAssassin's daemon for tests: the real one where it is installed, and one that says what a test wants.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';

const PROGRAM = '/usr/sbin/spamd';
export const hasSpamd = existsSync(PROGRAM);

export async function standInSpamd(answer: (asked: string, socket: Socket) => void) {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const pieces: Buffer[] = [];
    socket.on('error', () => undefined);
    socket.on('data', (piece) => pieces.push(piece));
    socket.on('end', () => answer(Buffer.concat(pieces).toString(), socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { host: '127.0.0.1', port, close: () => server.close() };
}

/** Without any look-up in the network; on a free port, ready when it says so. */
export async function realSpamd() {
  const free = await standInSpamd(() => undefined);
  free.close();
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const at = ['-p', String(free.port), '-i', '127.0.0.1', '-A', '127.0.0.1'];
  const spamd = spawn(PROGRAM, ['-L', '-x', '-m', '1', '-s', 'stderr', ...at, ...user]);
  await new Promise<void>((resolve, reject) => {
    let said = '';
    spamd.once('exit', () => reject(new Error(`spamd does not start: ${said}`)));
    spamd.stderr.on('data', (piece) => {
      said += piece;
      if (/server started/.test(said)) resolve();
    });
  });
  return { host: '127.0.0.1', port: free.port, close: () => spamd.kill() };
}
