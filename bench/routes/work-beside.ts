// How long the event loop computes without a break at most while the process does what takes long.
import { setTimeout as pause } from 'node:timers/promises';
import { tenths } from '../audience/measure.ts';
import type { Answer, Product } from './open-product.ts';

const ROWS = 10_000;
// A run ends, whatever takes how long.
const PATIENCE_MS = 30_000;

export async function blockedBy(product: Product): Promise<Record<string, number | string>> {
  const { ask, longestBlock } = product;
  const blocked: Record<string, number | string> = {};
  const during = async (what: string, work: () => Promise<{ status: number; text: string }>) => {
    await longestBlock();
    const { status, text } = await work().catch(() => ({ status: 0, text: 'nothing in time' }));
    const longest = tenths(await longestBlock());
    blocked[what] =
      status > 0 && status < 400 ? longest : `${longest}, answered with ${status}: ${text.slice(0, 80)}`;
  };
  const api = (method: string, path: string, body?: object | string) =>
    ask(method, `/api/v1${path}`, body, { signal: AbortSignal.timeout(PATIENCE_MS) });
  await during(`import of ${ROWS} rows`, async () => {
    await api('POST', '/imports?name=more.csv', file());
    const { imports } = JSON.parse((await api('GET', '/imports')).text) as { imports: { id: string }[] };
    await api('POST', `/imports/${imports[0]!.id}/start`, {});
    return untilOver(() => api('GET', `/imports/${imports[0]!.id}`));
  });
  await during('export of all customers', () => api('GET', '/customers/export'));
  const made = await api('POST', '/campaigns', {
    ...{ name: 'Some of them', type: 'renewal', channels: ['email'] },
    filter: { op: 'contains', field: 'name', text: 'venue 1' },
  });
  const { id } = JSON.parse(made.text) as { id: string };
  await during('dry run of a campaign', () => api('GET', `/campaigns/${id}/dry-run`));
  await during('asking for approval of it (freezing)', () => api('POST', `/campaigns/${id}/send`, {}));
  await during('checking the log', () => api('POST', '/audit/check', {}));
  return blocked;
}

async function untilOver(read: () => Promise<Answer>): Promise<Answer> {
  for (const end = Date.now() + PATIENCE_MS; ; ) {
    const answer = await read();
    if (!answer.text.includes('"status":"running"') || Date.now() > end) return answer;
    await pause(250);
  }
}

const file = () =>
  [
    'Venue,City,Country,E-mail,Contract end',
    ...Array.from(
      { length: ROWS },
      (_, at) => `Venue ${at},Bangkok,Thailand,venue${at}@example.com,2027-0${1 + (at % 9)}-15`,
    ),
  ].join('\n');
