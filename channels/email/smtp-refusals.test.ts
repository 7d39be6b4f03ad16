import { afterEach, describe, expect, it } from 'vitest';
import { sendOne, smtpKit, to } from '../../test/smtp-kit.ts';

const { open, openSender, close } = smtpKit();
afterEach(close);

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
