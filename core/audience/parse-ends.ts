/** "from 4 to 10", "at least 11", "at most 3", "exactly 4". */
export function readEnds<T extends string | number>(
  said: string,
  read: (said: string) => T | null,
): { from: T | null; to: T | null } | null {
  const two = /^from (\S+(?: \S+)?) to (\S+(?: \S+)?)$/.exec(said);
  if (two) {
    const [from, to] = [read(two[1]!), read(two[2]!)];
    return from !== null && to !== null ? { from, to } : null;
  }
  const one = /^(at least|at most|exactly) (.+)$/.exec(said);
  const end = one ? read(one[2]!) : null;
  if (!one || end === null) return null;
  return { from: one[1] === 'at most' ? null : end, to: one[1] === 'at least' ? null : end };
}
