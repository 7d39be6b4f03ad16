import { afterEach, describe, expect, it } from 'vitest';
import { sendOne, smtpKit, to } from '../../test/smtp-kit.ts';
import { outgoing } from '../contract.suite.ts';

const { open, close } = smtpKit();
afterEach(close);

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
