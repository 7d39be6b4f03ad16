// Against a real IMAP server, Dovecot, started on loopback; skipped, visibly, where the machine has none.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../test/until.ts';
import type { InboundMail } from '../contract.ts';
import { openImap } from './imap.ts';

const hasDovecot = (() => {
  try {
    execFileSync('dovecot', ['--version'], { stdio: 'ignore' });
    return userInfo().uid === 0;
  } catch {
    return false;
  }
})();

describe.skipIf(!hasDovecot)('a mailbox on Dovecot (skipped without Dovecot and root)', () => {
  let folder: string;
  let server: ChildProcess;
  let port: number;
  let count = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dovecot-'));
    for (const box of ['cur', 'new', 'tmp']) mkdirSync(join(folder, 'mail', box), { recursive: true });
    port = await freePort();
    writeFileSync(join(folder, 'users'), 'desk:{PLAIN}secret::::::\n');
    writeFileSync(join(folder, 'dovecot.conf'), configOf(folder, port));
    execFileSync('chown', ['-R', 'mail:mail', join(folder, 'mail')]);
    execFileSync('chmod', ['755', folder]);
    server = spawn('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
    const answers = () =>
      inbox()
        .collect(null, async () => undefined)
        .then(
          () => true,
          () => false,
        );
    await until(answers, (isUp) => isUp);
  });
  afterAll(() => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const inbox = (pass = 'secret') =>
    openImap({ host: '127.0.0.1', port, secure: false, user: 'desk', pass, mailbox: 'INBOX' });
  const deliver = (text: string) => {
    count += 1;
    const file = join(folder, 'mail/new', `${1_700_000_000 + count}.${count}.host`);
    writeFileSync(file, `From: g@example.com\r\nMessage-ID: <${count}@example.com>\r\n\r\n${text}\r\n`);
    execFileSync('chown', ['mail:mail', file]);
  };
  const collect = async (from: string | null) => {
    const [mails, cursors] = [[] as (InboundMail | null)[], [] as string[]];
    await inbox().collect(from, async (mail, cursor) => {
      mails.push(mail);
      cursors.push(cursor);
    });
    return { texts: mails.flatMap((mail) => mail?.text ?? []), cursor: cursors.at(-1) ?? from };
  };

  it('tells what comes from now on, each once and in order, and goes on after a crash where it was', async () => {
    deliver('old');
    const start = await collect(null);
    expect(start.texts).toEqual([]);
    deliver('one');
    deliver('two');
    const first = await collect(start.cursor);
    expect(first.texts).toEqual(['one', 'two']);
    expect((await collect(first.cursor)).texts).toEqual([]);
    // What was not kept is told again.
    expect((await collect(start.cursor)).texts).toEqual(['one', 'two']);
    deliver('three');
    expect((await collect(first.cursor)).texts).toEqual(['three']);
  });

  it('begins anew where the box was made anew, and fails plainly with a wrong password', async () => {
    expect((await collect('1:999')).texts).toEqual([]);
    await expect(inbox('wrong').collect(null, async () => undefined)).rejects.toThrow();
  });
});

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
