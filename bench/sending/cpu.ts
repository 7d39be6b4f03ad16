// Where the processor time of a round goes. On cores that others use too, times tell little and this tells much.
import { readdirSync, readFileSync } from 'node:fs';

// A hundredth of a second, on every Linux that Node runs on.
const TICK_MS = 10;

/**
 * Processor time of a process and of its children, dead ones included, in milliseconds; without those `apart`, who are
 * measured by themselves. Null where there is no /proc.
 */
export function cpuMs(pid: number, apart: readonly number[] = []): number | null {
  try {
    const own = fieldsOf(pid);
    const children = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && !apart.includes(Number(name)))
      .map((name) => ({ name, fields: tryFieldsOf(Number(name)) }))
      .filter(({ fields }) => fields?.[PARENT] === String(pid));
    const times = [
      own.slice(USER, CHILDREN_END),
      ...children.map(({ fields }) => fields!.slice(USER, SYSTEM_END)),
    ];
    return times.flat().reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS;
  } catch {
    return null;
  }
}

// Of /proc/<pid>/stat, counted behind the name: parent, then user and system time, then those of dead children.
const [PARENT, USER, SYSTEM_END, CHILDREN_END] = [1, 11, 13, 15] as const;
const fieldsOf = (pid: number): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};
const tryFieldsOf = (pid: number): string[] | null => {
  try {
    return fieldsOf(pid);
  } catch {
    return null;
  }
};

/** Runs `work` and adds what each of these processes used meanwhile, in microseconds for one of `count`. */
export function meterCpu(pids: Readonly<Record<string, number>>, count: number) {
  const used: Record<string, number> = {};
  const apart = Object.values(pids);
  let rounds = 0;
  return {
    around:
      <Done>(work: () => Promise<Done>) =>
      async (): Promise<Done> => {
        const before = Object.entries(pids).map(([name, pid]) => ({ name, pid, ms: cpuMs(pid, apart) }));
        const done = await work();
        rounds += 1;
        for (const { name, pid, ms } of before)
          used[name] = (used[name] ?? 0) + (cpuMs(pid, apart) ?? Number.NaN) - (ms ?? Number.NaN);
        return done;
      },
    perMessage: (): Record<string, number> =>
      Object.fromEntries(
        Object.entries(used).map(([name, ms]) => [`${name} µs`, Math.round((ms * 1000) / count / rounds)]),
      ),
  };
}
