// Answers that come bit by bit.
import type { AgentEvent } from '../../core/agent-event.ts';
import { ApiError, json, type Refusal, request, tellChanged, unreachable } from './api.ts';

/** The events of an answer as they come; throws when the connection ends before whoever reads them leaves. */
async function* streamEvents<T>(path: string, init: RequestInit): AsyncGenerator<T> {
  const answer = await request(path, { ...init, headers: { ...init.headers, accept: 'text/event-stream' } });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read().catch((error) => {
      throw init.signal?.aborted ? error : unreachable();
    });
    if (done) throw unreachable();
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = readEvent<T>(block);
      if (event) yield event;
    }
  }
}

/** One turn as it happens; throws when the connection ends before the turn does. */
export async function* streamTurn(
  body: { text: string; threadId?: string },
  signal: AbortSignal,
): AsyncGenerator<AgentEvent> {
  for await (const event of streamEvents<AgentEvent>('/chat', { ...json('POST', body), signal })) {
    yield event;
    if (event.type === 'done' || event.type === 'error') return tellChanged('/chat');
  }
}

type Told<S, T> = ({ type: 'progress' } & S) | { type: 'done'; result: T } | ({ type: 'error' } & Refusal);

/** What takes long, with how far it is. */
export async function getTold<S, T>(
  path: string,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (sofar: S) => void },
): Promise<T> {
  for await (const event of streamEvents<Told<S, T>>(path, { signal })) {
    if (event.type === 'done') return event.result;
    if (event.type === 'error') throw new ApiError(event);
    onProgress(event);
  }
  throw unreachable();
}

function readEvent<T>(block: string): T | null {
  const data = block.split('\n').filter((line) => line.startsWith('data:'));
  return data.length > 0 ? (JSON.parse(data.map((line) => line.slice(5)).join('\n')) as T) : null;
}
