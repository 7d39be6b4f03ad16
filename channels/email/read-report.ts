// What a machine's mail says of one of ours: a report by RFC 3464 (delivery) or RFC 5965 (complaint), or the words of
// servers that follow neither.
import PostalMime, { type Email } from 'postal-mime';
import { MESSAGE_HEADER } from './compose-mail.ts';
import { isCertainlyGone, isFull, isGoneAddress } from './is-gone-address.ts';

export type MailReport = {
  /** `delayed`: nothing is decided yet. */
  kind: 'bounced' | 'failed' | 'delayed' | 'delivered' | 'complained' | 'auto_reply';
  detail: string;
  /** Our id, where the report brings the mail's head along. */
  messageId?: string;
};

const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024 } as const;

/** Null for a mail that reports nothing. */
export async function readReport(source: Uint8Array, depth = 0): Promise<MailReport | null> {
  const mail = await PostalMime.parse(source, {
    ...LIMITS,
    attachmentEncoding: 'utf8',
    forceRfc822Attachments: true,
  });
  const parts = partsOf(mail, Buffer.from(source).toString('latin1'));
  // A relay on the way may have wrapped the report up in one of its own.
  const inner = mail.attachments.find(({ mimeType }) => mimeType === 'message/rfc822')?.content;
  const wrapped =
    !parts.status &&
    typeof inner === 'string' &&
    /^content-type:\s*multipart\/report/imu.test(inner.slice(0, 8000));
  if (wrapped && depth < 1) return readReport(Buffer.from(inner as string), depth + 1);
  const report = judge(mail, parts);
  if (!report) return null;
  const messageId = ownId(parts);
  return {
    ...report,
    detail: report.detail.replace(/\s+/g, ' ').trim().slice(0, 300),
    ...(messageId ? { messageId } : {}),
  };
}

type Parts = {
  status: string;
  feedback: string;
  original: string;
  text: string;
  /** Its parts are wrongly parted: the text is the source. */
  isBroken: boolean;
};

function partsOf(mail: Email, raw: string): Parts {
  const of = (type: RegExp) =>
    mail.attachments
      .filter(({ mimeType }) => type.test(mimeType))
      .map(({ content }) => inJapanese(String(content)))
      .join('\n\n');
  const text = mail.text?.trim() || (mail.html ?? '').replace(/<[^>]*>/g, ' ').trim();
  // A report whose parts are wrongly parted says what it says all the same.
  const [said, quoted] = cutOriginal(text || raw.replace(/^[\s\S]*?\r?\n\r?\n/, ''));
  return {
    status: of(/^message\/(global-)?delivery-status$/i),
    feedback: of(/^message\/feedback-report$/i),
    original: `${of(/^(message\/(rfc822|global)(-headers)?|text\/rfc822-headers)$/i)}\n${quoted}`,
    text: said,
    isBroken: text === '',
  };
}

/** Reports name no character set; this one tells itself by its escapes. */
const inJapanese = (text: string): string =>
  text.includes('\u001b$') ? new TextDecoder('iso-2022-jp').decode(Buffer.from(text, 'latin1')) : text;

const ORIGINAL =
  /^(?:[-=> ]*(?:this is a copy of|original message|original headers|forwarded message|below this line|copy of (?:the|your) message|headers? of the (?:message|original)|returned (?:message|mail)|message header|unsent message|the (?:first|message) |transcript of message)[^\n]*|(?:return-path|received|x-mailer): [^\n]*)$/imu;

/** What is said, and what it is said of. */
function cutOriginal(text: string): [string, string] {
  const at = ORIGINAL.exec(text)?.index ?? text.length;
  return [text.slice(0, at), text.slice(at)];
}

const MESSAGE_ID = new RegExp(`^${MESSAGE_HEADER}:\\s*([0-9a-f-]{36})\\s*$`, 'imu');
const ownId = ({ original, feedback }: Parts): string | undefined =>
  MESSAGE_ID.exec(original)?.[1] ?? MESSAGE_ID.exec(feedback)?.[1];

type Judged = Pick<MailReport, 'kind' | 'detail'>;

function judge(mail: Email, parts: Parts): Judged | null {
  if (parts.feedback) return ofFeedback(parts.feedback);
  if (blocksOf(parts.status).length > 0) return ofStatus(parts);
  if (isRobot(mail)) return ofWords(mail, parts);
  return isAutomatic(mail) ? { kind: 'auto_reply', detail: mail.subject ?? '' } : null;
}

const field = (name: string, text: string): string[] =>
  [...text.matchAll(new RegExp(`^${name}:[ \\t]*((?:[^\\n]|\\n[ \\t]+)*)`, 'gimu'))].map(([, value]) =>
    value!.trim(),
  );

function ofFeedback(feedback: string): Judged | null {
  const [type = 'abuse'] = field('feedback-type', feedback);
  return /^(not-spam|auth-failure|dmarc)/i.test(type) ? null : { kind: 'complained', detail: type };
}

const blocksOf = (status: string): string[] =>
  status
    .split(/\r?\n\s*\r?\n/)
    .filter((block) => /^(final-recipient|status|diagnostic-code):/imu.test(block));

/** A mail of ours has one recipient; of a report on several each has to be gone. */
function ofStatus({ status, text }: Parts): Judged {
  const each = blocksOf(status);
  const actions = each.flatMap((block) => field('action', block)).map((one) => one.toLowerCase());
  const said = each.map(saidOf);
  const detail = said.join('; ');
  if (actions.length > 0 && actions.every((one) => /^(delivered|relayed|expanded)/.test(one)))
    return { kind: 'delivered', detail };
  if (actions.length > 0 && actions.every((one) => one.startsWith('delayed')))
    return { kind: 'delayed', detail };
  const isGone =
    each.length > 0 &&
    said.every((words) =>
      isGoneAddress(words.includes(' ') || NAMED.test(words) ? words : `${words} ${telling(text)}`),
    );
  // Only the text tells whether a server said so before or after it had taken the mail.
  const isFiltered = isLate(text) && !NAMED.test(detail) && !isCertainlyGone(detail);
  const isDoubted = isFiltered || isFull(text) || RULE_OF_THEIRS.test(status);
  return { kind: isGone && !isDoubted ? 'bounced' : 'failed', detail: detail || text };
}

// A rule that its owner made answers with the words they chose.
const RULE_OF_THEIRS = /^reporting-mta:.*\binbound-smtp\.[\w-]+\.amazonaws\.com/imu;
const NAMED = /\b5\.(?:1\.[1236]|1\.10|4\.4)\b/;
const LATE = />>> DATA\b|(?:after |in reply to )end of data/iu;

/** Refused after the mail was taken, where a person's own filter speaks; a report that quotes no command may be. */
const isLate = (text: string): boolean =>
  LATE.test(text) ||
  (/said: 5\d\d\b|^5\d\d - /imu.test(text) && !/\bRCPT\b/i.test(text) && !/\b5\.[12]\.1\b/.test(text));

/** The status without its comment, and the answer without the name of who gave it. */
function saidOf(block: string): string {
  const [status = ''] = field('status', block).map((one) => one.split(/[\s(]/)[0]!);
  const answers = field('diagnostic-code', block).map((one) => one.replace(/^[\w-]+;\s*/, ''));
  return [status, ...answers].join(' ').replace(/\s+/g, ' ').trim();
}

/** The lines of a text in which a server speaks: with its number, what leads to it, and what follows. */
function telling(text: string): string {
  const lines = text.split('\n');
  const found = lines.filter((_, at) =>
    lines.slice(Math.max(0, at - 1), at + 4).some((line) => SPOKEN.test(line)),
  );
  return found.length > 0 ? found.join('\n') : text;
}
const SPOKEN = /\b[45]\d\d[ -]|\b[45]\.\d{1,3}\.\d{1,3}\b/;

function ofWords(mail: Email, { text, isBroken }: Parts): Judged {
  const words = `${mail.subject ?? ''} ${text}`;
  if (/\b(warning message only|will be retried|still being retried|delayed)\b/iu.test(words))
    return { kind: 'delayed', detail: words };
  const isOwn = mail.from?.address === 'post_master@vtext.com';
  const isSure = (isLate(text) || isBroken) && !isOwn ? NAMED.test(text) : true;
  const isGone = isSure && isGoneAddress(telling(text));
  return { kind: isGone ? 'bounced' : 'failed', detail: words };
}

const ROBOT = /\b(mailer.?daemon|post_?master|mail ?delivery|mail ?administrator|system administrator)\b/iu;
const FAILURE =
  /undeliver|delivery (?:status|fail|report|problem)|failure notice|returned mail|mail (?:delivery )?(?:failed|failure|error)|could not be delivered|unzustellbar|non remis|nondeliverable/iu;

function isRobot(mail: Email): boolean {
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? '';
  if (header('x-failed-recipients')) return true;
  const from = `${mail.from?.name ?? ''} ${mail.from?.address ?? ''}`;
  return ROBOT.test(from) || (header('return-path') === '<>' && FAILURE.test(mail.subject ?? ''));
}

function isAutomatic(mail: Email): boolean {
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? '';
  return (
    /^auto-/iu.test(header('auto-submitted')) ||
    /^(auto(matic)?[ -]?re|out of (the )?office|vacation|re: .*\(?vacation)/iu.test(mail.subject ?? '')
  );
}
