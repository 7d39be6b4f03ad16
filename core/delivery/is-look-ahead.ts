/** What is known of a request for a tracked link or picture. */
export type Look = {
  method: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Since the message was handed over, by our clock; null when that is not known. */
  ageMs: number | null;
};

// A person needs longer than this to get a mail, open it and click; security gateways try the links at once.
const TOO_SOON_MS = 3_000;
const MACHINES =
  /bot\b|crawl|spider|preview|scan|monitor|proofpoint|mimecast|barracuda|safelinks|headless|curl|wget|python|okhttp|go-http|java\/|^$/i;

/**
 * Whether a machine looked ahead rather than a person: it says so (Sec-Purpose, Purpose), asks for the head only, names
 * itself no browser, or comes sooner than anybody could. Mail programs that fetch pictures through a proxy of theirs
 * count as their readers: nothing tells the two apart.
 */
export function isLookAhead({ method, headers, ageMs }: Look): boolean {
  if (method === 'HEAD') return true;
  const said = [headers['sec-purpose'], headers.purpose, headers['x-purpose'], headers['x-moz']];
  if (said.some((word) => /prefetch|preview|prerender/i.test(String(word ?? '')))) return true;
  const agent = String(headers['user-agent'] ?? '');
  if (MACHINES.test(agent) && !/GoogleImageProxy|YahooMailProxy/i.test(agent)) return true;
  return ageMs !== null && ageMs < TOO_SOON_MS;
}
