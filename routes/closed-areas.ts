// What a workspace's own role keeps shut: each part of the API by the tag that it has in the description.
import type { FastifyInstance } from 'fastify';
import { demandOpen } from '../core/tenants/roles.ts';
import { personOf } from './person.ts';

declare module 'fastify' {
  interface FastifyInstance {
    closableAreas: ReadonlySet<string>;
  }
}

/** Who one is, how one signs in and out: shut to nobody. */
const ALWAYS = ['sign-in', 'server'];

const areaOf = (schema: unknown): string | null => {
  const [tag] = (schema as { tags?: readonly string[] } | undefined)?.tags ?? [];
  return tag === undefined || ALWAYS.includes(tag) ? null : tag;
};

/** Keeps shut what is shut to whoever asks; the parts that there are, once all routes are there. */
export function closeAreas(app: FastifyInstance): ReadonlySet<string> {
  const areas = new Set<string>();
  app.addHook('onRoute', ({ schema }) => {
    const area = areaOf(schema);
    if (area) areas.add(area);
  });
  app.addHook('onRequest', async (request) => {
    const area = areaOf(request.routeOptions.schema);
    if (area) demandOpen(personOf(request).actor, `area:${area}`);
  });
  return areas;
}
