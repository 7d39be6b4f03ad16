import { describe, expect, it } from 'vitest';
import { memoryStandinStore } from '../test/memory-standin-store.ts';
import { openStandinOf } from '../test/open-standin.ts';
import { openVendorWorld } from '../test/open-vendor-world.ts';
import type { VendorReply } from '../test/vendor-server.ts';
import { describeChannel, describeProvider, outgoing } from './contract.suite.ts';
import { createFacebook } from './facebook/index.ts';
import { createLinkedIn } from './linkedin/index.ts';
import { createX } from './x/index.ts';
import { signOAuth } from './x/sign-oauth.ts';

const KEYS = {
  apiKey: 'xvz1evFS4wEEPTGEFPHBog',
  apiKeySecret: 'kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw',
  accessToken: '370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb',
  accessTokenSecret: 'LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE',
};

const PLACES = {
  facebook: {
    create: createFacebook,
    addresses: [{ given: '1234567', canonical: '1234567' }],
    invalid: ['ann', '0123456', 'https://facebook.com/1234567'],
    provider: 'graph',
    api: 'metaApi',
    settings: { pageId: '1234567', accessToken: 'EAA' },
    page: '1234567',
    taken: (made: number) => ({ status: 200, body: { id: `1234567_${made}` } }),
    textOf: (body: string) => JSON.parse(body).message,
  },
  x: {
    create: createX,
    addresses: [{ given: '@BrightRooms', canonical: '@brightrooms' }],
    invalid: ['BrightRooms', '@a-b', '@abcdefghijklmnop', '@อาทิตย์'],
    provider: 'posts-api',
    api: 'xApi',
    settings: { account: 'BrightRooms', ...KEYS },
    page: '@brightrooms',
    taken: (made: number) => ({ status: 201, body: { data: { id: `19${made}`, text: 'x' } } }),
    textOf: (body: string) => JSON.parse(body).text,
  },
  linkedin: {
    create: createLinkedIn,
    addresses: [
      { given: '5515715', canonical: 'urn:li:organization:5515715' },
      { given: 'urn:li:organization:5515715', canonical: 'urn:li:organization:5515715' },
    ],
    invalid: ['urn:li:person:abc', 'bright-rooms', '12'],
    provider: 'posts-api',
    api: 'linkedinApi',
    settings: { organizationId: '5515715', accessToken: 'AQ' },
    page: 'urn:li:organization:5515715',
    taken: (made: number) => ({ status: 201, headers: { 'x-restli-id': `urn:li:share:${made}` } }),
    textOf: (body: string) => JSON.parse(body).commentary.replace(/\\(.)/gs, '$1'),
  },
} as const;
const NAMES = Object.keys(PLACES) as (keyof typeof PLACES)[];

function open(name: keyof typeof PLACES, said?: VendorReply) {
  const { create, provider: key, api, settings, taken, textOf, page } = PLACES[name];
  const ids: string[] = [];
  return openVendorWorld({
    open: (baseUrl) => {
      const provider = create({ ...memoryStandinStore(), [api]: baseUrl }).providers[key]!;
      const sender = provider.open(provider.settings.parse(settings));
      return {
        ...sender,
        send(messages) {
          ids.push(...messages.map(({ messageId }) => messageId));
          return sender.send(messages);
        },
      };
    },
    answer: (made) => said ?? taken(made),
    // A place is told no id of ours; one post follows the other.
    read: ({ body }) => ({ messageId: ids.shift()!, to: page, content: { text: textOf(body) } }),
  });
}

for (const name of NAMES) {
  const { create, addresses, invalid, page } = PLACES[name];
  describeChannel({ channel: create(memoryStandinStore()), addresses, invalid });
  describeProvider({
    name: `${name} standin`,
    isIdempotent: true,
    address: () => page,
    open: () => openStandinOf(create),
  });
  describeProvider({
    name: `${name} ${PLACES[name].provider}`,
    isIdempotent: false,
    address: () => page,
    open: () => open(name),
    carries: ({ text }) => ({ text }),
  });
}

describe('a post', () => {
  it.each(NAMES)('on %s is read by everybody, and goes on the account’s own page only', async (name) => {
    const { create, page } = PLACES[name];
    expect(create(memoryStandinStore()).capabilities.isPublic).toBe(true);
    const world = await open(name);
    const [own, other] = [outgoing(page), outgoing('another page')];
    const results = await world.sender.send([other, own]);
    expect(results).toMatchObject([{ outcome: 'rejected', code: 'another_page' }, { outcome: 'submitted' }]);
    expect(world.requests).toHaveLength(1);
    await world.close();
  });

  it.each<[keyof typeof PLACES, VendorReply, object]>([
    [
      'facebook',
      { status: 400, body: { error: { code: 190, message: 'ended' } } },
      { outcome: 'retry', code: 'auth' },
    ],
    [
      'facebook',
      { status: 400, body: { error: { code: 506, message: 'again' } } },
      { outcome: 'rejected', code: '506' },
    ],
    ['x', { status: 403, body: { detail: 'duplicate content' } }, { outcome: 'rejected', code: '403' }],
    ['x', { status: 403, body: { detail: 'not permitted' } }, { outcome: 'retry', code: 'auth' }],
    ['x', { status: 429, body: {} }, { outcome: 'retry', retryAfterMs: 900_000 }],
    ['linkedin', { status: 401, body: { message: 'expired' } }, { outcome: 'retry', code: 'auth' }],
    ['linkedin', { status: 422, body: { message: 'duplicate' } }, { outcome: 'rejected', code: '422' }],
    ...NAMES.flatMap((name): [keyof typeof PLACES, VendorReply, object][] => [
      [name, { status: 502 }, { outcome: 'unknown' }],
      [name, 'accept_then_silence', { outcome: 'unknown' }],
    ]),
  ])('on %s that was answered with %j', async (name, answer, result) => {
    const world = await open(name, answer);
    expect((await world.sender.send([outgoing(PLACES[name].page)]))[0]).toMatchObject(result);
    await world.close();
  });

  it('is signed for X as its own example is', () => {
    const header = signOAuth({
      method: 'POST',
      url: 'https://api.twitter.com/1.1/statuses/update.json',
      keys: KEYS,
      parameters: { status: 'Hello Ladies + Gentlemen, a signed OAuth request!', include_entities: 'true' },
      drawn: { nonce: 'kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg', at: new Date(1_318_622_958_000) },
    });
    expect(header).toContain(`oauth_signature="${encodeURIComponent('hCtSmYh+iHYCEqBWrE7C7hYmtUk=')}"`);
  });
});
