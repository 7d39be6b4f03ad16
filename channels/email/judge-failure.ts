import type { SendResult } from '../contract.ts';
import { isGoneAddress } from './is-gone-address.ts';

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

/** Only an answer to the recipient speaks of the address; one to the text may name it by its status alone. */
function aboutAddress({ command, response }: SmtpFailure): { suppress?: 'no_such_address' } {
  if (command === 'MAIL FROM') return {};
  const isTold = command === 'RCPT TO' || /\b5\.1\.[1-9]/.test(response);
  return isTold && isGoneAddress(response) ? { suppress: 'no_such_address' } : {};
}

function asFailure(error: unknown): SmtpFailure {
  const given: Partial<SmtpFailure> = error instanceof Error ? error : { message: String(error) };
  const { message = '', code = '', command = '', response = '' } = given;
  return { message, code, command, response, responseCode: given.responseCode || 0 };
}
