import { afterEach, describe, expect, it } from 'vitest';
import { newId } from '../../lib/ids.ts';
import { freePort } from '../../test/postgres-server.ts';
import { type SmtpScript, startSmtpServer } from '../../test/smtp-server.ts';
import type { Outgoing, Sender } from '../contract.ts';
import { openSmtp } from './smtp.ts';

let server: Awaited<ReturnType<typeof startSmtpServer>>;
let sender: Sender;
afterEach(async () => {
  await sender.close();
  await server?.close();
});

async function open(script: SmtpScript = {}) {
  server = await startSmtpServer(script);
  sender = openSmtp({ url: server.url, from: 'team@refrain.example', timeoutMs: 1500 });
}

const message = (changes: Partial<Outgoing> = {}): Outgoing => {
  const messageId = newId();
  return {
    messageId,
    idempotencyKey: messageId,
    tenantId: newId(),
    to: 'arthit@example.com',
    content: { subject: 'สัญญาของคุณ · renewal', text: 'สวัสดีค่ะ\n\nFour zones.', html: '<p>สวัสดีค่ะ</p>' },
    sender: { name: 'Anong, Bright Rooms', email: 'anong@example.com' },
    ...changes,
  };
};

describe('e-mail by SMTP', () => {
  it('arrives as it was frozen: subject, both parts, our ids and the unsubscribe headers', async () => {
    await open();
    const headers = {
      'List-Unsubscribe': '<https://refrain.example/u/x>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
    const sent = message();
    const [result] = await sender.send([{ ...sent, content: { ...sent.content, headers } }]);
    expect(result).toMatchObject({ outcome: 'submitted' });
    const { mail, to } = server.mails[0]!;
    expect(to).toEqual(['arthit@example.com']);
    expect(mail.subject).toBe('สัญญาของคุณ · renewal');
    expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(sent.content.text);
    expect(mail.html?.trim()).toBe(sent.content.html);
    expect(mail.messageId).toBe(`<${sent.messageId}@refrain.example>`);
    expect(mail.from).toMatchObject({ name: 'Anong, Bright Rooms', address: 'team@refrain.example' });
    const header = (key: string) => mail.headers.find((one) => one.key === key)?.value;
    expect(header('x-refrain-message')).toBe(sent.messageId);
    expect(header('list-unsubscribe')).toBe('<https://refrain.example/u/x>');
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  });

  it('lets no line break in a name or subject begin a header or add a recipient', async () => {
    await open();
    const content = { subject: 'Hello\r\nBcc: all@example.com', text: 'x' };
    await sender.send([message({ content, sender: { name: 'A\r\nX-Evil: 1', email: 'a@example.com' } })]);
    const { mail, to } = server.mails[0]!;
    expect(to).toEqual(['arthit@example.com']);
    expect(mail.headers.map(({ key }) => key)).not.toContain('x-evil');
    expect(mail.bcc ?? []).toEqual([]);
  });

  it('answers in order, over few connections', async () => {
    await open({
      refuse: (address) => (address.startsWith('gone') ? { code: 550, message: '5.1.1 user unknown' } : null),
    });
    const batch = Array.from({ length: 30 }, (_, i) =>
      message({ to: `${i % 3 === 0 ? 'gone' : 'here'}${i}@example.com` }),
    );
    const results = await sender.send(batch);
    expect(results.map(({ outcome }) => outcome)).toEqual(
      batch.map((_, i) => (i % 3 === 0 ? 'rejected' : 'submitted')),
    );
    expect(server.connections.length).toBeLessThanOrEqual(8);
  });

  it.each([
    ['no such mailbox', 550, '5.1.1 user unknown', { outcome: 'rejected', suppress: 'no_such_address' }],
    [
      'a policy refusal, which says nothing about the address',
      550,
      '5.7.1 blocked by policy',
      { outcome: 'rejected' },
    ],
    ['a full mailbox', 452, '4.2.2 mailbox full', { outcome: 'retry', code: '452' }],
    ['a greylisting server', 451, '4.7.1 try again later', { outcome: 'retry', code: '451' }],
  ])('tells %s for what it is', async (_name, code, text, expected) => {
    await open({ refuse: () => ({ code, message: text }) });
    const [result] = await sender.send([message()]);
    expect(result).toMatchObject(expected);
    expect('suppress' in result!).toBe('suppress' in expected);
  });

  it('says unknown when the connection dies after the text was handed over', async () => {
    await open({ afterData: () => 'drop' });
    const [result] = await sender.send([message()]);
    expect(result).toMatchObject({ outcome: 'unknown' });
    expect(server.mails).toHaveLength(1);
  });

  it('says retry when the server took the text and then answered no for now', async () => {
    await open({ afterData: () => ({ code: 451, message: 'local error' }) });
    expect(await sender.send([message()])).toMatchObject([{ outcome: 'retry', code: '451' }]);
  });

  it('says unreachable when nobody listens, so that trying again is safe', async () => {
    sender = openSmtp({
      url: `smtp://127.0.0.1:${await freePort()}`,
      from: 'team@refrain.example',
      timeoutMs: 1500,
    });
    expect(await sender.send([message()])).toMatchObject([{ outcome: 'unreachable' }]);
  });
});
