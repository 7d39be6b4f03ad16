import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../../test/postgres-server.ts';
import { sendOne, smtpKit, to } from '../../test/smtp-kit.ts';

const { open, openRaw, openSender, close } = smtpKit();
afterEach(close);

describe('the server says nothing', () => {
  const until = (command: string) => (line: string) => {
    if (line === '') return '220 ready';
    if (line.startsWith(command)) return null;
    if (line === 'DATA') return '354 go on';
    return /^(EHLO|MAIL|RCPT|RSET|QUIT)/.test(line) ? '250 fine' : '';
  };

  it('because nobody listens', async () => {
    const sender = openSender({ url: `smtp://127.0.0.1:${await freePort()}` });
    expect(await sendOne(sender)).toMatchObject({ outcome: 'unreachable' });
  });

  it('because its name is not known', async () => {
    const sender = openSender({ url: 'smtp://mail.invalid' });
    expect(await sendOne(sender)).toMatchObject({ outcome: 'unreachable' });
  });

  it.each(['EHLO', 'MAIL', 'RCPT', 'DATA'])('from %s on: nothing had left us', async (command) => {
    expect(await sendOne(await openRaw(until(command)))).toMatchObject({ outcome: 'unreachable' });
  });

  it('from the first line of the text on: it may have gone out', async () => {
    expect(await sendOne(await openRaw(until('Message-ID')))).toMatchObject({ outcome: 'unknown' });
  });

  it('and closes after the whole text: it may have gone out, and is not sent again', async () => {
    const { server, sender } = await open({ afterData: () => 'drop' });
    expect(await sendOne(sender)).toMatchObject({ outcome: 'unknown' });
    expect(server.mails).toHaveLength(1);
  });

  it('and stays open after the whole text: the time-out says unknown', async () => {
    const { server, sender } = await open({ afterData: () => 'silence' });
    expect(await sendOne(sender)).toMatchObject({ outcome: 'unknown' });
    expect(server.mails).toHaveLength(1);
  });

  it.each(['', 'EHLO', 'RCPT', 'DATA'])(
    'and stays open after "%s": the time-out says unreachable',
    async (at) => {
      const silent = (line: string) =>
        line.startsWith(at || '\n') || line === at ? '' : until('nothing')(line);
      expect(await sendOne(await openRaw(silent))).toMatchObject({ outcome: 'unreachable' });
    },
  );

  it('but something else: it is no mail server', async () => {
    const sender = await openRaw((line, seen) =>
      seen.length > 0 || line === '' ? 'HTTP/1.1 400 Bad Request' : '',
    );
    expect(await sendOne(sender)).toMatchObject({ outcome: 'unreachable' });
  });

  it('for so long that the batch is given up, each message by how far it came', async () => {
    const { server, sender } = await open(
      { afterData: () => 'silence' },
      { timeoutMs: 20_000, batchTimeoutMs: 400 },
    );
    const results = await sender.send(Array.from({ length: 12 }, (_, n) => to(`person${n}`)));
    const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
    expect([count('unknown'), count('unreachable')]).toEqual([4, 8]);
    expect(server.mails).toHaveLength(4);
  });
});
