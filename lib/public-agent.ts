// Connections to what somebody else named, which nobody can turn against the network that this machine stands in: the
// address that was judged is the one that is called.
import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { isPublicAddress } from './public-address.ts';

/** Other ones in tests: what names resolve to, which addresses are public. */
export type PublicDeps = { lookup?: typeof resolve; isPublic?: (address: string) => boolean };

export class NotPublic extends Error {
  constructor() {
    super('is no public address');
  }
}

export function createPublicAgent(
  { lookup = resolve, isPublic = isPublicAddress }: PublicDeps,
  timeoutMs: number,
) {
  const pinned: LookupFunction = (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '');
      // One that is not public is enough: which of them is called is not ours to say.
      if (found.length === 0 || found.some(({ address }) => !isPublic(address)))
        return done(new NotPublic(), '');
      if (options.all) return done(null, found);
      done(null, found[0]!.address, found[0]!.family);
    });
  const agent = new Agent({
    allowH2: false,
    maxHeaderSize: 16_384,
    connect: { lookup: pinned, timeout: timeoutMs },
  });
  /** A name is judged by what it resolves to; what is written as numbers is never resolved. */
  const demandPublic = ({ hostname }: URL): void => {
    const host = hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) && !isPublic(host)) throw new NotPublic();
  };
  return { agent, demandPublic };
}

export const isPlainHttps = ({ protocol, port, username, password }: URL): boolean =>
  protocol === 'https:' && port === '' && username === '' && password === '';
