// Firebase Cloud Messaging, HTTP v1: pushes to apps. There is no idempotency.
import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { judgeSaid } from '../api-sender.ts';
import { callVendor, sendEach, type VendorAnswer } from '../call-vendor.ts';
import type { LimitWindow, Outgoing, Provider, Sender, SendResult } from '../contract.ts';
import type { Meaning } from '../meaning.ts';
import { openGoogleToken } from './google-token.ts';

const isPrivateKey = (pem: string): boolean => {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
};

export const fcmSettings = z.strictObject({
  /** Of the service account's file: `project_id`, `client_email` and `private_key`. */
  projectId: z.string().regex(/^[a-z0-9-]{4,40}$/),
  clientEmail: z.email(),
  privateKey: z.string().refine(isPrivateKey, 'This is no RSA key in PEM.'),
  timeoutMs: z.int().positive().default(20_000),
});
export type FcmSettings = z.infer<typeof fcmSettings>;

/** Where the API is: never a setting of a workspace, which could point our credentials anywhere. */
export const FCM_API = 'https://fcm.googleapis.com';

type Options = { limits: readonly LimitWindow[]; baseUrl: string; tokenUrl: string };

export const fcmProvider = ({ limits, baseUrl, tokenUrl }: Options): Provider<FcmSettings> => ({
  key: 'fcm',
  settings: fcmSettings,
  defaultLimits: limits,
  open: (settings) => openFcm(settings, { baseUrl, tokenUrl }),
});

// A project takes 600,000 a minute.
const AT_ONCE = 32;

function openFcm(
  settings: FcmSettings,
  { baseUrl, tokenUrl }: { baseUrl: string; tokenUrl: string },
): Sender {
  const { projectId, timeoutMs } = settings;
  const token = openGoogleToken(settings, tokenUrl);
  async function sendOne(message: Outgoing): Promise<SendResult> {
    const access = await token();
    if ('outcome' in access) return access;
    const answer = await callVendor({
      url: `${baseUrl}/v1/projects/${projectId}/messages:send`,
      headers: { authorization: `Bearer ${access.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ message: messageOf(message) }),
      timeoutMs,
    });
    return 'outcome' in answer ? answer : judge(answer);
  }
  return { send: (messages) => sendEach(messages, AT_ONCE, sendOne), close: async () => {} };
}

/** The app finds our id and where a tap leads in `data`, whose values are text only. */
const messageOf = ({ to, content: { subject, text, link }, messageId }: Outgoing) => ({
  token: to,
  notification: { ...(subject ? { title: subject } : {}), body: text },
  data: { refrain_message: messageId, ...(link ? { link: link.url } : {}) },
});

const taken = z.object({ name: z.string().min(1) });
const refusal = z.object({
  error: z.object({
    status: z.string().default(''),
    message: z.string().default(''),
    details: z.array(z.object({ '@type': z.string(), errorCode: z.string().optional() })).default([]),
  }),
});

const CODES: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  // The app was removed, or the token is another project's.
  ['UNREGISTERED', { is: 'nobody' }],
  ['SENDER_ID_MISMATCH', { is: 'nobody' }],
  ['QUOTA_EXCEEDED', { is: 'later', waitMs: 60_000 }],
  ['UNAVAILABLE', { is: 'later', waitMs: 10_000 }],
  ['THIRD_PARTY_AUTH_ERROR', { is: 'account' }],
]);

/** https://firebase.google.com/docs/reference/fcm/rest/v1/ErrorCode */
function judge(answer: VendorAnswer): SendResult {
  const error = refusal.safeParse(answer.body).data?.error;
  const code = error?.details.find(({ errorCode }) => errorCode)?.errorCode ?? error?.status;
  return judgeSaid(answer, {
    id: taken.safeParse(answer.body).data?.name,
    code,
    detail: error?.message,
    meaning: isBadToken(error, code) ? { is: 'nobody' } : CODES.get(code ?? ''),
  });
}

/** "Invalid argument" is said of a token and of a payload; of a payload with the fields that are wrong. */
const isBadToken = (error: z.infer<typeof refusal>['error'] | undefined, code: string | undefined): boolean =>
  code === 'INVALID_ARGUMENT' &&
  /registration token/i.test(error?.message ?? '') &&
  !error?.details.some((one) => one['@type'].endsWith('google.rpc.BadRequest'));
