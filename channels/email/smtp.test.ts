import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../../test/postgres-server.ts';
import {
  type SmtpScript,
  type SmtpTestServer,
  startRawSmtp,
  startSmtpServer,
} from '../../test/smtp-server.ts';
import { outgoing } from '../contract.suite.ts';
import type { Sender } from '../contract.ts';
import { openSmtp, smtpSettings } from './smtp.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

function openSender(settings: Record<string, unknown>): Sender {
  const sender = openSmtp(smtpSettings.parse({ from: 'team@refrain.example', timeoutMs: 700, ...settings }));
  opened.push(sender);
  return sender;
}

async function open(script: SmtpScript = {}, settings: Record<string, unknown> = {}) {
  const server: SmtpTestServer = await startSmtpServer(script);
  opened.push(server);
  return { server, sender: openSender({ url: server.url, ...settings }) };
}

async function openRaw(answer: Parameters<typeof startRawSmtp>[0], settings: Record<string, unknown> = {}) {
  const server = await startRawSmtp(answer);
  opened.push(server);
  return openSender({ url: server.url, ...settings });
}

const to = (name = 'arthit') => outgoing(`${name}@example.com`);
const sendOne = async (sender: Sender, message = to()) => (await sender.send([message]))[0]!;

describe('a mail', () => {
  it('arrives as it was frozen: both parts, Thai subject and name, our ids, unsubscribe in one click', async () => {
    const { server, sender } = await open();
    const link = `<https://refrain.example/unsubscribe/${'x'.repeat(300)}>`;
    const message = outgoing('arthit@example.com', {
      content: {
        subject: 'แจ้งต่อสัญญา โรงแรมริมทะเล · renewal',
        text: 'เรียน คุณอาทิตย์\n\nFour zones: Lobby & Bar.',
        html: '<p>เรียน คุณอาทิตย์</p>',
        headers: { 'List-Unsubscribe': link, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
      },
      sender: { name: 'อนงค์, Bright Rooms', email: 'anong@example.com' },
    });
    expect(await sendOne(sender, message)).toEqual({
      outcome: 'submitted',
      providerId: `<${message.messageId}@refrain.example>`,
    });
    const { mail, raw, from } = server.mails[0]!;
    expect(mail.subject).toBe(message.content.subject);
    expect(mail.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(message.content.text);
    expect(mail.html?.trim()).toBe(message.content.html);
    expect(raw).toMatch(/^Content-Type: multipart\/alternative/m);
    expect(mail.messageId).toBe(`<${message.messageId}@refrain.example>`);
    expect(mail.from).toMatchObject({ name: 'อนงค์, Bright Rooms', address: 'team@refrain.example' });
    expect(mail.replyTo).toMatchObject([{ name: 'อนงค์, Bright Rooms', address: 'anong@example.com' }]);
    expect(from).toBe('team@refrain.example');
    const header = (key: string) => mail.headers.find((one) => one.key === key)?.value;
    expect(header('x-refrain-message')).toBe(message.messageId);
    expect(header('list-unsubscribe')).toBe(link);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(raw).toMatch(/^[\x20-\x7e\r\n\t]*$/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThan(998);
  });

  it('is from its sender where the account names nobody, and asks for no other reply address then', async () => {
    const { server, sender } = await open({}, { from: undefined });
    const message = to();
    await sendOne(sender, message);
    const { mail } = server.mails[0]!;
    expect(mail.from?.address).toBe('anong@example.com');
    expect(mail.replyTo ?? []).toEqual([]);
    expect(mail.messageId).toBe(`<${message.messageId}@example.com>`);
  });

  it('has no header, part or recipient that a name, subject or header smuggled in', async () => {
    const { server, sender } = await open();
    const message = outgoing('arthit@example.com', {
      content: {
        subject: 'Hi\r\nBcc: all@example.com\u2028X-Evil: 2\r\n\r\nbody',
        text: 'x',
        headers: {
          'List-Id': 'a\r\nX-Evil: 3',
          'X-Note\r\nX-Evil': '4',
          To: 'b@example.com',
          'Content-Type': 'text/html',
          'X-Refrain-Message': 'forged',
        },
      },
      sender: { name: 'A\r\nX-Evil: 1"', email: 'a@example.com' },
    });
    await sendOne(sender, message);
    const { mail, to: recipients } = server.mails[0]!;
    expect(recipients).toEqual(['arthit@example.com']);
    expect(mail.headers.map(({ key }) => key)).not.toContain('x-evil');
    expect([mail.to?.length, mail.bcc ?? []]).toEqual([1, []]);
    expect(mail.headers.filter(({ key }) => key === 'x-refrain-message').map(({ value }) => value)).toEqual([
      message.messageId,
    ]);
    expect(mail.text?.trim()).toBe('x');
  });
});

describe('the server says no', () => {
  const refused = (code: number, message: string) => ({ refuse: () => ({ code, message }) });
  const gone = { outcome: 'rejected', suppress: 'no_such_address' };

  it.each([
    [550, '5.1.1 The email account that you tried to reach does not exist', gone],
    [550, '5.1.10 RESOLVER.ADR.RecipientNotFound', gone],
    [551, 'User not local; user unknown', gone],
    [550, '5.0.0 No such user here', gone],
    [550, '5.7.1 blocked by policy: user unknown to our list', { outcome: 'rejected', code: '550' }],
    [550, 'mailbox unavailable', { outcome: 'rejected' }],
    [552, '5.2.2 mailbox full', { outcome: 'rejected' }],
    [554, '5.7.1 relaying denied', { outcome: 'rejected' }],
    [452, '4.2.2 mailbox full', { outcome: 'retry', code: '452' }],
    [451, '4.7.1 greylisted, user unknown to us', { outcome: 'retry', code: '451' }],
    [421, '4.3.2 shutting down', { outcome: 'retry', code: '421' }],
    [503, '5.5.1 bad sequence of commands', { outcome: 'retry', code: '503' }],
    [530, '5.7.0 authentication required', { outcome: 'retry', code: 'auth' }],
  ])('%i %s to the recipient', async (code, text, expected) => {
    const { server, sender } = await open(refused(code, text));
    const result = await sendOne(sender);
    expect(result).toMatchObject(expected);
    expect('suppress' in result).toBe('suppress' in expected);
    expect(server.mails).toEqual([]);
  });

  it('to the sender, which says nothing about the address', async () => {
    const { sender } = await open({ refuseSender: () => ({ code: 550, message: '5.1.1 unknown sender' }) });
    const result = await sendOne(sender);
    expect(result).toMatchObject({ outcome: 'rejected', code: '550' });
    expect(result).not.toHaveProperty('suppress');
  });

  it.each([
    [554, { outcome: 'retry', code: '554' }],
    [421, { outcome: 'retry', code: '421' }],
  ])('%i before it greeted, which is not about the message', async (code, expected) => {
    const { sender } = await open({ greet: () => ({ code, message: 'not today' }) });
    expect(await sendOne(sender)).toMatchObject(expected);
  });

  it('to our password, so that no message is lost to a typing error', async () => {
    const user = { name: 'anong', password: 'right' };
    const { server } = await open({ user });
    const login = { host: '127.0.0.1', port: server.port, user: 'anong' };
    expect(await sendOne(openSender({ ...login, pass: 'wrong' }))).toMatchObject({
      outcome: 'retry',
      code: 'auth',
    });
    expect(await sendOne(openSender({ ...login, pass: 'right' }))).toMatchObject({ outcome: 'submitted' });
  });

  it.each([
    [451, { outcome: 'retry', code: '451' }],
    [554, { outcome: 'rejected', code: '554' }],
  ])('%i after it had the whole text: its word counts', async (code, expected) => {
    const { sender } = await open({ afterData: () => ({ code, message: 'content' }) });
    expect(await sendOne(sender)).toMatchObject(expected);
  });

  it('to some of a batch only', async () => {
    const { server, sender } = await open({
      refuse: (address) => (address.startsWith('gone') ? { code: 550, message: '5.1.1 unknown' } : null),
    });
    const batch = Array.from({ length: 30 }, (_, n) => to(`${n % 3 ? 'here' : 'gone'}${n}`));
    const outcomes = (await sender.send(batch)).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(batch.map((_, n) => (n % 3 ? 'submitted' : 'rejected')));
    expect(server.mails).toHaveLength(20);
    expect(server.state.connections).toBeLessThanOrEqual(4);
  });
});

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

describe('the connection', () => {
  it('is kept between batches', async () => {
    const { server, sender } = await open();
    for (let batch = 0; batch < 3; batch++)
      expect(await sendOne(sender)).toMatchObject({ outcome: 'submitted' });
    expect(server.state.connections).toBe(1);
  });

  it('is opened anew when the server closed an idle one, and the message goes out once', async () => {
    const { server, sender } = await open();
    await sendOne(sender);
    server.drop();
    const [message, ...more] = [to('a'), to('b')];
    expect(await sendOne(sender, message)).toMatchObject({ outcome: 'submitted' });
    expect(await sender.send(more)).toMatchObject([{ outcome: 'submitted' }]);
    expect(server.mails.map(({ to: [address] }) => address)).toEqual([
      'arthit@example.com',
      'a@example.com',
      'b@example.com',
    ]);
  });

  it('is closed only when what is being sent is through', async () => {
    const { server, sender } = await open();
    const sending = sender.send([to('a'), to('b')]);
    await sender.close();
    expect(await sending).toMatchObject([{ outcome: 'submitted' }, { outcome: 'submitted' }]);
    expect(server.mails).toHaveLength(2);
    expect(await sendOne(sender)).toMatchObject({ outcome: 'unreachable' });
  });
});
