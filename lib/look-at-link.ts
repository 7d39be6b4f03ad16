// Whether a page is there, asked in a way that nobody can turn against the network that this machine stands in: HEAD only,
// https only, public addresses only, the address that was judged is the one that is called, each redirect judged anew.
import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import { isPublicAddress } from './public-address.ts';

/** `dead`: the server says that there is no such page; `refused`: it is no place of the open internet. */
export type LinkState = 'alive' | 'dead' | 'unreachable' | 'refused';
export type Looked = { state: LinkState; detail: string };

/** Other ones in tests: what names resolve to, which addresses are public, which pages have a plain address. */
type Deps = {
  lookup?: typeof resolve;
  isPublic?: (address: string) => boolean;
  isPlain?: (url: URL) => boolean;
};

const TIMEOUT_MS = 5000;
const REDIRECTS = 4;
class NotPublic extends Error {}
const NOT_PUBLIC = 'is no public address';

/** Looks at links; never throws for what a server or a name can do. */
export function createLinkLook({
  lookup = resolve,
  isPublic = isPublicAddress,
  isPlain = isPlainHttps,
}: Deps = {}) {
  const pinned: LookupFunction = (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '');
      // One that is not public is enough: which of them is called is not ours to say.
      if (found.length === 0 || found.some(({ address }) => !isPublic(address)))
        return done(new NotPublic(NOT_PUBLIC), '');
      if (options.all) return done(null, found);
      done(null, found[0]!.address, found[0]!.family);
    });
  const agent = new Agent({
    allowH2: false,
    maxHeaderSize: 16_384,
    connect: { lookup: pinned, timeout: TIMEOUT_MS },
  });

  async function look(link: string, left = REDIRECTS): Promise<Looked> {
    const url = URL.parse(link);
    if (!url || !isPlain(url)) return { state: 'refused', detail: 'is not a plain https address' };
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // A name is judged by what it resolves to; what is written as numbers is never resolved.
    if (isIP(host) && !isPublic(host)) return { state: 'refused', detail: NOT_PUBLIC };
    const answer = await request(url, {
      method: 'HEAD',
      dispatcher: agent,
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
      headers: { 'user-agent': 'Refrain link check' },
      signal: AbortSignal.timeout(2 * TIMEOUT_MS),
    });
    await answer.body.dump();
    const { statusCode: status, headers } = answer;
    const next = status >= 300 && status < 400 ? headers.location : undefined;
    if (!next) return judge(status);
    if (left === 0) return { state: 'unreachable', detail: 'redirects again and again' };
    return look(new URL(String(next), url).href, left - 1);
  }

  return {
    look: async (link: string): Promise<Looked> => {
      try {
        return await look(link);
      } catch (error) {
        return explain(error);
      }
    },
    close: () => agent.close(),
  };
}
export type LinkLook = ReturnType<typeof createLinkLook>;

const isPlainHttps = ({ protocol, port, username, password }: URL): boolean =>
  protocol === 'https:' && port === '' && username === '' && password === '';

/** A server that does not like to be asked so is there all the same. */
const judge = (status: number): Looked => {
  if (status === 404 || status === 410) return { state: 'dead', detail: `answers ${status}` };
  if (status >= 500 && status !== 501) return { state: 'unreachable', detail: `answers ${status}` };
  return { state: 'alive', detail: `answers ${status}` };
};

function explain(error: unknown): Looked {
  const all = error instanceof AggregateError ? error.errors : [error];
  const first = all.find((one) => one instanceof NotPublic) ?? all[0];
  const detail = first instanceof Error ? first.message.slice(0, 200) : String(first).slice(0, 200);
  return first instanceof NotPublic
    ? { state: 'refused', detail: NOT_PUBLIC }
    : { state: 'unreachable', detail };
}
