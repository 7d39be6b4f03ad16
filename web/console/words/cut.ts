/** A text cut where the sticky pattern fits outside quotation marks and brackets; what fitted stands between. */
export function cut(text: string, joint: RegExp): string[] {
  const parts: string[] = [];
  let [depth, from, at] = [0, 0, 0];
  while (at < text.length) {
    const sign = text[at]!;
    if (sign === '“' || sign === '(') depth += 1;
    if (sign === '”' || sign === ')') depth -= 1;
    joint.lastIndex = at;
    const found = depth === 0 ? joint.exec(text) : null;
    if (!found) {
      at += 1;
      continue;
    }
    parts.push(text.slice(from, at), found[0]);
    at += found[0].length;
    from = at;
  }
  return [...parts, text.slice(from)];
}

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 1)),
);
const MONTH = new RegExp(`\\b(${MONTHS.join('|')})(?: (\\d{4}))?\\b`, 'g');
/** "1–31 October 2027", "15 December 2026 – 15 January 2027", "23 November 2026, 10:00". */
const DAYS = new RegExp(
  `^(?:(?:\\d{1,2}(?:–\\d{1,2})? )?(?:${MONTHS.join('|')})(?: \\d{4})?(?: – |, | at )?(?:\\d\\d:\\d\\d)?)+$`,
);

/** Says days that are written out in English as the locale does, its calendar included; null for what is none. */
export function dayForm(locale: string): (text: string) => string | null {
  const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const year = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' });
  const yearOf = (day: number) => year.formatToParts(day).find(({ type }) => type === 'year')?.value ?? '';
  return (text) =>
    DAYS.test(text)
      ? text.replace(MONTH, (_, name: string, digits?: string) => {
          const first = Date.UTC(digits ? Number(digits) : 2026, MONTHS.indexOf(name), 1);
          return digits ? `${month.format(first)} ${yearOf(first)}` : month.format(first);
        })
      : null;
}
