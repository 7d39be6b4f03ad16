import PostalMime, { type Address, type Email } from 'postal-mime';
import type { InboundMail } from '../mailbox-contract.ts';
import { type MailReport, readReport } from './read-report.ts';

// A mail that nests deeper, or has more of a head, was made to hurt.
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024 } as const;
const KEPT_BYTES = 10 * 1024 * 1024;

/** What a raw mail says; null when it names no sender. Attachments stay as they are: nothing is unpacked. */
export async function parseMail(source: Uint8Array, receivedAt: Date): Promise<InboundMail | null> {
  const mail = await PostalMime.parse(source, { ...LIMITS, attachmentEncoding: 'arraybuffer' });
  const from = addressOf(mail.from) ?? addressOf(mail.sender);
  if (!from) return null;
  const report = await reportIn(source);
  return {
    ...(report ? { report } : {}),
    // Without a Message-ID it is known by what it says: the same mail twice is one.
    externalId:
      mail.messageId?.slice(0, 900) || `${from} ${mail.date ?? ''} ${mail.subject ?? ''}`.slice(0, 900),
    from,
    text: textOf(mail),
    headers: topmost(mail),
    receivedAt,
    attachments: mail.attachments.map(({ filename, mimeType, content }) => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
      return {
        name: filename ?? 'attachment',
        type: mimeType,
        size: bytes.length,
        content: bytes.length <= KEPT_BYTES ? bytes : null,
      };
    }),
  };
}

/** Only what names a message of ours by its id, which nobody can guess; what is not decided yet is none. */
async function reportIn(source: Uint8Array): Promise<InboundMail['report']> {
  const found = await readReport(source);
  const status = found && STATUSES[found.kind];
  return found?.messageId && status
    ? { messageId: found.messageId, status, detail: found.detail }
    : undefined;
}

const STATUSES: Partial<Record<MailReport['kind'], NonNullable<InboundMail['report']>['status']>> = {
  bounced: 'bounced',
  failed: 'failed',
  complained: 'complained',
};

const addressOf = (address: Address | undefined): string | undefined =>
  (address?.address ?? address?.group?.[0]?.address)?.trim() || undefined;

const topmost = ({ headers }: Email): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const { key, value } of headers) if (!Object.hasOwn(found, key)) found[key] = value;
  return found;
};

const textOf = ({ text, html }: Email): string => text?.trim() || readableHtml(html ?? '');

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of an HTML mail, line by line; what it quotes is marked as text mails mark it. Never shown as HTML. */
export function readableHtml(html: string): string {
  return html
    .slice(0, 2_000_000)
    .replace(/<(script|style|head|title)\b[\s\S]*?(?:<\/\1\s*>|$)/giu, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, ' ')
    .replace(
      /<blockquote\b[^>]*>([\s\S]*?)(?:<\/blockquote\s*>|$)/giu,
      (_, quoted: string) =>
        `\n${quoted.replace(/<(?:br|\/p|\/div)\b[^>]*>/giu, '\n> ').replace(/^/u, '> ')}\n`,
    )
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h\d)\b[^>]*>/giu, '\n')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&(#x?[\da-f]{1,6}|\w{2,6});/giu, (whole, name: string) => decoded(name) ?? whole)
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function decoded(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '';
}
