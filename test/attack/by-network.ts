// Time that never ends, and addresses of the inside.
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { type Attack, answered } from './attack.ts';
import type { Target } from './target.ts';

/** A body that never ends: the server hangs up rather than wait. Only where it has a time of its own for tests. */
export function slow(target: Target, limitMs: number): Attack[] {
  const begin = 'POST /api/v1/campaigns HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
  const starts = {
    'half a head': 'POST /api/v1/camp',
    'a head and no body': `${begin}Content-Length: 9\r\n\r\n`,
    'a body byte by byte': `${begin}Content-Length: 99\r\n\r\n{`,
  };
  return Object.entries(starts).map(([name, start]) => ({
    kind: 'slow',
    name,
    async run() {
      target.made.requests += 1;
      const { port } = target.app.server.address() as AddressInfo;
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {});
      socket.write(start);
      const drip = setInterval(() => socket.write(' '), limitMs / 5);
      const closed = new Promise<null>((resolve) => socket.on('close', () => resolve(null)));
      const late = new Promise<string>((resolve) =>
        setTimeout(resolve, 40 * limitMs + 4000, 'it waited').unref(),
      );
      socket.resume();
      const why = await Promise.race([closed, late]);
      clearInterval(drip);
      socket.destroy();
      return why;
    },
  }));
}

const INSIDE = [
  '127.0.0.1',
  'localhost',
  '[::1]',
  '0.0.0.0',
  '169.254.169.254',
  '10.0.0.1',
  '192.168.0.1',
  '2130706433',
  '0x7f.1',
  '[::ffff:127.0.0.1]',
  'metadata.google.internal',
];

/** Addresses of the inside wherever an address is taken; a server on this machine hears whether anybody comes. */
export async function insideAddresses(target: Target): Promise<{ attacks: Attack[]; close(): void }> {
  const admin = await target.person('admin');
  let visits = 0;
  const canary = createServer((_, response) => {
    visits += 1;
    response.end('root:x:0');
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  const { port } = canary.address() as AddressInfo;
  const places = INSIDE.flatMap((host) => [
    `http://${host}:${port}/`,
    `https://${host}/`,
    `https://${host}:${port}/`,
  ]);
  const take = (url: string): [string, 'POST' | 'PATCH', object][] => [
    ['/api/v1/webhook-endpoints', 'POST', { url, events: ['*'] }],
    ['/api/v1/settings', 'PATCH', { branding: { logo: { url, alternative: 'x' } } }],
    ['/api/v1/settings', 'PATCH', { widget: { isEnabled: true, origins: [url] } }],
  ];
  const attacks = places.flatMap((place) =>
    take(place).map(([url, method, payload]) => ({
      kind: 'inside addresses',
      name: `${url} with ${place}`,
      async run() {
        const answer = await target.send({ method, url, headers: admin, payload });
        if (visits > 0) return 'somebody came';
        return answer.statusCode >= 500 || answer.body.includes('root:x:0') ? answered(answer) : null;
      },
    })),
  );
  return { attacks, close: () => canary.close() };
}
