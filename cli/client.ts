// The command line is a client of the HTTP API: of the server that runs on this machine, else of one that lives in
// this process and never listens.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as Bytes } from 'node:stream/web';
import type { AgentEvent } from '../core/agent-event.ts';
import type { Config } from '../lib/config.ts';
import { AppError, type ErrorCode } from '../lib/errors.ts';
import type { Refrain } from '../wire.ts';

type Body = { json?: unknown; form?: FormData };
type Fetch = (
  path: string,
  init: { method: string; headers: Record<string, string>; body?: Readable },
) => Promise<Answer>;
type Answer = { status: number; body: AsyncIterable<Uint8Array> };

export type Client = {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: Body): Promise<T>;
  delete(path: string): Promise<void>;
  /** What is no JSON, as it comes. */
  download(path: string): Promise<AsyncIterable<Uint8Array>>;
  /** Server-sent events of one turn. */
  stream(path: string, body: Body): AsyncGenerator<AgentEvent>;
  close(): Promise<void>;
};

/** What a running server leaves in its data folder, readable by its owner only. */
type Running = { pid: number; port: number; token: string };

export async function openClient(config: Config, workspace?: string): Promise<Client> {
  const running = findRunning(config.REFRAIN_DATA);
  if (running) return makeClient(overHttp(running), running.token, { workspace, close: async () => {} });
  const { openRefrain } = await import('../wire.ts');
  const refrain = await openRefrain(config);
  await refrain.prepare();
  return clientOf(refrain.app, refrain.localToken, {
    workspace,
    close: () => refrain.settle().finally(refrain.close),
  });
}

function findRunning(folder: string): Running | null {
  const path = join(folder, 'server.json');
  if (!existsSync(path)) return null;
  const running = JSON.parse(readFileSync(path, 'utf8')) as Running;
  try {
    process.kill(running.pid, 0);
    return running;
  } catch {
    return null;
  }
}

const overHttp =
  ({ port }: Running): Fetch =>
  async (path, init) => {
    // A body is sent while it is read: Node wants to be told that the answer comes after it.
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { ...init, duplex: 'half' } as RequestInit);
    return { status: answer.status, body: answer.body ?? Readable.from([]) };
  };

type App = Refrain['app'];

/** A client of a server that lives in this process. */
export const clientOf = (app: App, token: string, rest: Rest): Client =>
  makeClient(inProcess(app), token, rest);

const inProcess =
  (app: App): Fetch =>
  async (url, { method, headers, body }) => {
    const answer = await app.inject({
      method: method as 'GET',
      url,
      headers,
      payloadAsStream: true,
      ...(body ? { payload: body } : {}),
    });
    return { status: answer.statusCode, body: answer.stream() };
  };

type Rest = { workspace?: string | undefined; close(): Promise<void> };

function makeClient(send: Fetch, token: string, rest: Rest): Client {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(rest.workspace ? { 'x-refrain-workspace': rest.workspace } : {}),
  };

  async function call(
    method: string,
    path: string,
    { body = {}, accept = 'application/json' }: { body?: Body; accept?: string },
  ) {
    const { type, bytes } = encode(body);
    const answer = await send(`/api/v1${path}`, {
      method,
      headers: { ...headers, accept, ...(type ? { 'content-type': type } : {}) },
      ...(bytes ? { body: bytes } : {}),
    });
    if (answer.status >= 400) throw toError(await readAll(answer.body), answer.status);
    return answer;
  }

  return {
    get: async (path) => JSON.parse(await readAll((await call('GET', path, {})).body)),
    post: async (path, body) => JSON.parse(await readAll((await call('POST', path, { body })).body)),
    delete: async (path) => void (await call('DELETE', path, {})),
    download: async (path) => (await call('GET', path, { accept: '*/*' })).body,
    async *stream(path, body) {
      const { body: bytes } = await call('POST', path, { body, accept: 'text/event-stream' });
      yield* readEvents(bytes);
    },
    close: rest.close,
  };
}

/** Files of a form are read piece by piece as they are sent. */
function encode({ json, form }: Body): { type?: string; bytes?: Readable } {
  if (json !== undefined)
    return { type: 'application/json', bytes: Readable.from([Buffer.from(JSON.stringify(json))]) };
  if (!form) return {};
  const encoded = new Response(form);
  return {
    type: encoded.headers.get('content-type') ?? '',
    bytes: Readable.fromWeb(encoded.body as Bytes<Uint8Array>),
  };
}

async function readAll(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** `data:` lines of a stream of server-sent events, each one event as JSON. */
async function* readEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<AgentEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = block
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).trim());
      if (data.length > 0) yield JSON.parse(data.join('\n')) as AgentEvent;
    }
  }
}

function toError(text: string, status: number): AppError {
  try {
    const { error } = JSON.parse(text) as { error: { code: ErrorCode; message: string; nextStep?: string } };
    return new AppError(error.code, error.message, error.nextStep ? { nextStep: error.nextStep } : {});
  } catch (cause) {
    return new AppError('model:failed', `The server answered ${status}.`, { cause });
  }
}
