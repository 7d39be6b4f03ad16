// What requests carry: injection, more than was asked for, sizes, paths.
import { BODIES } from '../api-bodies.ts';
import { type Attack, answered, unless } from './attack.ts';
import type { Address, Target } from './target.ts';

const TEXTS: Record<string, string> = {
  SQL: "x'; drop table customers; --",
  'SQL that waits': "x' || pg_sleep(3) || '",
  'SQL by union': "' union select password_hash from users --",
  Liquid: '{{ 123457 | times: 1000003 }}{% include "/etc/passwd" %}',
  'a template of JavaScript': '$'.concat('{123457*1000003}'),
  HTML: '<img src=x onerror=alert(1)><script>alert(1)</script>',
  'a header': 'x\r\nSet-Cookie: refrain_session=evil\r\n\r\n',
  'a spreadsheet formula': '=HYPERLINK("https://evil.example")',
  'a zero byte': 'x\u0000y',
  'half a sign': 'x\ud800y',
  'a prototype': '__proto__',
};

/** Every text of a body, one after the other, replaced. */
function* replaced(body: unknown, text: string): Generator<unknown> {
  if (typeof body === 'string') yield text;
  if (Array.isArray(body))
    for (const [at, item] of body.entries())
      for (const one of replaced(item, text)) yield body.map((other, n) => (n === at ? one : other));
  else if (body && typeof body === 'object')
    for (const [key, item] of Object.entries(body))
      for (const one of replaced(item, text)) yield { ...body, [key]: one };
}

export async function injection(target: Target): Promise<Attack[]> {
  const manager = await target.person('manager');
  const writing = target.addresses.filter(
    ({ name }) => BODIES[name] && !/chat|elevation|sign-out|password/.test(name),
  );
  const reading = target.addresses.filter(({ method, path }) => method === 'GET' && !path.includes('{'));
  const judge = async (address: Address, request: { url: string; payload?: object }, text: string) => {
    const began = performance.now();
    const answer = await target.send({ method: address.method, headers: manager, ...request });
    if (answer.statusCode >= 500) return answered(answer);
    if (performance.now() - began > 2900 && text.includes('pg_sleep')) return 'the database waited';
    if (answer.headers['set-cookie']?.includes('evil')) return 'a header was set';
    return /123457370371|\$argon2|root:x:0/.test(answer.body) && !answer.body.includes(text.slice(0, 8))
      ? answered(answer)
      : null;
  };
  return Object.entries(TEXTS).flatMap(([what, text], turn) => [
    ...writing.flatMap((address) =>
      [...replaced(BODIES[address.name], text)]
        .filter((_, n) => n % 3 === turn % 3)
        .map((payload) => ({
          kind: 'injection',
          name: `${address.name} with ${what}`,
          run: () => judge(address, { url: target.urlOf(address), payload: payload as object }, text),
        })),
    ),
    ...reading.map((address) => ({
      kind: 'injection',
      name: `${address.name}?… with ${what}`,
      run: () =>
        judge(
          address,
          {
            url: `${address.path}?search=${encodeURIComponent(text.toWellFormed())}&limit=1&sort=${encodeURIComponent(text.toWellFormed())}`,
          },
          text,
        ),
    })),
  ]);
}

/** Fields that are not the caller's to set. */
export async function massAssignment(target: Target): Promise<Attack[]> {
  const manager = await target.person('manager');
  const extras: Record<string, unknown>[] = [
    { tenantId: '00000000-0000-0000-0000-000000000000', id: target.ids.campaigns },
    { role: 'admin', rights: null, customRoleId: null },
    { status: 'approved', decidedBy: target.ids.users, approvedAt: '2026-11-21T00:00:00Z' },
    JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"role":"admin"}}}'),
  ];
  const writing = target.addresses.filter(
    ({ name }) =>
      BODIES[name] && /campaigns|segments|customers|replies|conversations|templates|tokens/.test(name),
  );
  return writing.flatMap((address) =>
    extras.map((extra) => ({
      kind: 'mass assignment',
      name: `${address.name} with ${Object.keys(extra).join(', ')}`,
      async run() {
        const payload = { ...BODIES[address.name], ...extra };
        const answer = await target.send({
          method: address.method,
          url: target.urlOf(address),
          headers: manager,
          payload,
        });
        return answer.statusCode >= 500 ? answered(answer) : null;
      },
    })),
  );
}

const PATHS = [
  '/../package.json',
  '/..%2fpackage.json',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%5c..%5cpackage.json',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/assets/....//....//package.json',
  '//etc/passwd',
  '/%00/etc/passwd',
  '/.env',
  '/.git/config',
  '/server.ts',
  '/node_modules/fastify/package.json',
  '/api/v1/../../.env',
  '/api/v1//me',
  '/api/v1/me;x=1',
  '/api/v1/%6de',
  '/API/V1/ME',
  '/api/v1/me/',
  '/api/v1/customers/../me',
  '/api/v1/campaigns/%2e%2e%2fme',
  '/metrics',
  '/sign-in/..%2fapi%2fv1%2fme',
  '/webhooks/../api/v1/me',
];

export const paths = (target: Target): Attack[] =>
  PATHS.flatMap((url) =>
    (['GET', 'POST'] as const).map((method) => ({
      kind: 'paths',
      name: `${method} ${url}`,
      async run() {
        const answer = await target.send({ method, url });
        const isLeaking = /"dependencies"|root:x:0|REFRAIN_SECRET|\[core\]|openRefrain|workspace"/.test(
          answer.body,
        );
        return isLeaking || answer.statusCode >= 500 ? answered(answer) : null;
      },
    })),
  );

/** Too much, too deep, or something else than it says. */
export async function oversized(target: Target): Promise<Attack[]> {
  const manager = await target.person('manager');
  const url = '/api/v1/campaigns';
  const json = { ...manager, 'content-type': 'application/json' };
  const deep = `${'{"all":['.repeat(50_000)}${']}'.repeat(50_000)}`;
  const tries: [string, object, number[]][] = [
    ['two megabytes', { payload: JSON.stringify({ name: 'x'.repeat(2_000_000) }), headers: json }, [413]],
    [
      'a name of half a megabyte',
      { payload: { name: 'x'.repeat(500_000), type: 'renewal' }, headers: manager },
      [400],
    ],
    [
      'fifty thousand levels',
      { payload: `{"name":"x","type":"renewal","filter":${deep}}`, headers: json },
      [400, 413],
    ],
    [
      'a hundred thousand fields',
      {
        payload: Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`f${n}`, 1])),
        headers: manager,
      },
      [400, 413],
    ],
    ['half a JSON', { payload: '{"name":', headers: json }, [400]],
    [
      'XML',
      {
        payload: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
        headers: { ...manager, 'content-type': 'application/xml' },
      },
      [415],
    ],
    [
      'a form',
      {
        payload: 'name=x&type=renewal',
        headers: { ...manager, 'content-type': 'application/x-www-form-urlencoded' },
      },
      [415],
    ],
    [
      'plain text',
      { payload: '{"name":"x","type":"renewal"}', headers: { ...manager, 'content-type': 'text/plain' } },
      [400, 415],
    ],
    [
      'a long key',
      {
        payload: { name: 'x', type: 'renewal' },
        headers: { ...manager, 'idempotency-key': 'x'.repeat(300) },
      },
      [400],
    ],
  ];
  return [
    ...tries.map(([name, request, statuses]) => ({
      kind: 'oversized',
      name,
      run: async () => unless(await target.send({ method: 'POST', url, ...request }), ...statuses),
    })),
    ...[60, 600].map((n) => ({
      kind: 'oversized',
      name: `a filter of ${n} levels`,
      async run() {
        const filter = JSON.parse(`${'{"not":'.repeat(n)}{"all":[]}${'}'.repeat(n)}`) as object;
        const answer = await target.send({
          method: 'POST',
          url: '/api/v1/targeting/audience',
          headers: manager,
          payload: { filter },
        });
        return unless(answer, 400);
      },
    })),
  ];
}
