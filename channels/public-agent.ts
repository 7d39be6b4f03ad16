// Connections to addresses that a workspace gave: to the public Internet only, so that nobody makes us knock at our
// own neighbours' doors. What is checked is the number that is connected to, not the name that was read before.

import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent } from 'undici';

export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

const refused = (host: string) =>
  Object.assign(new Error(`${host} is no public address.`), { code: 'ENOTFOUND' });

export const publicLookup: LookupFunction = (host, options, done) => {
  resolve(host, { ...options, all: true }, (error, found) => {
    const open = error ? [] : found.filter(({ address }) => isPublicAddress(address));
    if (error || open.length === 0) done(error ?? refused(host), [], 0);
    else if (options.all) done(null, open);
    else done(null, open[0]!.address, open[0]!.family);
  });
};

/** A name that is a number already is looked up by nobody. */
export function openPublicAgent(): Agent {
  return new Agent({
    allowH2: false,
    pipelining: 1,
    maxResponseSize: 2 ** 20,
    connect: { lookup: publicLookup },
  });
}

export const isPublicHost = (hostname: string): boolean => {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? bare !== 'localhost' && bare.includes('.') : isPublicAddress(bare);
};
