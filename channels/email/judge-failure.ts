import type { SendResult } from '../contract.ts';

/** What nodemailer throws: `responseCode` and `response` are the server's answer to `command`. */
type SmtpFailure = { message: string; code: string; command: string; responseCode: number; response: string };

/**
 * Says what a failed submit means. The server's own answer decides when there is one; without an answer it is what
 * had left us: nothing (`unreachable`, safe to try again) or some text (`unknown`, never sent again in silence).
 */
export function judgeFailure(error: unknown, { hasTextLeft }: { hasTextLeft: boolean }): SendResult {
  const failure = asFailure(error);
  const { code, command, responseCode } = failure;
  const detail = (failure.response || failure.message).slice(0, 300);
  if (code === 'EAUTH' || code === 'ENOAUTH' || AUTH_ANSWERS.has(responseCode))
    return { outcome: 'retry', code: 'auth', detail };
  // Before MAIL FROM a refusal is about us or the server's day, not about this message.
  if (responseCode >= 500 && responseCode !== OUT_OF_STEP && ABOUT_MESSAGE.has(command))
    return { outcome: 'rejected', code: String(responseCode), detail, ...aboutAddress(failure) };
  if (responseCode >= 400) return { outcome: 'retry', code: String(responseCode), detail };
  if (hasTextLeft) return { outcome: 'unknown', detail };
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { outcome: 'rejected', code: 'envelope', detail };
  return { outcome: 'unreachable', detail };
}

// RFC 4954: log in first, the mechanism is too weak, wrong credentials, encryption needed.
const AUTH_ANSWERS = new Set([530, 534, 535, 538]);
// "Bad sequence of commands": the session is confused, another one may not be.
const OUT_OF_STEP = 503;
const ABOUT_MESSAGE = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

// RFC 3463: no such mailbox (5.1.1), no such domain (5.1.2), no address (5.1.3), moved (5.1.6), takes no mail (5.1.10).
const GONE = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10']);
// Says nothing, so that the words decide.
const VAGUE = new Set(['5.0.0', '5.1.0', '5.5.0']);
const GONE_WORDS =
  /\b(user|recipient|mailbox|address|account)\b[^.;]{0,40}\b(unknown|not found|does(n't| not) exist|not exist)|\b(unknown|no such|invalid) (local )?(user|recipient|mailbox|person)|no mailbox here/i;

/** A refusal by policy, for a full mailbox or for spam says nothing about the address: only what RFC 3463 calls gone. */
function aboutAddress({ command, response }: SmtpFailure): { suppress?: 'no_such_address' } {
  if (command === 'MAIL FROM') return {};
  const status = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0];
  if (status && !VAGUE.has(status)) return GONE.has(status) ? { suppress: 'no_such_address' } : {};
  return command === 'RCPT TO' && GONE_WORDS.test(response) ? { suppress: 'no_such_address' } : {};
}

function asFailure(error: unknown): SmtpFailure {
  const given: Partial<SmtpFailure> = error instanceof Error ? error : { message: String(error) };
  const { message = '', code = '', command = '', response = '' } = given;
  return { message, code, command, response, responseCode: given.responseCode || 0 };
}
