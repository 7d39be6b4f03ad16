// What SES reports, by SNS: signed with a certificate of Amazon's, whose address stands in the message itself.
import { verify } from 'node:crypto';
import { z } from 'zod';
import { callVendor } from '../../call-vendor.ts';
import type { ChannelEvent, Webhook } from '../../contract.ts';
import { readJson } from '../../read-json.ts';
import { MESSAGE_HEADER } from '../compose-mail.ts';
import { isGoneAddress } from '../is-gone-address.ts';
import type { SesSettings } from './api.ts';

/** The PEM of a certificate; null when it cannot be had. */
export type ReadCertificate = (url: string) => Promise<string | null>;

const envelope = z.object({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  MessageId: z.string(),
  TopicArn: z.string(),
  Message: z.string(),
  Timestamp: z.string(),
  Subject: z.string().nullish(),
  Token: z.string().optional(),
  SubscribeURL: z.string().optional(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.base64(),
  SigningCertURL: z.string(),
});
type Envelope = z.infer<typeof envelope>;

/** Under this name our id goes along and comes back with what a configuration set reports. */
export const MESSAGE_TAG = 'refrain_message';

export const sesWebhook = (readCertificate: ReadCertificate = readPublished): Webhook<SesSettings> => ({
  async isSigned({ topicArn }, { body }) {
    const told = envelope.safeParse(readJson(body)).data;
    if (!told || topicArn === undefined || told.TopicArn !== topicArn) return false;
    if (!isOfAmazon(told.SigningCertURL)) return false;
    const certificate = await readCertificate(told.SigningCertURL);
    return certificate !== null && isSignedBy(certificate, told);
  },
  async confirm(_settings, { body }) {
    const told = envelope.safeParse(readJson(body)).data;
    if (told?.Type !== 'SubscriptionConfirmation' || !isOfAmazon(told.SubscribeURL ?? '')) return;
    await callVendor({
      url: told.SubscribeURL!,
      method: 'GET',
      headers: {},
      timeoutMs: TIMEOUT_MS,
      reads: 'text',
    });
  },
  parse: (inbound) => {
    const told = envelope.safeParse(readJson(inbound.body)).data;
    return told?.Type === 'Notification' ? read(told) : [];
  },
});

const TIMEOUT_MS = 10_000;

/** Nobody else's key counts, and nothing but Amazon is asked for one. */
function isOfAmazon(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, port, username } = new URL(text);
  const isHost = /^sns\.[a-z0-9-]{3,30}\.amazonaws\.com(\.cn)?$/.test(hostname);
  return protocol === 'https:' && isHost && port === '' && username === '';
}

const certificates = new Map<string, string>();

async function readPublished(url: string): Promise<string | null> {
  const known = certificates.get(url);
  if (known) return known;
  const answer = await callVendor({ url, method: 'GET', headers: {}, timeoutMs: TIMEOUT_MS, reads: 'text' });
  const pem = 'status' in answer && answer.status === 200 ? String(answer.body) : '';
  if (!pem.startsWith('-----BEGIN CERTIFICATE-----')) return null;
  // Amazon has one or two at a time.
  if (certificates.size > 20) certificates.clear();
  certificates.set(url, pem);
  return pem;
}

const SIGNED = [
  'Message',
  'MessageId',
  'SubscribeURL',
  'Subject',
  'Timestamp',
  'Token',
  'TopicArn',
  'Type',
] as const;

/** https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html */
function isSignedBy(certificate: string, told: Envelope): boolean {
  const ofConfirmation = new Set<string>(['SubscribeURL', 'Token']);
  const text = SIGNED.filter((name) => told.Type !== 'Notification' || !ofConfirmation.has(name))
    .map((name) => (told[name] == null ? '' : `${name}\n${told[name]}\n`))
    .join('');
  const algorithm = told.SignatureVersion === '2' ? 'sha256' : 'sha1';
  try {
    return verify(algorithm, Buffer.from(text), certificate, Buffer.from(told.Signature, 'base64'));
  } catch {
    return false;
  }
}

const recipient = z.object({
  emailAddress: z.string(),
  status: z.string().optional(),
  diagnosticCode: z.string().optional(),
});
const report = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  mail: z.object({
    messageId: z.string(),
    headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    tags: z.record(z.string(), z.array(z.string())).default({}),
  }),
  bounce: z
    .object({
      bounceType: z.string(),
      bounceSubType: z.string(),
      timestamp: z.coerce.date(),
      feedbackId: z.string(),
      bouncedRecipients: z.array(recipient).default([]),
    })
    .optional(),
  complaint: z
    .object({
      timestamp: z.coerce.date(),
      feedbackId: z.string(),
      complaintFeedbackType: z.string().nullish(),
    })
    .optional(),
  delivery: z.object({ timestamp: z.coerce.date() }).optional(),
});
type Report = z.infer<typeof report>;

function read({ Message }: Envelope): ChannelEvent[] {
  const told = report.safeParse(readJson(Buffer.from(Message))).data;
  if (!told) return [];
  const { mail } = told;
  const own =
    mail.tags[MESSAGE_TAG]?.[0] ??
    mail.headers.find(({ name }) => name.toLowerCase() === MESSAGE_HEADER.toLowerCase())?.value;
  const base = { kind: 'receipt' as const, providerId: mail.messageId, ...(own ? { messageId: own } : {}) };
  return [...ofBounce(told.bounce), ...ofComplaint(told.complaint), ...ofDelivery(told)].map((event) => ({
    ...base,
    ...event,
  }));
}

type Told = Pick<Extract<ChannelEvent, { kind: 'receipt' }>, 'status' | 'externalId' | 'at' | 'detail'>;

// What SES calls permanent includes refusals for a message's size or words: only these say that nobody is there.
const NOBODY = new Set(['NoEmail', 'Suppressed', 'OnAccountSuppressionList']);

/** A mail of ours has one recipient. "Transient" that SES gave up on, such as a full mailbox, is a failure too. */
function ofBounce(bounce: Report['bounce']): Told[] {
  if (!bounce) return [];
  const [one] = bounce.bouncedRecipients;
  const words = [one?.status, one?.diagnosticCode].filter(Boolean).join(' ');
  const isPermanent = bounce.bounceType === 'Permanent';
  const isGone = isPermanent && (NOBODY.has(bounce.bounceSubType) || isGoneAddress(words));
  return [
    {
      status: isGone ? 'bounced' : 'failed',
      externalId: bounce.feedbackId,
      at: bounce.timestamp,
      detail: `${bounce.bounceType} ${bounce.bounceSubType} ${words}`.trim(),
    },
  ];
}

function ofComplaint(complaint: Report['complaint']): Told[] {
  if (!complaint || complaint.complaintFeedbackType === 'not-spam') return [];
  const { feedbackId, timestamp: at, complaintFeedbackType } = complaint;
  return [
    {
      status: 'complained',
      externalId: feedbackId,
      at,
      ...(complaintFeedbackType ? { detail: complaintFeedbackType } : {}),
    },
  ];
}

const ofDelivery = ({ delivery, mail }: Report): Told[] =>
  delivery
    ? [{ status: 'delivered', externalId: `${mail.messageId}:delivered`, at: delivery.timestamp }]
    : [];
