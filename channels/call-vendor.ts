// One request to a vendor's API. What matters most about a failure: could the vendor have got the message?
import { Agent, type Dispatcher } from 'undici';
import { traced } from '../lib/tracing.ts';
import type { SendResult } from './contract.ts';

export type VendorCall = {
  url: string;
  method?: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string | Uint8Array;
  timeoutMs: number;
  /** `text` hands the body over as it is. */
  reads?: 'json' | 'text';
  /** Connections of the caller's own, such as ones that lead to public addresses only. */
  agent?: Agent | undefined;
};

/** What came back: the status and the body, parsed where it is JSON (null where it is not). */
export type VendorAnswer = { status: number; headers: VendorHeaders; body: unknown };
/** Names in lower case. */
export type VendorHeaders = Dispatcher.ResponseData['headers'];

type VendorReply = Promise<VendorAnswer | Extract<SendResult, { outcome: 'unreachable' | 'unknown' }>>;

// Connections are kept, by vendor; how many are used at once is `sendEach`'s to say. One request on each at a time, so
// that one which breaks leaves one message in doubt.
const shared = new Agent({ allowH2: false, pipelining: 1, maxResponseSize: 16 * 2 ** 20 });

/**
 * Answers what the vendor said, or why it said nothing: `unreachable` when no connection was made, `unknown` when one
 * was and then fell silent. A redirect is an answer: credentials are sent to nobody else.
 */
export async function callVendor(call: VendorCall): VendorReply {
  const url = new URL(call.url);
  const attributes = { 'server.address': url.host, 'url.scheme': url.protocol.slice(0, -1) };
  return traced('vendor', attributes, async (span) => {
    const answer = await ask(call, url);
    if ('status' in answer) span.setAttribute('http.response.status_code', answer.status);
    else span.setAttribute('refrain.outcome', answer.outcome);
    return answer;
  });
}

async function ask(call: VendorCall, { origin, pathname, search }: URL): VendorReply {
  const { method = 'POST', headers, body, timeoutMs, reads = 'json', agent = shared } = call;
  const timeouts = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
  try {
    const asked = { origin, path: pathname + search, method, headers, body: body ?? null, ...timeouts };
    const answer = await exchange(agent, asked);
    return reads === 'text' ? answer : { ...answer, body: parse(answer.body) };
  } catch (error) {
    return { outcome: neverConnected(error) ? 'unreachable' : 'unknown', detail: wordsOf(error) };
  }
}

/** One request and its whole answer. A stream of each answer, as undici's `request` makes it, costs as much as all else. */
const exchange = (agent: Agent, asked: Dispatcher.DispatchOptions) =>
  new Promise<VendorAnswer & { body: string }>((resolve, reject) => {
    const answer: VendorAnswer = { status: 0, headers: {}, body: '' };
    const chunks: Buffer[] = [];
    agent.dispatch(asked, {
      onRequestStart: () => {},
      onResponseStart: (_controller, status, headers) => Object.assign(answer, { status, headers }),
      onResponseData: (_controller, chunk) => chunks.push(chunk),
      onResponseEnd: () => resolve({ ...answer, body: utf8.decode(Buffer.concat(chunks)) }),
      onResponseError: (_controller, error) => reject(error),
    });
  });

// Leaves out a byte order mark.
const utf8 = new TextDecoder();

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
  // Several addresses were tried, and none answered.
  const each = error instanceof AggregateError ? error.errors : [error];
  return each.every((one) => NEVER_CONNECTED.test(String((one as { code?: unknown })?.code ?? '')));
}

const wordsOf = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join(' ');
  return error instanceof Error ? error.message || error.name : String(error);
};

/** Seconds of a Retry-After header, in milliseconds; a date in it is not used by these vendors. */
export function retryAfterMs(headers: VendorHeaders): { retryAfterMs?: number } {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
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
