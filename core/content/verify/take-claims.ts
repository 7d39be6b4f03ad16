/** What was read, and the text with spaces in its place. */
export type Found<Claim> = { found: Claim[]; rest: string };

/** Reads whatever has one of these forms, each out of what the ones before it left. */
export function takeAll<Claim>(
  text: string,
  patterns: readonly RegExp[],
  read: (match: RegExpExecArray) => Claim[],
): Found<Claim> {
  const found: Claim[] = [];
  let rest = text;
  for (const form of patterns) {
    const before = found.length;
    form.lastIndex = 0;
    for (let match = form.exec(rest); match; match = form.exec(rest)) found.push(...read(match));
    if (found.length > before) rest = rest.replace(form, (whole) => ' '.repeat(whole.length));
  }
  return { found, rest };
}

export const pattern = (form: string): RegExp => new RegExp(form, 'giu');
