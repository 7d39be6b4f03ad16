// One request to a vendor's API. What matters most about a failure: could the vendor have got the message?
import type { SendResult } from './contract.ts';

export type VendorCall = {
  url: string;
  method?: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  timeoutMs: number;
};

/** What came back: the status and the body, parsed where it is JSON (null where it is not). */
export type VendorAnswer = { status: number; headers: Headers; body: unknown };

/**
 * Answers what the vendor said, or why it said nothing: `unreachable` when no connection was made, `unknown` when one
 * was and then fell silent. A redirect is an answer: credentials are sent to nobody else.
 */
export async function callVendor(
  call: VendorCall,
): Promise<VendorAnswer | Extract<SendResult, { outcome: 'unreachable' | 'unknown' }>> {
  const { url, method = 'POST', headers, body, timeoutMs } = call;
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(url, {
      method,
      headers,
      signal,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    return { status: answer.status, headers: answer.headers, body: parse(await answer.text()) };
  } catch (error) {
    const detail = wordsOf(error);
    return { outcome: neverConnected(error) ? 'unreachable' : 'unknown', detail };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const NEVER_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS_|DEPTH_ZERO_SELF|SELF_SIGNED|UNABLE_TO_)/;

function neverConnected(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  // Several addresses were tried, and none answered.
  const causes = cause instanceof AggregateError ? cause.errors : [cause];
  return causes.every((one) => NEVER_CONNECTED.test(String((one as { code?: unknown })?.code ?? '')));
}

const wordsOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
};

/** Seconds of a Retry-After header, in milliseconds; a date in it is not used by these vendors. */
export function retryAfterMs(headers: Headers): { retryAfterMs?: number } {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? { retryAfterMs: Math.min(seconds, 86_400) * 1000 } : {};
}

/** All of them at a time, at most `atOnce` together; results in the order of the messages. */
export async function sendEach<Message>(
  messages: readonly Message[],
  atOnce: number,
  send: (message: Message) => Promise<SendResult>,
): Promise<SendResult[]> {
  const results: SendResult[] = new Array(messages.length);
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < messages.length; at = next++) results[at] = await send(messages[at]!);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, messages.length) }, lane));
  return results;
}
