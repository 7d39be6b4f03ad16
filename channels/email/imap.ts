// A mailbox by IMAP: read only, nothing in it is marked or moved. How far it was read is (UIDVALIDITY, UID).
import { ImapFlow } from 'imapflow';
import { z } from 'zod';
import type { Inbox } from '../mailbox-contract.ts';
import { parseMail } from './parse-mail.ts';

export const imapSettings = z.strictObject({
  host: z.string().min(1),
  port: z.int().min(1).max(65535).default(993),
  /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
  secure: z.boolean().default(true),
  user: z.string().min(1),
  pass: z.string(),
  mailbox: z.string().min(1).default('INBOX'),
});
export type ImapSettings = z.infer<typeof imapSettings>;

// In one look; what is left comes with the next.
const MOST = 200;
// Of a larger mail only the beginning is read: its attachments are lost, its words are not.
const READ_BYTES = 25 * 1024 * 1024;
const TIMEOUTS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

export const openImap = ({ host, port, secure, user, pass, mailbox }: ImapSettings): Inbox => ({
  async collect(cursor, take) {
    const client = new ImapFlow({ host, port, secure, auth: { user, pass }, logger: false, ...TIMEOUTS });
    // A connection that breaks rejects what is awaited; the event of it needs a listener all the same.
    client.on('error', () => undefined);
    await client.connect();
    try {
      const box = await client.mailboxOpen(mailbox, { readOnly: true });
      const place = placeOf(cursor, { validity: String(box.uidValidity), next: box.uidNext });
      if (!place.isKnown) await take(null, place.at(box.uidNext - 1));
      for (const uid of await newUids(client, { after: place.uid, next: box.uidNext })) {
        const mail = await client.fetchOne(
          String(uid),
          { source: { start: 0, maxLength: READ_BYTES }, internalDate: true },
          { uid: true },
        );
        // False when it was deleted meanwhile.
        const at = new Date((mail ? mail.internalDate : undefined) ?? Date.now());
        const source = mail ? mail.source : undefined;
        const parsed = source ? await parseMail(source, at).catch(() => null) : null;
        await take(parsed, place.at(uid));
      }
    } finally {
      await client.logout().catch(() => client.close());
    }
  },
});

type Box = { validity: string; next: number };

/** A box that was made anew numbers its mails anew: reading begins with what comes from now on. */
function placeOf(cursor: string | null, { validity, next }: Box) {
  const [knownValidity, uid] = (cursor ?? '').split(':');
  const isKnown = knownValidity === validity;
  return { isKnown, uid: isKnown ? Number(uid) : next - 1, at: (now: number) => `${validity}:${now}` };
}

async function newUids(
  client: ImapFlow,
  { after, next }: { after: number; next: number },
): Promise<number[]> {
  if (after + 1 >= next) return [];
  const found = await client.search({ uid: `${after + 1}:*` }, { uid: true });
  // "n:*" also names the last one when all are older.
  return (found || [])
    .filter((uid) => uid > after)
    .sort((a, b) => a - b)
    .slice(0, MOST);
}
