/** What a machine wrote: an absence notice, a delivery failure, or a mailbox provider's report of a spam complaint. */
export type MailKind = { kind: 'auto_reply' | 'bounce' | 'spam_report'; because: string };

const AUTOMATIC_SUBJECT =
  /^\s*(?:automatic reply|auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office|abwesenheit\w*|automatische antwort|réponse automatique|respuesta automática|resposta automática|risposta automatica|自動返信|自动回复|自動回覆|ตอบกลับอัตโนมัติ)/iu;
const BOUNCE_SUBJECT =
  /^\s*(?:undeliver\w*|mail delivery (?:failed|failure|subsystem)|delivery (?:status notification|failure|has failed)|returned mail|failure notice|unzustellbar|non remis|échec de la remise|no se puede entregar)/iu;
const ROBOT = /\b(?:mailer-daemon|postmaster|mail delivery (?:sub)?system)\b/iu;

/**
 * Reads the headers of an e-mail (lower-cased names): RFC 3464 and 5965 reports by their structure, automatic answers
 * by RFC 3834 and by the headers that mail systems really set.
 */
export function readMailKind(headers: Readonly<Record<string, string>> = {}): MailKind | null {
  const header = (name: string) => headers[name]?.trim() ?? '';
  const type = header('content-type').toLowerCase();
  if (type.includes('feedback-report'))
    return { kind: 'spam_report', because: 'report-type=feedback-report' };
  const bounce = bounceReason(header, type);
  if (bounce) return { kind: 'bounce', because: bounce };
  const automatic = automaticReason(header);
  return automatic ? { kind: 'auto_reply', because: automatic } : null;
}

type Header = (name: string) => string;

function bounceReason(header: Header, type: string): string | null {
  if (/report-type="?delivery-status/u.test(type)) return 'report-type=delivery-status';
  if (header('x-failed-recipients')) return 'x-failed-recipients';
  const isRobot = ROBOT.test(header('from')) || header('return-path') === '<>';
  return isRobot && BOUNCE_SUBJECT.test(header('subject'))
    ? `subject: ${header('subject').slice(0, 80)}`
    : null;
}

function automaticReason(header: Header): string | null {
  const submitted = header('auto-submitted').toLowerCase();
  if (submitted && !submitted.startsWith('no')) return `auto-submitted: ${submitted}`;
  if (/^(?:auto_reply|bulk|junk|list)$/iu.test(header('precedence')))
    return `precedence: ${header('precedence')}`;
  if (header('x-autoreply') || header('x-autorespond') || header('x-autoresponse')) return 'x-autoreply';
  if (AUTOMATIC_SUBJECT.test(header('subject'))) return `subject: ${header('subject').slice(0, 80)}`;
  // Exchange sets it on every automatic mail, some programs on ordinary ones too: only with an empty sender.
  if (header('return-path') === '<>') return 'return-path: <>';
  return null;
}
