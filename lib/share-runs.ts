/**
 * One run at a time for each key. Whoever asks while one is under way gets the next one, which sees everything that was
 * there when they asked; all who ask meanwhile share it.
 */
export function shareRuns<T>(work: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const current = new Map<string, Promise<unknown>>();
  const next = new Map<string, Promise<T>>();

  async function run(key: string): Promise<T> {
    // How that one ends is told to those who asked for it.
    await current.get(key)?.catch(() => {});
    next.delete(key);
    const running = work(key);
    current.set(key, running);
    try {
      return await running;
    } finally {
      if (current.get(key) === running) current.delete(key);
    }
  }

  return (key) => {
    const waiting = next.get(key);
    if (waiting) return waiting;
    const asked = run(key);
    next.set(key, asked);
    return asked;
  };
}
