// E-mail by SMTP over kept connections. Whether a failed message may be tried again depends on one thing: had any of
// its text left us. Before that it certainly did not go out; after that, silence may mean that it did.
import { createPrivateKey } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import { createTransport, type SendMailOptions, type SMTPPoolOptions } from 'nodemailer';
import { z } from 'zod';
import type { LimitWindow, Outgoing, Provider, Sender, SendResult } from '../contract.ts';
import { composeMail } from './compose-mail.ts';
import { imapSettings, openImap } from './imap.ts';
import { judgeFailure } from './judge-failure.ts';

const isPrivateKey = (pem: string): boolean => {
  try {
    return createPrivateKey(pem).type === 'private';
  } catch {
    return false;
  }
};

const common = {
  /** Who the mails are from; replies go to the sender of the message. Without it they are from that sender. */
  from: z.email().optional(),
  timeoutMs: z.int().positive().default(20_000),
  /** After so long what is left of a batch is given up: a lease on it must not end while it is still being sent. */
  batchTimeoutMs: z.int().positive().default(180_000),
  /** Signs each mail for the domain of `from` (RFC 6376); without it the mail server has to. */
  dkim: z
    .strictObject({
      domain: z.hostname(),
      selector: z.string().regex(/^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/i),
      privateKey: z.string().refine(isPrivateKey, 'This is no private key in PEM.'),
    })
    .optional(),
  /** Where answers arrive; without it nobody looks for them. */
  imap: imapSettings.optional(),
};

export const smtpSettings = z.union([
  /** smtp://user:password@host:port, or smtps:// */
  z.strictObject({ url: z.url({ protocol: /^smtps?$/ }), ...common }),
  z.strictObject({
    host: z.string().min(1),
    port: z.int().min(1).max(65535).optional(),
    /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
    secure: z.boolean().optional(),
    user: z.string().optional(),
    pass: z.string().optional(),
    ...common,
  }),
]);
export type SmtpSettings = z.infer<typeof smtpSettings>;

export const smtpProvider = (limits: readonly LimitWindow[]): Provider<SmtpSettings> => ({
  key: 'smtp',
  settings: smtpSettings,
  defaultLimits: limits,
  open: openSmtp,
  openInbox: ({ imap }) => (imap ? openImap(imap) : null),
});

export function openSmtp(settings: SmtpSettings): Sender {
  const transport = createTransport(poolOptions(settings));
  const running = new Set<Promise<unknown>>();

  async function sendOne(message: Outgoing, signal: AbortSignal): Promise<SendResult> {
    const texts: Readable[] = [];
    try {
      const mail: Watched = { ...composeMail(message, settings), signal, watch: watchInto(texts) };
      const sent = await transport.sendMail(mail);
      return { outcome: 'submitted', providerId: sent.messageId };
    } catch (error) {
      return judgeFailure(error, { hasTextLeft: texts.some((text) => text.readableDidRead) });
    }
  }

  transport.use('stream', ({ data, message }, done) => {
    message.processFunc((data as Watched).watch);
    done();
  });

  return {
    send(messages) {
      const signal = AbortSignal.timeout(settings.batchTimeoutMs);
      const batch = Promise.all(messages.map((message) => sendOne(message, signal)));
      running.add(batch);
      return batch.finally(() => running.delete(batch));
    },
    async close() {
      await Promise.allSettled(running);
      transport.close();
    },
  };
}

type Watched = SendMailOptions & { watch: (text: Readable) => Readable };

/** Puts a stream between the message and the socket, whose having been read means that text went out. */
const watchInto = (texts: Readable[]) => (text: Readable) => {
  const watched = text.pipe(new PassThrough());
  text.once('error', (error) => watched.destroy(error));
  texts.push(watched);
  return watched;
};

export const poolOptions = (settings: SmtpSettings): SMTPPoolOptions & { pool: true } => ({
  ...('url' in settings ? { url: settings.url } : serverOf(settings)),
  pool: true,
  // Small mail servers allow one client few connections at a time.
  maxConnections: 4,
  maxMessages: 500,
  connectionTimeout: settings.timeoutMs,
  greetingTimeout: settings.timeoutMs,
  socketTimeout: settings.timeoutMs,
  dnsTimeout: settings.timeoutMs,
  // What goes out is what was frozen; nothing in it may name a file or an address to read from.
  disableFileAccess: true,
  disableUrlAccess: true,
  ...(settings.dkim ? { dkim: signing(settings.dkim) } : {}),
});

/** The way out and our id are signed with it: RFC 8058 asks for the first, so that nobody on the way changes it. */
const signing = ({ domain, selector, privateKey }: NonNullable<SmtpSettings['dkim']>) => ({
  domainName: domain,
  keySelector: selector,
  privateKey,
  headerFieldNames: `${SIGNED}:list-unsubscribe:list-unsubscribe-post:x-refrain-message`,
});
const SIGNED = 'from:sender:reply-to:subject:date:message-id:to:mime-version:content-type';

function serverOf({ host, port, secure, user, pass }: Exclude<SmtpSettings, { url: string }>) {
  return {
    host,
    secure: secure ?? port === 465,
    ...(port ? { port } : {}),
    ...(user ? { auth: { user, pass: pass ?? '' } } : {}),
  };
}
