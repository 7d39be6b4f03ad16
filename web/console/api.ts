import type { AgentEvent } from '../../core/agent-event.ts';

const BASE = '/api/v1';

/** What the server said no to, in its own words. */
export class ApiError extends Error {
  readonly code: string;
  readonly nextStep: string | undefined;
  constructor({ code, message, nextStep }: { code: string; message: string; nextStep?: string }) {
    super(message);
    this.code = code;
    this.nextStep = nextStep;
  }
}

async function request(path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(`${BASE}${path}`, { credentials: 'same-origin', ...init }).catch(() => {
    throw new ApiError({
      code: 'offline',
      message: 'The server cannot be reached.',
      nextStep: 'Check the connection and try again.',
    });
  });
  if (answer.ok) return answer;
  const body = (await answer.json().catch(() => null)) as {
    error?: ConstructorParameters<typeof ApiError>[0];
  } | null;
  throw new ApiError(
    body?.error ?? { code: String(answer.status), message: `The server answered ${answer.status}.` },
  );
}

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body ?? {}),
});

export const get = async <T>(path: string): Promise<T> => (await request(path, {})).json();
export const post = async <T>(path: string, body?: unknown): Promise<T> =>
  (await request(path, json(body))).json();

/** One turn as it happens. */
export async function* streamTurn(
  body: { text: string; threadId?: string },
  signal: AbortSignal,
): AsyncGenerator<AgentEvent> {
  const init = json(body);
  const answer = await request('/chat', {
    ...init,
    signal,
    headers: { ...init.headers, accept: 'text/event-stream' },
  });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = block.split('\n').filter((line) => line.startsWith('data:'));
      if (data.length > 0) yield JSON.parse(data.map((line) => line.slice(5)).join('\n')) as AgentEvent;
    }
  }
}
