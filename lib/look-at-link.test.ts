import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLinkLook } from './look-at-link.ts';
import { isPublicAddress } from './public-address.ts';

let server: Server;
let port: number;
const asked: string[] = [];
const answers: Record<string, [number, Record<string, string>?]> = {
  '/there': [200],
  '/gone': [410],
  '/missing': [404],
  '/broken': [503],
  '/no-head': [405],
  '/moved': [301, { location: '/there' }],
  '/moved-away': [302, { location: '/missing' }],
  '/inward': [302, { location: 'http://inside.example/there' }],
  '/numbers': [302, { location: 'http://169.254.169.254/latest/meta-data/' }],
  '/round': [302, { location: '/round' }],
};

beforeAll(async () => {
  server = createServer((request, reply) => {
    asked.push(`${request.method} ${request.headers.host} ${request.url}`);
    const [status, headers] = answers[request.url ?? ''] ?? [404];
    reply.writeHead(status, headers).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((done) => server.close(done)));

/** Names that resolve to this machine: "outside" is taken for a public place, "inside" is not. */
const names: Record<string, string> = { 'outside.example': '127.0.0.1', 'inside.example': '127.0.0.2' };
const open = () =>
  createLinkLook({
    isPlain: () => true,
    isPublic: (address) => address === '127.0.0.1',
    lookup: ((host: string, _options: object, done: (...all: unknown[]) => void) => {
      const address = names[host];
      if (!address)
        return done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }));
      done(null, [{ address, family: 4 }]);
    }) as never,
  });

describe('a page', () => {
  it.each([
    ['/there', 'alive'],
    ['/no-head', 'alive'],
    ['/moved', 'alive'],
    ['/gone', 'dead'],
    ['/missing', 'dead'],
    ['/moved-away', 'dead'],
    ['/broken', 'unreachable'],
    ['/round', 'unreachable'],
    ['/inward', 'refused'],
    ['/numbers', 'refused'],
  ])('%s is %s, asked by HEAD only', async (path, state) => {
    asked.length = 0;
    const links = open();
    expect(await links.look(`http://outside.example:${port}${path}`)).toMatchObject({ state });
    await links.close();
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every((line) => line.startsWith(`HEAD outside.example:${port} /`))).toBe(true);
  });

  it('whose name resolves to what is not public, or to nothing, is not asked', async () => {
    asked.length = 0;
    const links = open();
    expect(await links.look(`http://inside.example:${port}/there`)).toMatchObject({ state: 'refused' });
    expect(await links.look(`http://nobody.example:${port}/there`)).toMatchObject({ state: 'unreachable' });
    await links.close();
    expect(asked).toEqual([]);
  });

  it.each([
    'http://www.example.org/',
    'https://www.example.org:8443/',
    'https://me:secret@www.example.org/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[64:ff9b::a00:1]/',
    'https://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    'gopher://www.example.org/',
    'not an address',
  ])('at %s is refused unasked', async (url) => {
    const lookup = (() => {
      throw new Error('was resolved');
    }) as never;
    const links = createLinkLook({ lookup });
    expect(await links.look(url)).toMatchObject({ state: 'refused' });
    await links.close();
  });
});

it.each([
  ['93.184.215.14', true],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['2002:7f00:1::', false],
  ['2001:0:53aa::', false],
  ['::ffff:8.8.8.8', false],
  ['example.com', false],
])('%s is public: %s', (address, is) => {
  expect(isPublicAddress(address)).toBe(is);
});
