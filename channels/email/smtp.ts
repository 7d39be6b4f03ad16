// E-mail by SMTP. What a failure means decides whether a message may be tried again: before the server had the text
// it certainly did not go out; after that, silence may mean that it did.
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { LimitWindow, Outgoing, Provider, Sender, SendResult } from '../contract.ts';
import { judgeFailure, type SmtpFailure } from './judge-failure.ts';

export const smtpSettings = z.strictObject({
  /** smtp://user:password@host:port, or smtps:// */
  url: z.url({ protocol: /^smtps?$/ }),
  from: z.email(),
  timeoutMs: z.int().positive().default(20_000),
});
export type SmtpSettings = z.infer<typeof smtpSettings>;

// Connections stay open between messages; more would trip what small mail servers allow one client.
const CONNECTIONS = 4;

export const createSmtp = (limits: readonly LimitWindow[]): Provider<unknown> => ({
  key: 'smtp',
  settings: smtpSettings,
  defaultLimits: limits,
  open: (settings) => openSmtp(settings as SmtpSettings),
});

export function openSmtp({ url, from, timeoutMs }: SmtpSettings): Sender {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: 500,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  } as Parameters<typeof createTransport>[0]);
  const domain = from.slice(from.lastIndexOf('@') + 1);

  async function sendOne(message: Outgoing): Promise<SendResult> {
    try {
      const sent = await transport.sendMail(toMail(message, { from, domain }));
      return { outcome: 'submitted', providerId: sent.messageId };
    } catch (error) {
      return judgeFailure(error as SmtpFailure);
    }
  }

  return {
    send: (messages) => Promise.all(messages.map(sendOne)),
    close: async () => transport.close(),
  };
}

type Identity = { from: string; domain: string };

/** Names and subjects come from files and people: nodemailer encodes them, and a line break in one ends nothing. */
function toMail({ messageId, to, content, sender }: Outgoing, { from, domain }: Identity) {
  const headers = { ...content.headers, 'X-Refrain-Message': messageId };
  return {
    from: { name: oneLine(sender.name), address: from },
    ...(sender.email && sender.email !== from ? { replyTo: sender.email } : {}),
    to: { name: '', address: to },
    subject: oneLine(content.subject ?? ''),
    text: content.text,
    ...(content.html ? { html: content.html } : {}),
    messageId: `<${messageId}@${domain}>`,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, { prepared: true, value: oneLine(value) }]),
    ),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const oneLine = (text: string) => text.replace(/[\r\n\0]+/g, ' ');
