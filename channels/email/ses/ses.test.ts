import { createSign, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { withoutVendor } from '../../../test/vendors/specs.ts';
import { inbound, mailReports, spoiled } from '../../../test/webhook-samples.ts';
import { sesProvider } from './api.ts';
import { signRequest } from './sign-request.ts';

const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:mail';
const SES = {
  region: 'eu-west-1',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'secret',
  from: 'team@refrain.example',
  topicArn: TOPIC,
  timeoutMs: 1000,
};

describe('what SES tells by SNS', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const asked: string[] = [];
  const readCertificate = async (url: string) => {
    asked.push(url);
    return publicKey.export({ type: 'spki', format: 'pem' }).toString();
  };
  const webhook = sesProvider({ limits: [], readCertificate }).webhook!;
  const notification = (message: string, more: Record<string, string> = {}): string => {
    const told: Record<string, string> = {
      Type: 'Notification',
      MessageId: 'm1',
      TopicArn: TOPIC,
      Message: message,
      Timestamp: '2026-11-21T03:00:00.000Z',
      SignatureVersion: '2',
      SigningCertURL: 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem',
      ...more,
    };
    const text = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
      .filter((name) => name in told)
      .map((name) => `${name}\n${told[name]}\n`)
      .join('');
    const Signature = createSign('sha256').update(text).sign(privateKey, 'base64');
    return JSON.stringify({ ...told, Signature });
  };
  const isSigned = async (body: string, settings: object = SES) =>
    webhook.isSigned(settings as typeof SES, inbound(body));

  it('counts only when Amazon signed it, for our topic, with every byte', async () => {
    const body = notification('{"eventType":"Delivery"}\n\nlast', { Subject: 'Amazon SES' });
    expect(await isSigned(body)).toBe(true);
    const told = JSON.parse(body);
    for (const name of ['Message', 'MessageId', 'Subject', 'Timestamp', 'Signature']) {
      const changed = { ...told, [name]: spoiled(told[name])[7] };
      expect(await isSigned(JSON.stringify(changed)), name).toBe(false);
    }
    expect(await isSigned(notification('{}', { TopicArn: `${TOPIC}2` }))).toBe(false);
    expect(await isSigned(body, { ...SES, topicArn: undefined })).toBe(false);
    expect(await isSigned('{}')).toBe(false);
  });

  it.each([
    'http://sns.eu-west-1.amazonaws.com/x.pem',
    'https://sns.eu-west-1.amazonaws.com.evil.example/x.pem',
    'https://evil.example/sns.eu-west-1.amazonaws.com/x.pem',
    'https://sns.eu-west-1.amazonaws.com:8443/x.pem',
    'https://user@sns.eu-west-1.amazonaws.com/x.pem',
    'https://s3.amazonaws.com/x.pem',
    'file:///etc/passwd',
    '',
  ])('asks nobody else for a certificate: %s', async (SigningCertURL) => {
    asked.length = 0;
    expect(await isSigned(notification('{}', { SigningCertURL }))).toBe(false);
    expect(asked).toEqual([]);
  });

  const told = (message: object) => webhook.parse(inbound(notification(JSON.stringify(message))));
  const mail = { messageId: '0100', tags: { refrain_message: ['ours'] } };
  const bounce = (bounceType: string, bounceSubType: string, diagnosticCode = '') => ({
    eventType: 'Bounce',
    mail,
    bounce: {
      ...{ bounceType, bounceSubType, feedbackId: 'f', timestamp: '2026-11-21T03:00:00.000Z' },
      bouncedRecipients: [{ emailAddress: 'ann@example.com', diagnosticCode }],
    },
  });

  it('of a bounce says whether nobody is there, of a complaint that it was one, with our own id', () => {
    const base = { kind: 'receipt', providerId: '0100', messageId: 'ours' };
    expect(told(bounce('Permanent', 'NoEmail'))).toMatchObject([{ ...base, status: 'bounced' }]);
    expect(told(bounce('Permanent', 'General', '550 5.1.1 user unknown'))).toMatchObject([
      { status: 'bounced' },
    ]);
    for (const other of [
      bounce('Permanent', 'General', '554 5.7.1 message refused by policy'),
      bounce('Permanent', 'MessageTooLarge'),
      bounce('Transient', 'MailboxFull', '452 4.2.2 mailbox full'),
      bounce('Transient', 'General', '550 5.1.1 user unknown'),
      bounce('Undetermined', 'Undetermined'),
    ])
      expect(told(other)).toMatchObject([{ ...base, status: 'failed' }]);
    const complaint = { timestamp: '2026-11-21T03:00:00.000Z', feedbackId: 'c' };
    expect(told({ mail, complaint })).toMatchObject([{ ...base, status: 'complained' }]);
    expect(told({ mail, complaint: { ...complaint, complaintFeedbackType: 'not-spam' } })).toEqual([]);
  });

  it('in no shape of its own is left', () => {
    for (const body of ['', '[]', '\0', notification('no JSON'), notification('{"mail":7}')])
      expect(webhook.parse(inbound(body))).toEqual([]);
  });

  it.skipIf(withoutVendor !== '')(`is read in real reports${withoutVendor}`, () => {
    expect(mailReports('amazonses', (body) => told(JSON.parse(body)))).toEqual({
      '01': ['bounced'],
      '02': [],
      '03': ['complained'],
      '04': ['delivered'],
      '05': ['delivered'],
      '06': ['bounced'],
    });
  });
});

describe('a request to Amazon', () => {
  it('is signed as its own example is', () => {
    const { authorization } = signRequest(
      {
        method: 'GET',
        url: 'https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08',
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
        body: '',
        region: 'us-east-1',
        service: 'iam',
      },
      { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
      new Date('2015-08-30T12:36:00Z'),
    );
    expect(authorization).toContain('5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7');
  });
});
