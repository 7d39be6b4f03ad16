import { tenths } from '../audience/measure.ts';
import type { Product } from './open-product.ts';

const EVERYBODY = { all: [] };
// Nobody waits longer for a page.
const PATIENCE_MS = 10_000;
const NO_ANSWER = { status: 0, ms: PATIENCE_MS, text: '' };

/** Milliseconds of the second answer each, one after the other, about all customers and a campaign to all of them. */
export async function askAboutEverybody({ ask }: Product): Promise<Record<string, string | number>> {
  const api = (method: string, path: string, body?: object) =>
    ask(method, `/api/v1${path}`, body, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => NO_ANSWER);
  const made = await api('POST', '/campaigns', {
    ...{ name: 'To everybody', type: 'renewal', channels: ['email'], filter: EVERYBODY },
  });
  const { id } = JSON.parse(made.text) as { id: string };
  const questions: [string, string, object?][] = [
    ['POST', '/targeting/audience', { filter: EVERYBODY }],
    ['POST', '/targeting/audience/facets', { filter: EVERYBODY }],
    ['POST', '/targeting/audience/reach', { filter: EVERYBODY }],
    ['POST', '/audience', { filter: EVERYBODY, limit: 500 }],
    ['GET', `/campaigns/${id}/audience?limit=500`],
    ['GET', `/campaigns/${id}/preview`],
    ['GET', `/campaigns/${id}/plan`],
    // Whole lists last: they are long, and what takes longer than anybody waits for is ended and still cleaned up after.
    ['POST', '/audience', { filter: EVERYBODY }],
    ['GET', `/campaigns/${id}/audience`],
  ];
  const times: Record<string, string | number> = {};
  for (const [method, path, body] of questions) {
    const name = `${method} ${path.replace(id, '{id}')}${body && 'limit' in body ? ', a page' : ''}`;
    const first = await api(method, path, body);
    const answer = first.status < 400 ? await api(method, path, body) : first;
    times[name] = answer.status < 400 ? tenths(answer.ms) : `failed (${answer.status || 'no answer'})`;
  }
  return times;
}
