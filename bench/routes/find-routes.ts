import { BODIES } from '../../test/api-bodies.ts';
import { type Made, ORDINARY, PICTURE, WEBHOOK } from './make-life.ts';
import type { Product } from './open-product.ts';

export type Route = { name: string; method: string; path: string; body: object | undefined };

/** What would end the measurement, or lets nobody in again. */
const ENDING = /sign-out|users|settings$|\/password$/;
/** An id that nothing has: asked about it, a route finds out who asks, what they may and that there is no such thing. */
const NOTHING = '01900000-0000-7000-8000-000000000000';
/** Ordinary questions; about everybody they are asked by themselves. */
const OWN: Record<string, object> = {
  'POST /api/v1/campaigns': { name: 'Mine', type: 'renewal', channels: ['email'], filter: ORDINARY },
  'POST /api/v1/audience': { filter: ORDINARY },
  'POST /api/v1/segments/preview': { filter: ORDINARY },
  'POST /api/v1/content/generate': { type: 'renewal', filter: ORDINARY },
  'POST /api/v1/ai/generate-campaign': {
    brief: 'Renewal reminders to the top 60 Hiltons in Singapore by value, by e-mail',
  },
  'POST /api/v1/webhook-endpoints': WEBHOOK,
  'POST /api/v1/images': PICTURE,
  'PUT /api/v1/images/{id}/file': PICTURE,
  'POST /api/v1/chat': { text: 'How many Hiltons in Singapore have a contract that ends within 90 days?' },
};

type Paths = Record<string, Record<string, object>>;

/**
 * Every operation with ids of things that are there; of nothing, and named so, where there is no such thing in a
 * workspace like this, and where it would be gone. What is not asked at all is told.
 */
export async function findRoutes(
  { ask }: Product,
  made: Made = {},
): Promise<{ found: Route[]; without: string[] }> {
  const { paths } = JSON.parse((await ask('GET', '/openapi.json')).text) as { paths: Paths };
  const found: Route[] = [];
  const without: string[] = [];
  for (const [template, item] of Object.entries(paths)) {
    for (const verb of Object.keys(item)) {
      const [method, name] = [verb.toUpperCase(), `${verb.toUpperCase()} ${template}`];
      const isRead = method === 'GET';
      const isGone = method === 'DELETE';
      const body = isRead || isGone ? undefined : await meant(ask, name);
      if ((!isRead && ENDING.test(name)) || (isGone && !template.includes('{')))
        without.push(`${name}: would end the measurement, or let nobody in again`);
      else if (!isRead && !isGone && !body) without.push(`${name}: no body is known`);
      else {
        const path = isGone ? null : await withIds(ask, { template, made });
        found.push({
          name: path === null ? `${name} (of nothing)` : name,
          method,
          path: path ?? template.replaceAll(/\{\w+\}/g, NOTHING),
          body,
        });
      }
    }
  }
  return { found, without };
}

/** Puts the id of the first thing that the list before it holds into an address; null where it holds none. */
async function withIds(
  ask: Product['ask'],
  { template, made }: { template: string; made: Made },
): Promise<string | null> {
  let path = '';
  for (const part of template.split('/').slice(1)) {
    const id = /^\{/.test(part)
      ? (made[path] ?? (await firstOf(ask, part === '{customerId}' ? '/api/v1/customers' : path)))
      : part;
    if (id === null) return null;
    path += `/${id}`;
  }
  return path;
}

async function firstOf(ask: Product['ask'], path: string): Promise<string | null> {
  const { status, text } = await ask('GET', path);
  if (status !== 200) return null;
  const list = Object.values(JSON.parse(text) as object).find(Array.isArray) as { id?: string }[] | undefined;
  return list?.[0]?.id ?? null;
}

const UNKNOWN_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

/** A body about somebody there is. */
async function meant(ask: Product['ask'], name: string): Promise<object | undefined> {
  const body = OWN[name] ?? BODIES[name];
  if (!body || Buffer.isBuffer(body)) return body;
  const entries = Object.entries(body).map(async ([key, value]) => {
    const list = key === 'customerId' ? 'customers' : key === 'campaignId' ? 'campaigns' : null;
    const isId = list && typeof value === 'string' && UNKNOWN_ID.test(value);
    return [key, isId ? await firstOf(ask, `/api/v1/${list}`) : value] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
