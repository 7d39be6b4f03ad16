// A real IMAP server, Dovecot, on loopback with one mailbox; only where the machine has it and we are root.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { openImap } from '../channels/email/imap.ts';
import { until } from './until.ts';

export const hasDovecot = (() => {
  try {
    execFileSync('dovecot', ['--version'], { stdio: 'ignore' });
    return userInfo().uid === 0;
  } catch {
    return false;
  }
})();

export async function startImap() {
  const folder = mkdtempSync(join(tmpdir(), 'dovecot-'));
  for (const box of ['cur', 'new', 'tmp']) mkdirSync(join(folder, 'mail', box), { recursive: true });
  const port = await freePort();
  writeFileSync(join(folder, 'users'), 'desk:{PLAIN}secret::::::\n');
  writeFileSync(join(folder, 'dovecot.conf'), configOf(folder, port));
  execFileSync('chown', ['-R', 'mail:mail', join(folder, 'mail')]);
  execFileSync('chmod', ['755', folder]);
  const server = spawn('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  const settings = { host: '127.0.0.1', port, secure: false, user: 'desk', pass: 'secret', mailbox: 'INBOX' };
  const answers = () =>
    openImap(settings)
      .collect(null, async () => undefined)
      .then(
        () => true,
        () => false,
      );
  await until(answers, (isUp) => isUp);
  let count = 0;
  return {
    settings,
    /** A mail as it stands in the box: its head and its text. */
    deliver(head: Record<string, string>, text: string): void {
      count += 1;
      const file = join(folder, 'mail/new', `${1_700_000_000 + count}.${count}.host`);
      const lines = Object.entries({ 'Message-ID': `<${count}@example.com>`, ...head });
      writeFileSync(file, `${lines.map((line) => line.join(': ')).join('\r\n')}\r\n\r\n${text}\r\n`);
      execFileSync('chown', ['mail:mail', file]);
    },
    stop(): void {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });

const configOf = (folder: string, port: number) => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = mail
default_internal_group = mail
default_login_user = mail
mail_location = maildir:${folder}/mail
first_valid_uid = 1
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${folder}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
