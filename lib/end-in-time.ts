import type { Log } from './log.ts';

type Ending = {
  /** Finishes what has begun and takes nothing new. */
  end(): Promise<void>;
  seconds: number;
  log: Pick<Log, 'error'>;
  exit?(code: number): void;
};

/**
 * Ends the process well: exit code 0 once `end` has ended, 1 when that took longer than `seconds` or failed. What was on
 * its way then is taken over by other processes, or listed as unknown.
 */
export async function endInTime({ end, seconds, log, exit = process.exit }: Ending): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, seconds * 1000, 'late');
  });
  const outcome = await Promise.race([end().catch((err: unknown) => ({ err })), late]);
  clearTimeout(timer);
  if (outcome === undefined) return exit(0);
  if (outcome === 'late') log.error({ seconds }, 'what had begun did not end in time; it is left to others');
  else log.error(outcome, 'the process could not end well');
  exit(1);
}
