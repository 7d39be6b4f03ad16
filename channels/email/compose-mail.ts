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
    headers: { ...ownHeaders(content.headers ?? {}), 'X-Refrain-Message': messageId },
  };
}

/** `prepared` keeps nodemailer from folding a long address in List-Unsubscribe. */
const ownHeaders = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => ALLOWED.test(name))
      .map(([name, value]) => [name, { prepared: true, foldLines: false, value: asciiLine(value) }]),
  );

const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
const asciiLine = (text: string) => oneLine(text).replace(/[^\x20-\x7e]/gu, encodeURIComponent);
