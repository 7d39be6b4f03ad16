// Whoever looks through their sessions knows them as "Chrome on a Mac", not by what a browser calls itself.
// The order counts: Edge says "Chrome" too, Chrome says "Safari", and Android "Linux".
const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Macintosh', 'Mac'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const;

const first = (known: typeof BROWSERS | typeof SYSTEMS, userAgent: string) =>
  known.find(([sign]) => userAgent.includes(sign))?.[1];

/** A browser and its system out of how it introduces itself; that itself where neither is known. */
export function deviceWords(userAgent: string): string {
  const browser = first(BROWSERS, userAgent);
  const system = first(SYSTEMS, userAgent);
  return [browser, system].filter(Boolean).join(', ') || userAgent;
}
