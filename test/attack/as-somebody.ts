// Authentication, authorisation and requests that another site makes: every address, in every wrong name.
import { createHmac } from 'node:crypto';
import type { Closable } from '../../core/tenants/roles.ts';
import { BODIES } from '../api-bodies.ts';
import { type Attack, unless } from './attack.ts';
import { type Address, type Headers, SECRET, type Target } from './target.ts';

const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const soon = () => Math.floor(Date.now() / 1000) + 600;

/** Who nobody is. */
const nobodies = ({ tenant }: Target): Record<string, Headers> => {
  const claims = b64({ iss: tenant.slug, sub: 'admin@example.com', exp: soon() });
  const head = b64({ alg: 'HS256', typ: 'JWT' });
  const forged = createHmac('sha256', 'a guess').update(`${head}.${claims}`).digest('base64url');
  return {
    'without anything': {},
    'with an invented session': { cookie: 'refrain_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
    'with SQL for a session': { cookie: "refrain_session=' or 1=1 --" },
    'with an invented token': { authorization: 'Bearer refrain_AAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
    'with an empty token of the machine': { authorization: 'Bearer undefined' },
    'with an unsigned identity': { authorization: `Bearer ${b64({ alg: 'none' })}.${claims}.` },
    'with an identity signed by a guess': { authorization: `Bearer ${head}.${claims}.${forged}` },
    'as basic authentication': { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` },
  };
};

const bodyOf = ({ name }: Address) => (BODIES[name] ? { payload: BODIES[name] } : {});

export function authentication(target: Target): Attack[] {
  return Object.entries(nobodies(target)).flatMap(([who, headers]) =>
    target.addresses.map((address) => ({
      kind: 'authentication',
      name: `${address.name} ${who}`,
      run: async () =>
        unless(
          await target.send({
            method: address.method,
            url: target.urlOf(address),
            headers,
            ...bodyOf(address),
          }),
          401,
        ),
    })),
  );
}

/** What takes more than the right to read, and what only a person at the page may do. */
const NEEDS_PERSON = [
  'POST /api/v1/approvals/{id}',
  'POST /api/v1/campaigns/{id}/approval',
  'POST /api/v1/standing-approvals',
  'POST /api/v1/users',
  'PATCH /api/v1/users/{id}',
  'DELETE /api/v1/users/{id}/factors',
  'POST /api/v1/invitations',
  'POST /api/v1/sign-in-links',
  'POST /api/v1/tokens',
  'PATCH /api/v1/settings',
  'POST /api/v1/roles',
  'POST /api/v1/delegations',
  'POST /api/v1/webhook-endpoints',
  'POST /api/v1/workspace/end',
  'DELETE /api/v1/workspace/end',
  'GET /api/v1/workspace/export',
  'PUT /api/v1/roles/{id}',
  'PATCH /api/v1/webhook-endpoints/{id}',
  'PUT /api/v1/password',
  'POST /api/v1/totp',
  'POST /api/v1/passkeys/options',
  'POST /api/v1/elevation',
  'GET /api/v1/sessions',
];
const ADMINS = [
  ...['POST /api/v1/users', 'PATCH /api/v1/users/{id}', 'POST /api/v1/invitations', 'PATCH /api/v1/settings'],
  ...[
    'POST /api/v1/accounts',
    'POST /api/v1/surfaces',
    'POST /api/v1/roles',
    'POST /api/v1/webhook-endpoints',
  ],
  ...[
    'GET /api/v1/audit',
    'GET /api/v1/audit/export',
    'DELETE /api/v1/users/{id}/factors',
    'GET /api/v1/webhook-endpoints',
  ],
  ...['GET /api/v1/workspace/keys', 'GET /api/v1/workspace/export', 'POST /api/v1/workspace/end'],
  ...['DELETE /api/v1/workspace/end', 'PUT /api/v1/roles/{id}', 'PATCH /api/v1/webhook-endpoints/{id}'],
  ...['DELETE /api/v1/webhook-endpoints/{id}', 'DELETE /api/v1/roles/{id}', 'GET /api/v1/widget/key'],
];

export async function authorisation(target: Target): Promise<Attack[]> {
  const [viewer, analyst, manager, approver] = [
    await target.person('viewer'),
    await target.person('analyst'),
    await target.person('manager'),
    await target.person('approver'),
  ];
  const named = (names: readonly string[]) => target.addresses.filter(({ name }) => names.includes(name));
  const everything = target.addresses.filter(({ area }) => area !== 'sign-in' && area !== 'server');
  const closed = [...new Set(everything.map(({ area }): Closable => `area:${area}`))];
  const reading = await target.person('admin', { rights: ['read'] });
  const shut = await target.person('admin', { closed });
  // What is not there is told to who may read; it is nothing that they could do.
  const tries = (who: string, headers: Headers, addresses: readonly Address[]): Attack[] =>
    addresses.map((address) => ({
      kind: 'authorisation',
      name: `${address.name} as ${who}`,
      run: async () =>
        unless(
          await target.send({
            method: address.method,
            url: target.urlOf(address),
            headers,
            ...bodyOf(address),
          }),
          ...(address.path.includes('{') ? [403, 404] : [403]),
        ),
    }));
  const changing = target.addresses.filter(
    ({ name, method }) =>
      method !== 'GET' &&
      /campaigns|customers|segments|imports|brands|fields/.test(name) &&
      !/preview|targeting/.test(name),
  );
  const next = target.addresses.filter(({ path }) => path.includes('{id}'));
  return [
    ...tries('a viewer', viewer, changing),
    ...tries('an analyst', analyst, changing),
    ...tries('a manager', manager, named(ADMINS)),
    ...tries('an approver', approver, named(ADMINS)),
    ...tries('an admin whose own role only reads', reading, [...changing, ...named(ADMINS)]),
    ...tries('an admin whose own role keeps all of it shut', shut, everything),
    ...tries('a script of an admin', target.script, named(NEEDS_PERSON)),
    ...next.map((address) => ({
      kind: 'authorisation',
      name: `${address.name} as the admin next door`,
      async run() {
        const headers = target.neighbour;
        const answer = await target.send({
          method: address.method,
          url: target.urlOf(address),
          headers,
          ...bodyOf(address),
        });
        return answer.statusCode === 200 || answer.body.includes(SECRET)
          ? `answered ${answer.statusCode}`
          : null;
      },
    })),
  ];
}

/** Whatever an approver is refused, found by asking: an admin is, too, without a second proof. */
export async function secondProof(target: Target): Promise<Attack[]> {
  const approver = await target.person('approver');
  const unproven = await target.person('admin', { isProven: false });
  const ask = (address: Address, headers: Headers) =>
    target.send({ method: address.method, url: target.urlOf(address), headers, ...bodyOf(address) });
  const shut: Address[] = [];
  for (const address of target.addresses) {
    if (/sign-out|elevation|chat$|\/follow|totp|passkeys|sessions|password/.test(address.name)) continue;
    const answer = await ask(address, approver);
    if (answer.statusCode === 403) shut.push(address);
  }
  return shut.map((address) => ({
    kind: 'second proof',
    name: `${address.name} as an admin without one`,
    run: async () => unless(await ask(address, unproven), 403),
  }));
}

/** Requests that a page elsewhere makes in the name of an admin who is signed in. */
export async function crossSite(target: Target): Promise<Attack[]> {
  const admin = await target.person('admin');
  const foreign: Record<string, Headers> = {
    'by another site': { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    'by a sister site': { 'sec-fetch-site': 'same-site', origin: 'https://evil.refrain.example' },
    'by an old browser': { origin: 'https://evil.example' },
    'by a frame without a name': { origin: 'null' },
  };
  const writing = target.addresses.filter(({ method }) => method !== 'GET');
  return Object.entries(foreign).flatMap(([how, headers], at) =>
    writing
      .filter((_, n) => at === 0 || n % 4 === at)
      .map((address) => ({
        kind: 'cross-site',
        name: `${address.name} ${how}`,
        run: async () =>
          unless(
            await target.send({
              ...{ method: address.method, url: target.urlOf(address), headers: { ...admin, ...headers } },
              ...bodyOf(address),
            }),
            403,
          ),
      })),
  );
}
