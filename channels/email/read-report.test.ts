import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VENDOR, withoutVendor } from '../../test/vendors/specs.ts';
import { isGoneAddress } from './is-gone-address.ts';
import { parseMail } from './parse-mail.ts';
import { readReport } from './read-report.ts';

const OURS = '0190b1c0-0000-7000-8000-000000000001';
const CORPUS = join(VENDOR, 'email/bounce-corpus');
type Label = { reason: string; hardbounce: boolean };

describe.skipIf(withoutVendor !== '')(`282 real reports, by the labels of others${withoutVendor}`, () => {
  it('are told apart: nobody there, not taken, called spam, away', async () => {
    const labels = JSON.parse(readFileSync(join(CORPUS, 'expected.json'), 'utf8')) as Record<string, Label[]>;
    const counts = { hard: 0, called: 0, right: 0, complaints: 0, heard: 0, away: 0 };
    for (const [name, said] of Object.entries(labels)) {
      const report = await readReport(readFileSync(join(CORPUS, 'maildir/bsd', name)));
      // A mail of ours has one recipient: of a report on several, nobody is there where that is so of each.
      const isHard = said.every(({ hardbounce }) => hardbounce);
      counts.hard += Number(isHard);
      counts.called += Number(report?.kind === 'bounced');
      counts.right += Number(isHard && report?.kind === 'bounced');
      counts.complaints += Number(said[0]!.reason === 'feedback');
      counts.heard += Number(report?.kind === 'complained');
      if (said[0]!.reason === 'vacation') expect([name, report?.kind]).toEqual([name, 'auto_reply']);
      counts.away += Number(report?.kind === 'auto_reply');
      if (report?.kind === 'complained') expect(said[0]!.reason).toBe('feedback');
    }
    expect(counts).toEqual({ hard: 74, called: 72, right: 71, complaints: 7, heard: 5, away: 3 });
    expect(counts.right / counts.called).toBeGreaterThanOrEqual(0.98);
    expect(counts.right / counts.hard).toBeGreaterThanOrEqual(0.95);
  });
});

const dsn = (status: string, diagnostic: string, action = 'failed') =>
  [
    'From: Mail Delivery System <MAILER-DAEMON@mx.example.com>',
    'To: team@refrain.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <r1@mx.example.com>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    ...['', '--b', 'Content-Type: text/plain', '', 'It could not be delivered.'],
    ...['--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.com', ''],
    ...['Final-Recipient: rfc822; ann@example.com', `Action: ${action}`, `Status: ${status}`],
    `Diagnostic-Code: smtp; ${diagnostic}`,
    ...['--b', 'Content-Type: message/rfc822', '', `X-Refrain-Message: ${OURS}`, 'Subject: Offer', '', 'Hi'],
    '--b--',
  ].join('\r\n');
const reportIn = async (mail: string) => (await parseMail(Buffer.from(mail), new Date(0)))?.report;

describe('a report on a mail of ours', () => {
  it('names it by our own id, and says whether anybody is there', async () => {
    expect(await reportIn(dsn('5.1.1', '550 5.1.1 user unknown'))).toEqual({
      ...{ messageId: OURS, status: 'bounced', detail: '5.1.1 550 5.1.1 user unknown' },
    });
    expect(await reportIn(dsn('5.2.2', '552 5.2.2 mailbox full'))).toMatchObject({ status: 'failed' });
    expect(await reportIn(dsn('4.4.1', 'connection timed out', 'delayed'))).toBeUndefined();
    expect(await reportIn(dsn('2.0.0', '250 ok', 'relayed'))).toBeUndefined();
    expect(await reportIn(dsn('5.1.1', '550 5.1.1 user unknown').replace(OURS, 'no id'))).toBeUndefined();
  });

  it('of spam is a complaint; what a person quotes is no report', async () => {
    const arf = dsn('5.1.1', 'x')
      .replace('message/delivery-status', 'message/feedback-report')
      .replace('Reporting-MTA: dns; mx.example.com', 'Feedback-Type: abuse');
    expect(await reportIn(arf)).toMatchObject({ messageId: OURS, status: 'complained' });
    const person = ['From: Ann <ann@example.com>', 'Subject: Re: Offer', '', '550 5.1.1 user unknown'];
    expect(await reportIn([...person, `X-Refrain-Message: ${OURS}`].join('\r\n'))).toBeUndefined();
  });
});

it.each([
  ['550 5.1.1 <ann@example.com>: Recipient address rejected: User unknown', true],
  ['550 No such user here', true],
  ['551 5.1.6 has moved', true],
  ['Host or domain name not found. 5.4.4', true],
  ['552 5.2.2 mailbox full', false],
  ['550 5.1.1 mailbox is full', false],
  ['550 5.7.1 user unknown, message blocked by policy', false],
  ['450 4.2.1 user unknown for now', false],
  ['550 5.2.1 mailbox disabled', false],
  ['554 5.7.1 spam', false],
  ['250 ok', false],
  ['', false],
])('“%s” means that nobody is there: %s', (words, isGone) => {
  expect(isGoneAddress(words)).toBe(isGone);
});
