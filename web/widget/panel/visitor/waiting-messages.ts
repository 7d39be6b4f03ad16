// What a visitor wrote and the server has not taken yet: kept until it has, also when the page is left meanwhile.
export type WaitingMessage = { id: string; text: string; wantsPerson: boolean; at: string };

const KEY = `refrain:waiting:${globalThis.location?.pathname ?? ''}`;
const TOKEN = `refrain:visitor:${globalThis.location?.pathname ?? ''}`;

/** A browser may refuse a frame its storage: then what is written lasts as long as the page. */
const memory = new Map<string, string>();

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return memory.get(key) ?? null;
  }
}

function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    memory.set(key, text);
  }
}

export const keptToken = (): string | null => read(TOKEN);
export const keepToken = (token: string): void => write(TOKEN, token);

export const waitingMessages = (): WaitingMessage[] => JSON.parse(read(KEY) ?? '[]') as WaitingMessage[];
export const keepWaiting = (messages: readonly WaitingMessage[]): void =>
  write(KEY, JSON.stringify(messages));
