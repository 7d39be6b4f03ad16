import { useEffect, useState } from 'react';
import { CHANGED_ELSEWHERE, get } from '../api.ts';

/**
 * What an address says now, once another tab made it differ from what is shown; null while it is the same. `shown`, or
 * the keys of it that are given, is compared as it would be read.
 */
export function useOtherTab<T>(path: string | null, shown: Partial<T>): T | null {
  const [other, setOther] = useState<T | null>(null);
  useEffect(() => {
    setOther(null);
    if (!path) return;
    let isLeft = false;
    const look = () =>
      get<T>(path).then(
        (now) => !isLeft && setOther(isSame(now, shown) ? null : now),
        // What cannot be read now says nothing of what is shown.
        () => undefined,
      );
    const onChange = () => void look();
    window.addEventListener(CHANGED_ELSEWHERE, onChange);
    return () => {
      isLeft = true;
      window.removeEventListener(CHANGED_ELSEWHERE, onChange);
    };
  }, [path, shown]);
  return other;
}

/** What the older one has of each key is the same; a newer server may say more. */
const isSame = <T>(now: T, shown: Partial<T>): boolean =>
  Object.keys(shown as object).every(
    (key) =>
      JSON.stringify(Reflect.get(now as object, key)) === JSON.stringify(Reflect.get(shown as object, key)),
  );
