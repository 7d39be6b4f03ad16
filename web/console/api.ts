import { fromServer, t } from './words/t.ts';

export const BASE = '/api/v1';

export type Refusal = { code: string; message: string; nextStep?: string | null };

/** What the server said no to, in its own words. */
export class ApiError extends Error {
  readonly code: string;
  readonly nextStep: string | null;
  constructor({ code, message, nextStep }: Refusal) {
    super(fromServer(message));
    this.code = code;
    this.nextStep = nextStep ? fromServer(nextStep) : null;
  }
}

export const unreachable = () =>
  new ApiError({
    code: 'offline',
    message: t('The server cannot be reached.'),
    nextStep: t('Check the connection and try again.'),
  });

/** Any failure as one sentence or two. */
export const problemWords = (error: unknown): string =>
  error instanceof ApiError
    ? [error.message, error.nextStep].filter(Boolean).join(' ')
    : t('Something went wrong on this page. Reload it and try again.');

let bearer: string | null = null;
/** From now on every request is made with it: in a frame of another site there is no cookie. */
export const signInWith = (token: string): void => {
  bearer = token;
};

/** A session may end while the page is open; whoever shows the page listens for this. */
export const SIGNED_OUT = 'refrain:signed-out';

/** Something was written, or said to the agent; what is shown of it elsewhere on the page listens for this. */
export const CHANGED = 'refrain:changed';
/** To which address a write went, of such an event. */
export const changedPath = (event: Event): string => (event as CustomEvent<string>).detail;
/** Questions that are too long for an address: they change nothing. */
const ASKS = /^\/(?:targeting\/|audience$|segments\/preview$|content\/generate$)/;

/** The same from another tab of this browser. */
export const CHANGED_ELSEWHERE = 'refrain:changed-elsewhere';
const tabs = new BroadcastChannel('refrain');
tabs.onmessage = () => window.dispatchEvent(new Event(CHANGED_ELSEWHERE));
export function tellChanged(path: string): void {
  window.dispatchEvent(new CustomEvent(CHANGED, { detail: path }));
  tabs.postMessage(null);
}

let prover: (() => Promise<boolean>) | null = null;
let proving: Promise<boolean> | null = null;
/** Who asks the person for a second proof when the server wants one; answers how to stop. */
export const askProof = (ask: () => Promise<boolean>): (() => void) => {
  prover = ask;
  return () => {
    prover = null;
  };
};

/** Asks once for all that wait; true when it was given. */
function isProvenNow(): Promise<boolean> {
  proving ??= (prover?.() ?? Promise.resolve(false)).finally(() => {
    proving = null;
  });
  return proving;
}

export async function request(path: string, init: RequestInit): Promise<Response> {
  try {
    return await requestOnce(path, init);
  } catch (error) {
    const isUnproven = error instanceof ApiError && error.code === 'auth:second_factor';
    if (isUnproven && (await isProvenNow())) return requestOnce(path, init);
    throw error;
  }
}

let doing = 0;
/** How many things that somebody asked for are under way; whoever shows it listens for `DOING`. */
export const countDoing = (): number => doing;
export const DOING = 'refrain:doing';
function tellDoing(by: 1 | -1): void {
  doing += by;
  window.dispatchEvent(new Event(DOING));
}

/** A turn of the conversation shows itself how far it is. */
async function requestOnce(path: string, init: RequestInit): Promise<Response> {
  if (!init.method || path === '/chat') return ask(path, init);
  tellDoing(1);
  return ask(path, init).finally(() => tellDoing(-1));
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  const headers = { ...init.headers, ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) };
  const asking = { credentials: 'same-origin', ...init, headers } as const;
  const answer = await fetch(`${BASE}${path}`, asking).catch((error) => {
    throw init.signal?.aborted ? error : unreachable();
  });
  if (answer.ok) {
    if (init.method && !ASKS.test(path)) tellChanged(path);
    return answer;
  }
  throw refusalOf(answer.status, await answer.json().catch(() => null));
}

function refusalOf(status: number, body: { error?: Refusal } | null): ApiError {
  const refusal = new ApiError(
    body?.error ?? { code: `http:${status}`, message: t('The server answered {status}.', { status }) },
  );
  // A wrong code or password is no end of the session.
  if (status === 401 && refusal.code !== 'auth:wrong')
    window.dispatchEvent(new CustomEvent(SIGNED_OUT, { detail: refusal }));
  return refusal;
}

type Upload = { files: readonly File[]; onSent: (share: number) => void; signal: AbortSignal };

/** Sends files as a form; `onSent` hears the share that has left this machine, which `fetch` does not tell. */
export const upload = <T>(path: string, { files, onSent, signal }: Upload): Promise<T> =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    for (const file of files) form.append('files', file, file.name);
    const asking = new XMLHttpRequest();
    asking.open('POST', `${BASE}${path}`);
    asking.responseType = 'json';
    asking.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    asking.onload = () => {
      const isFine = asking.status >= 200 && asking.status < 300;
      if (isFine) resolve(asking.response as T);
      else reject(refusalOf(asking.status, asking.response));
    };
    asking.onerror = () => reject(unreachable());
    asking.onabort = () => reject(new DOMException(undefined, 'AbortError'));
    signal.addEventListener('abort', () => asking.abort(), { once: true });
    asking.send(form);
  });

export const json = (method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body ?? {}),
});

export const get = async <T>(path: string): Promise<T> => (await request(path, {})).json();
export const post = async <T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> =>
  (await request(path, { ...json('POST', body), ...(signal ? { signal } : {}) })).json();
export const patch = async <T>(path: string, body: unknown): Promise<T> =>
  (await request(path, json('PATCH', body))).json();
export const put = async <T>(path: string, body: unknown): Promise<T> =>
  (await request(path, json('PUT', body))).json();
/** A file as the body itself. */
export const sendFile = async (method: 'POST' | 'PUT', path: string, file: File): Promise<unknown> =>
  (await request(path, { method, headers: { 'content-type': file.type }, body: file })).json();
export const remove = async <T>(path: string): Promise<T> => (await request(path, json('DELETE', {}))).json();
