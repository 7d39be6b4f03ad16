// Amazon SES, API version 2. The whole mail is ours (Raw); SES puts a Message-ID of its own on it.
import MailComposer from 'nodemailer/lib/mail-composer';
import { z } from 'zod';
import { judgeSaid } from '../../api-sender.ts';
import { callVendor, sendEach, type VendorAnswer } from '../../call-vendor.ts';
import type { LimitWindow, Outgoing, Provider, Sender, SendResult } from '../../contract.ts';
import type { Meaning } from '../../meaning.ts';
import { composeMail } from '../compose-mail.ts';
import { signRequest } from './sign-request.ts';
import { MESSAGE_TAG, type ReadCertificate, sesWebhook } from './webhook.ts';

export const sesSettings = z.strictObject({
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
  accessKeyId: z.string().min(1),
  secretAccessKey: z.string().min(1),
  sessionToken: z.string().min(1).optional(),
  /** A verified identity; replies go to the sender of the message. */
  from: z.email(),
  configurationSet: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  /** The SNS topic that bounces, complaints and deliveries are told to; of another one nothing counts. */
  topicArn: z
    .string()
    .regex(/^arn:aws[\w-]*:sns:[\w-]+:\d{12}:[\w.-]+$/)
    .optional(),
  timeoutMs: z.int().positive().default(20_000),
});
export type SesSettings = z.infer<typeof sesSettings>;

type Options = {
  limits: readonly LimitWindow[];
  baseUrl?: string | undefined;
  readCertificate?: ReadCertificate | undefined;
};

export const sesProvider = ({ limits, baseUrl, readCertificate }: Options): Provider<SesSettings> => ({
  key: 'ses',
  settings: sesSettings,
  defaultLimits: limits,
  open: (settings) => openSes(settings, baseUrl ?? `https://email.${settings.region}.amazonaws.com`),
  webhook: sesWebhook(readCertificate),
});

// An account in production begins with 14 mails a second.
const AT_ONCE = 14;

function openSes(settings: SesSettings, baseUrl: string): Sender {
  const { region, timeoutMs } = settings;
  async function sendOne(message: Outgoing): Promise<SendResult> {
    const url = `${baseUrl}/v2/email/outbound-emails`;
    const body = JSON.stringify(await bodyOf(message, settings));
    const headers = { 'content-type': 'application/json' };
    const request = { method: 'POST', url, headers, body, region, service: 'ses' };
    // The signature's clock is a real one, whatever day the domain believes it is.
    const answer = await callVendor({
      url,
      body,
      timeoutMs,
      headers: signRequest(request, settings, new Date()),
    });
    return 'outcome' in answer ? answer : judge(answer);
  }
  return { send: (messages) => sendEach(messages, AT_ONCE, sendOne), close: async () => {} };
}

async function bodyOf(message: Outgoing, { from, configurationSet }: SesSettings): Promise<unknown> {
  const mail = await new MailComposer({
    ...composeMail(message, { from }),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  return {
    FromEmailAddress: from,
    Destination: { ToAddresses: [message.to] },
    Content: { Raw: { Data: mail.toString('base64') } },
    EmailTags: [{ Name: MESSAGE_TAG, Value: message.messageId }],
    ...(configurationSet ? { ConfigurationSetName: configurationSet } : {}),
  };
}

const taken = z.object({ MessageId: z.string().min(1) });
const refusal = z.object({ message: z.string() });

const ERRORS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['TooManyRequestsException', { is: 'later', waitMs: 1_000 }],
  ['ThrottlingException', { is: 'later', waitMs: 1_000 }],
  // The quota of 24 hours.
  ['LimitExceededException', { is: 'later', waitMs: 3_600_000 }],
  ...[
    'AccountSuspendedException',
    'SendingPausedException',
    'MailFromDomainNotVerifiedException',
    'NotFoundException',
  ].map((name): [string, Meaning] => [name, { is: 'account' }]),
]);

function judge(answer: VendorAnswer): SendResult {
  const type = String(answer.headers['x-amzn-errortype'] ?? '').split(':')[0]!;
  return judgeSaid(answer, {
    id: taken.safeParse(answer.body).data?.MessageId,
    code: type || undefined,
    detail: refusal.safeParse(answer.body).data?.message,
    meaning: ERRORS.get(type),
  });
}
