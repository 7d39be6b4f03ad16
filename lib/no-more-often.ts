/** Acts at once, and once more after `everyMs` where somebody asked again meanwhile; for each key by itself. */
export function noMoreOften(everyMs: number, act: (key: string) => void) {
  const resting = new Map<string, { isWanted: boolean; timer: NodeJS.Timeout }>();

  function ask(key: string): void {
    const rest = resting.get(key);
    if (rest) {
      rest.isWanted = true;
      return;
    }
    act(key);
    const timer = setTimeout(() => {
      const isWanted = resting.get(key)?.isWanted;
      resting.delete(key);
      if (isWanted) ask(key);
    }, everyMs);
    resting.set(key, { isWanted: false, timer });
  }

  return {
    ask,
    stop: () => {
      for (const { timer } of resting.values()) clearTimeout(timer);
    },
  };
}
