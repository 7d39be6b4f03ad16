import type { SendResult } from '../contract.ts';

/** What nodemailer throws: `responseCode` is the server's answer, `syscall` the operating system's call that failed. */
export type SmtpFailure = Error & {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
  syscall?: string;
};

// RFC 3463: the address does not exist (5.1.1), its domain does not (5.1.2), it is no address (5.1.3), it has moved
// (5.1.6), its domain takes no mail (5.1.10).
const NO_SUCH_ADDRESS =
  /\b5\.1\.(1|2|3|6|10)\b|user unknown|no such (user|mailbox|recipient)|unknown (user|recipient)|does not exist/i;

/** Says what a failed submit means for the message; an address is given up for the reasons of RFC 3463 only. */
export function judgeFailure(error: SmtpFailure): SendResult {
  const { responseCode, code } = error;
  const detail = (error.response ?? error.message).slice(0, 300);
  if (responseCode && responseCode >= 500 && code !== 'EAUTH') return rejected(responseCode, error, detail);
  if (responseCode && responseCode >= 400) return { outcome: 'retry', code: String(responseCode), detail };
  if (code === 'EAUTH') return { outcome: 'retry', code: 'auth', detail };
  if (code === 'EENVELOPE') return { outcome: 'rejected', code: 'envelope', detail };
  if (neverConnected(error)) return { outcome: 'unreachable', detail };
  // A connection that breaks is reported alike before and after the text went over: it may be in a mailbox.
  return { outcome: 'unknown', detail };
}

const neverConnected = ({ code, syscall, message }: SmtpFailure): boolean =>
  code === 'EDNS' ||
  code === 'ETLS' ||
  syscall === 'connect' ||
  /greeting never received|connection timeout/i.test(message);

function rejected(responseCode: number, { command }: SmtpFailure, detail: string): SendResult {
  const result = { outcome: 'rejected', code: String(responseCode), detail } as const;
  const isAboutAddress = command === 'RCPT TO' && NO_SUCH_ADDRESS.test(detail);
  return isAboutAddress ? { ...result, suppress: 'no_such_address' } : result;
}
