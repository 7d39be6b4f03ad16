import { useState } from 'react';
import { problemWords } from '../api.ts';

/** Does something, and says what went wrong; `onDone` when it went well. */
export function useDoing(onDone: () => void) {
  const [problem, setProblem] = useState<string | null>(null);
  const run = (work: Promise<unknown>) => {
    setProblem(null);
    work.then(onDone, (error: unknown) => setProblem(problemWords(error)));
  };
  return { problem, run };
}
