// Whether a page is there, asked in a way that nobody can turn against the network that this machine stands in: HEAD only,
// https only, public addresses only, the address that was judged is the one that is called, each redirect judged anew.
import { request } from 'undici';
import { createPublicAgent, isPlainHttps, NotPublic, type PublicDeps } from './public-agent.ts';

/** `dead`: the server says that there is no such page; `refused`: it is no place of the open internet. */
export type LinkState = 'alive' | 'dead' | 'unreachable' | 'refused';
export type Looked = { state: LinkState; detail: string };

/** Other ones in tests: what names resolve to, which addresses are public, which pages have a plain address. */
type Deps = PublicDeps & {
  isPlain?: (url: URL) => boolean;
};

const TIMEOUT_MS = 5000;
const REDIRECTS = 4;

/** Looks at links; never throws for what a server or a name can do. */
export function createLinkLook({ isPlain = isPlainHttps, ...deps }: Deps = {}) {
  const { agent, demandPublic } = createPublicAgent(deps, TIMEOUT_MS);

  async function look(link: string, left = REDIRECTS): Promise<Looked> {
    const url = URL.parse(link);
    if (!url || !isPlain(url)) return { state: 'refused', detail: 'is not a plain https address' };
    demandPublic(url);
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
  return first instanceof NotPublic ? { state: 'refused', detail } : { state: 'unreachable', detail };
}
