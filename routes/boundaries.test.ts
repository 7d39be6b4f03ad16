import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChannels } from '../channels/index.ts';
import type { AskAnswer } from '../core/ask-answer.ts';
import { newId } from '../lib/ids.ts';
import { BODIES } from '../test/api-bodies.ts';
import { makeOneOfEach } from '../test/one-of-each.ts';
import { agentThatSays, openTestServer, type TestServer, type Voice } from '../test/server.ts';
import { startVendor } from '../test/vendor-server.ts';
import { ELSEWHERE, type Way, waysToSucceed } from '../test/ways-to-succeed.ts';

const SECRET = 'Secret Garden Hotel';

const nothing = { questions: [], campaign: null, audience: null, previews: [], approval: null };
const NOTHING_TO_SAY: AskAnswer = { thread: newId(), reply: 'Nothing.', ...nothing };

/** Whoever does it is not signed in any more, or has other proofs. */
const LAST = [
  'POST /api/v1/sign-out',
  'DELETE /api/v1/elevation',
  'DELETE /api/v1/totp',
  'PUT /api/v1/password',
];
const SIGN_OUT = 'POST /api/v1/sign-out';
/** What everybody may do: it is about themselves, changes nothing, or asks the agent, which acts with their rights. */
const OWN = [
  SIGN_OUT,
  'PATCH /api/v1/me',
  'POST /api/v1/tokens',
  'PUT /api/v1/password',
  'POST /api/v1/totp',
  'POST /api/v1/totp/confirmation',
  'DELETE /api/v1/totp',
  'POST /api/v1/passkeys/options',
  'POST /api/v1/passkeys',
  'DELETE /api/v1/passkeys/{id}',
  'POST /api/v1/elevation/options',
  'POST /api/v1/elevation',
  'DELETE /api/v1/elevation',
  'DELETE /api/v1/sessions/{id}',
  'DELETE /api/v1/sessions',
  'DELETE /api/v1/delegations/{id}',
  'DELETE /api/v1/tokens/{id}',
  'POST /api/v1/surface-links/code',
  'DELETE /api/v1/surface-links/{id}',
  'POST /api/v1/chat',
  'POST /api/v1/replies/triage',
  'POST /api/v1/audience',
  'POST /api/v1/content/generate',
  'POST /api/v1/ai/suggest-segment',
  'POST /api/v1/ai/optimize-segment',
  'POST /api/v1/ai/generate-campaign',
];
/** Counting and explaining: reads, by whoever may read, although a filter comes in a body. */
const isOwn = (name: string) =>
  OWN.includes(name) || name.startsWith('POST /api/v1/targeting/') || name.endsWith('/segments/preview');

type Address = { name: string; method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'; path: string };
let vendor: Awaited<ReturnType<typeof startVendor>>;
let server: TestServer;
let addresses: Address[];
/** What the first workspace has, by the first word of the address. */
let ours: Record<string, string>;

beforeAll(async () => {
  vendor = await startVendor(() => ({ status: 200, body: { id: '7', status: 'PENDING', data: [] } }));
  server = await openTestServer({
    channels: createChannels({
      store: { accept: async () => {}, find: async () => new Set() },
      metaApi: vendor.url,
    }),
    agent: agentThatSays([{ type: 'done', answer: NOTHING_TO_SAY }]),
    invitations: { domains: ['example.com'], send: async () => {} },
  });
  const { paths } = (await server.anonymous.get('/openapi.json')).json();
  addresses = Object.entries(paths as Record<string, object>)
    .flatMap(([path, item]) =>
      Object.keys(item).map((verb) => ({ path, method: verb.toUpperCase() as Address['method'] })),
    )
    .map((address) => ({ ...address, name: `${address.method} ${address.path}` }))
    .filter(({ path }) => !/\/(health|ready)$/.test(path));
  ours = await makeOneOfEach(server, SECRET);
});
afterAll(async () => {
  await server.close();
  await vendor.stop();
});

const ask = (voice: Voice, { name, method, path }: Address, way: Way = {}) => {
  const [, , , kind = ''] = path.split('/');
  const url = path
    .replace('{id}', ours[kind] ?? newId())
    .replace('{customerId}', ours.customers ?? newId())
    .replace('{contactId}', newId())
    .replace(/\{(?:from|to)\}/gu, '1');
  const payload = BODIES[name];
  return voice.send({ method, url, ...(payload ? { payload } : {}), ...way });
};

describe('every address of the API', () => {
  it('is known to these tests', () => {
    expect(addresses.length).toBeGreaterThan(15);
    const writing = addresses.filter(({ method }) => ['POST', 'PATCH', 'PUT'].includes(method));
    expect(writing.map(({ name }) => name).sort()).toEqual(Object.keys(BODIES).sort());
    const kinds = addresses.filter(({ path }) => path.includes('{id}')).map(({ path }) => path.split('/')[3]);
    expect([...new Set(kinds)].sort()).toEqual(Object.keys(ours).sort());
  });

  it('answers nobody', async () => {
    for (const address of addresses) {
      const answer = await ask(server.anonymous, address);
      expect([address.name, answer.statusCode, answer.json().error.code]).toEqual([
        address.name,
        401,
        'auth:required',
      ]);
    }
  });

  it('lets a viewer look and change nothing', async () => {
    const viewer = await server.signIn('viewer');
    for (const address of addresses.filter(({ method, name }) => method !== 'GET' && !isOwn(name))) {
      const answer = await ask(viewer, address);
      expect([address.name, answer.statusCode, answer.json().error.code]).toEqual([
        address.name,
        403,
        'auth:forbidden',
      ]);
    }
  });

  it('knows nothing of another workspace, not even for its admin', async () => {
    const { voice: lasting } = await server.neighbour('admin');
    const { voice: leaving } = await server.neighbour('admin');
    for (const address of addresses) {
      const answer = await ask(LAST.includes(address.name) ? leaving : lasting, address);
      expect([address.name, answer.body]).toEqual([address.name, expect.not.stringContaining(SECRET)]);
      if (!address.path.includes('{id}')) continue;
      expect([address.name, answer.statusCode]).toEqual([address.name, 404]);
    }
    const unchanged = await (await server.signIn('viewer')).get(`/api/v1/campaigns/${ours.campaigns}`);
    expect(unchanged.json()).toMatchObject({ name: SECRET, version: 1 });
  });

  it('succeeds for whoever may, and what is posted twice under one key is done once', async () => {
    const admin = await server.signIn('admin');
    const ways = waysToSucceed(server, ours, admin);
    const order = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
    const rank = ({ name, method }: Address) => (LAST.includes(name) ? 9 : order.indexOf(method));
    const failed: [string, number, string][] = [];
    for (const address of addresses.toSorted((a, b) => rank(a) - rank(b))) {
      const { name, method } = address;
      if (name in ELSEWHERE) continue;
      const voice = LAST.includes(name) ? await server.signIn('admin') : admin;
      const way = (await ways[name]?.(voice)) ?? {};
      const keyed = method === 'POST' ? { headers: { ...way.headers, 'idempotency-key': name } } : {};
      const once = () => ask(voice, address, { ...way, ...keyed });
      const answer = await once();
      if (answer.statusCode >= 300) failed.push([name, answer.statusCode, answer.body]);
      if (method !== 'POST' || name === SIGN_OUT) continue;
      const again = await once();
      const isSame = again.headers['idempotency-replayed'] === 'true' && again.body === answer.body;
      if (!isSame) failed.push([`${name}, again`, again.statusCode, again.body]);
    }
    expect(failed).toEqual([]);
  });

  it('succeeds where that is named, else', () => {
    for (const [name, file] of Object.entries(ELSEWHERE)) {
      expect(addresses.map((address) => address.name)).toContain(name);
      expect(readFileSync(file, 'utf8')).toContain(name.split('/').at(-1));
    }
  });
});
