import { expect, it } from 'vitest';
import { wholeMail } from '../channels/email/whole-mail.ts';
import { hasSpamd, realSpamd, standInSpamd } from '../test/spamd-server.ts';
import { openSpamd, spamdAt } from './spamd.ts';

const MAIL = {
  ...{ messageId: '1', idempotencyKey: '1', tenantId: '1', to: 'arthit@example.com' },
  sender: { name: 'Andaman Sound', email: 'nina@example.com' },
};
const PLAIN = {
  subject: 'Your agreement',
  text: 'Dear Arthit, your agreement ends on 31 December. Please reply.',
};
const SHOUTED = {
  subject: 'YOU HAVE WON A MILLION DOLLARS!!!',
  text: 'Dear friend, buy cheap viagra. You have been selected to receive ONE MILLION DOLLARS. Act now!!!',
};

it('an address names the host, and 783 is the port unless it says another', () => {
  expect(spamdAt('spamd://filter.example.com')).toEqual({ host: 'filter.example.com', port: 783 });
  expect(spamdAt('spamd://[::1]:4000')).toEqual({ host: '::1', port: 4000 });
});

it('a whole mail is handed over, and its points are read, the heaviest rule first', async () => {
  let asked = '';
  const spamd = await standInSpamd((mail, socket) => {
    asked = mail;
    socket.end(
      'SPAMD/1.1 0 EX_OK\r\nContent-length: 1\r\nSpam: True ; 6.1 / 5.0\r\n\r\n' +
        ' pts rule name              description\n' +
        '-0.0 NO_RELAYS              Informational: not relayed\n' +
        ' 1.6 SUBJ_ALL_CAPS          Subject is all capitals\n' +
        ' 4.5 URIBL_BLACK            Contains an URL listed in\n' +
        '                            a list of bad ones\n',
    );
  });
  const html = '<p>Dear Arthit</p>';
  const headers = { 'List-Unsubscribe': '<https://example.com/u>' };
  const content = { ...PLAIN, html, headers };
  expect(await openSpamd(spamd)(await wholeMail({ ...MAIL, content }))).toEqual({
    ...{ points: 6.1, threshold: 5 },
    rules: [
      { name: 'URIBL_BLACK', points: 4.5, says: 'Contains an URL listed in a list of bad ones' },
      { name: 'SUBJ_ALL_CAPS', points: 1.6, says: 'Subject is all capitals' },
    ],
  });
  const [head, mail] = [asked.split('\r\n\r\n')[0], asked.slice(asked.indexOf('\r\n\r\n') + 4)];
  expect(head).toBe(`REPORT SPAMC/1.5\r\nContent-length: ${Buffer.byteLength(mail)}`);
  expect(mail).toMatch(/^From: Andaman Sound <nina@example\.com>\r$/m);
  expect(mail).toMatch(/^To: arthit@example\.com\r$/m);
  expect(mail).toMatch(/^List-Unsubscribe: <https:\/\/example\.com\/u>\r$/m);
  expect(mail).toContain('multipart/alternative');
  expect(mail).toContain(html);
  spamd.close();
});

it.each([
  [
    'says no',
    (socket: { end(text: string): void }) => socket.end('SPAMD/1.0 76 Bad header line\r\n'),
    /answers 76/,
  ],
  [
    'is something else',
    (socket: { end(text: string): void }) => socket.end('HTTP/1.1 400 Bad\r\n'),
    /is no spamd/,
  ],
  ['is silent', () => undefined, /no answer within 50 ms/],
])('where what answers %s, that is said', async (_, answer, said) => {
  const spamd = await standInSpamd((_asked, socket) => answer(socket));
  await expect(openSpamd({ ...spamd, timeoutMs: 50 })(Buffer.from('x'))).rejects.toThrow(said);
  spamd.close();
});

it('where nothing listens, that is said', async () => {
  const { close, ...gone } = await standInSpamd(() => undefined);
  close();
  await expect(openSpamd(gone)(Buffer.from('x'))).rejects.toThrow(/ECONNREFUSED/);
});

it.skipIf(!hasSpamd)(
  'SpamAssassin itself tells a plain letter from a shouted one',
  async () => {
    const spamd = await realSpamd();
    const ask = openSpamd({ ...spamd, timeoutMs: 60_000 });
    const plain = await ask(await wholeMail({ ...MAIL, content: PLAIN }));
    const shouted = await ask(await wholeMail({ ...MAIL, content: SHOUTED }));
    spamd.close();
    expect(plain.threshold).toBe(5);
    expect(plain.points).toBeLessThan(2);
    expect(shouted.points).toBeGreaterThan(plain.points);
    expect(shouted.rules.map(({ name }) => name)).toContain('SUBJ_ALL_CAPS');
  },
  120_000,
);
