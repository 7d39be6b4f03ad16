/** Waits for what workers do by themselves; fails the test when it does not happen. */
export async function until<T>(
  read: () => Promise<T>,
  isThere: (value: T) => boolean,
  seconds = 120,
): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    const value = await read();
    if (isThere(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It did not happen within ${seconds} seconds.`);
}
