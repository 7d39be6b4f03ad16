// What takes long tells how far it is; a stream has begun with 200, so what ends it is told inside it.
import { AppError, isAppError } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import { toBody } from './error-answer.ts';

const FAILED = new AppError('server:failed', 'Something went wrong here; nothing more was done.', {
  nextStep: 'Try again.',
});

export type Progress<S, T> =
  | ({ type: 'progress' } & S)
  | { type: 'done'; result: T }
  | ({ type: 'error' } & ReturnType<typeof toBody>['error']);

/** The newest word of `work` as often as it is asked for, then what came of it. */
export async function* tellProgress<S, T>(
  { log, signal }: { log: Log; signal: AbortSignal },
  work: (tell: (sofar: S) => void) => Promise<T>,
): AsyncGenerator<Progress<S, T>> {
  const word = { sofar: null as S | null, hear: () => {} };
  const running = work((sofar) => {
    word.sofar = sofar;
    word.hear();
  });
  const over = running.then(
    () => true,
    () => true,
  );
  for (;;) {
    const told = new Promise<boolean>((hear) => {
      word.hear = () => hear(false);
    });
    if (word.sofar === null && (await Promise.race([told, over]))) break;
    const { sofar } = word;
    word.sofar = null;
    if (sofar !== null) yield { type: 'progress', ...sofar };
  }
  try {
    yield { type: 'done', result: await running };
  } catch (error) {
    if (signal.aborted) return;
    if (!isAppError(error)) log.error({ err: error }, 'what was told as it goes broke');
    yield { type: 'error', ...toBody(isAppError(error) ? error : FAILED).error };
  }
}
