import { useEffect, useState } from 'react';

/** The value once it has rested for a moment: while somebody types, nothing is asked for every letter. */
export function useLate<T>(value: T, restMs = 250): T {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return late;
}
