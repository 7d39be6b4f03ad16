import type { Outgoing } from '../contract.ts';

// Headers that a message may bring along; everything else is this file's own.
const ALLOWED = /^(list-[a-z-]+|x-[a-z0-9-]+|auto-submitted|precedence|feedback-id|in-reply-to|references)$/i;

/**
 * The mail of one message, as nodemailer takes it. Names, subjects and headers come from people and files: a line
 * break in one would begin another header, so there is none; the envelope is ours, so no header adds a recipient.
 */
export function composeMail(
  { messageId, to, content, sender }: Outgoing,
  { from = sender.email }: { from?: string | undefined },
) {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    envelope: { from, to: [to] },
    from: { name: oneLine(sender.name), address: from },
    to: { name: '', address: to },
    ...(sender.email !== from ? { replyTo: { name: oneLine(sender.name), address: sender.email } } : {}),
    subject: oneLine(content.subject ?? ''),
    text: content.text,
    ...(content.html === undefined ? {} : { html: content.html }),
    messageId: `<${messageId}@${domain}>`,
    headers: Object.fromEntries(
      Object.entries(ownHeaders({ messageId, content })).map(([name, value]) => [name, unfolded(value)]),
    ),
  };
}

/** `prepared` keeps nodemailer from folding a long address in List-Unsubscribe. */
const unfolded = (value: string) => ({ prepared: true, foldLines: false, value });

/** The headers that a mail has beside those of every mail: what it brings along as far as it may, and our id. */
export const ownHeaders = ({ messageId, content }: Pick<Outgoing, 'messageId' | 'content'>) => ({
  ...Object.fromEntries(
    Object.entries(content.headers ?? {})
      .filter(([name]) => ALLOWED.test(name))
      .map(([name, value]) => [name, asciiLine(value)]),
  ),
  [MESSAGE_HEADER]: messageId,
});

/** Carries our id; comes back in bounces and in what mail services report. */
export const MESSAGE_HEADER = 'X-Refrain-Message';

export const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
const asciiLine = (text: string) => oneLine(text).replace(/[^\x20-\x7e]/gu, encodeURIComponent);
