import { describe, expect, it } from 'vitest';
import { parseMail, readableHtml } from './parse-mail.ts';

const AT = new Date('2026-11-21T03:00:00Z');
const parse = (lines: readonly string[]) => parseMail(new TextEncoder().encode(lines.join('\r\n')), AT);
const HEAD = [
  'Authentication-Results: mx.our.example; dmarc=pass header.from=example.com',
  'Authentication-Results: mx.our.example; dmarc=pass header.from=forged.example',
  'From: Rudolf Sample <rudolf@example.com>',
  'Message-ID: <1@example.com>',
  'In-Reply-To: <abc@our.example>',
  'Subject: =?utf-8?q?Re:_Ihr_Vertrag_=E2=80=93_ja?=',
];

describe('a mail', () => {
  it('is read with its sender, words and the topmost of each header', async () => {
    const mail = await parse([...HEAD, 'Content-Type: text/plain; charset=utf-8', '', 'Yes, please renew.']);
    expect(mail).toMatchObject({
      from: 'rudolf@example.com',
      externalId: '<1@example.com>',
      attachments: [],
    });
    expect(mail?.text).toBe('Yes, please renew.');
    expect(mail?.headers).toMatchObject({
      'authentication-results': 'mx.our.example; dmarc=pass header.from=example.com',
      'in-reply-to': '<abc@our.example>',
    });
  });

  it('keeps attachments as bytes, packed ones unopened', async () => {
    const boundary = 'b1';
    const mail = await parse([
      ...HEAD,
      `Content-Type: multipart/mixed; boundary=${boundary}`,
      ...['', `--${boundary}`, 'Content-Type: text/plain', '', 'See attached.'],
      ...[`--${boundary}`, 'Content-Type: application/zip; name="../../bomb.zip"'],
      ...['Content-Disposition: attachment', 'Content-Transfer-Encoding: base64', '', 'UEsDBA=='],
      `--${boundary}--`,
    ]);
    expect(mail?.text).toBe('See attached.');
    expect(mail?.attachments).toMatchObject([{ name: '../../bomb.zip', type: 'application/zip', size: 4 }]);
  });

  it('without a sender is none', async () => {
    expect(await parse(['Subject: x', '', 'Hello'])).toBeNull();
  });

  it('that nests without end, or has an endless head, does not get through', async () => {
    const nested = Array.from({ length: 60 }, (_, at) => [
      `Content-Type: multipart/mixed; boundary=b${at}`,
      ...['', `--b${at}`],
    ]).flat();
    await expect(parse([...HEAD, ...nested, '', 'deep'])).rejects.toThrow();
    await expect(parse([...HEAD, `X-Long: ${'a'.repeat(400_000)}`, '', 'x'])).rejects.toThrow();
  });
});

describe('an HTML mail', () => {
  it('is read as words: no scripts, no styles, quotes marked as quotes', () => {
    const html =
      '<style>p{color:red}</style><script>alert("STOP")</script><p>Yes &amp; thanks<br>Rudolf</p>' +
      '<img src=x onerror=alert(1)><blockquote type="cite">To stop these mails<br>unsubscribe</blockquote>';
    expect(readableHtml(html)).toBe('Yes & thanks\nRudolf\n\n> To stop these mails\n> unsubscribe');
  });

  it('survives what is broken or made to hurt', () => {
    expect(readableHtml('<script>never closed STOP')).toBe('');
    expect(readableHtml('&#0;&#x110000;&#65;')).toBe('A');
    expect(readableHtml('<'.repeat(50_000)).length).toBeLessThanOrEqual(50_000);
  });
});
