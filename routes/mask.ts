// Whoever has no right to see people's addresses in full gets them covered, wherever in an answer they stand.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { can } from '../core/tenants/roles.ts';
import { coverAddresses } from '../lib/cover-address.ts';
import './person.ts';

// Of the colleagues who are signed in, not of customers.
const OWN = /^\/api\/v1\/(me|users|invitations|tokens|sessions)\b/;
/** Fields that are an address whatever they look like: a number, an id of a platform. */
const FIELDS = new Set(['address', 'identifier', 'phone', 'email', 'contact', 'externalId']);

const coverField = (text: string): string => {
  const covered = coverAddresses(text);
  return covered === text && /^[\d\s()+-]{5,}$|^[A-Za-z]?[0-9a-f]{20,}$/i.test(text)
    ? `${text.slice(0, 2)}…`
    : covered;
};

/** The same value with what looks like an address covered; what it was made of stays as it is. */
export function cover(value: unknown, field?: string): unknown {
  if (typeof value === 'string')
    return field && FIELDS.has(field) ? coverField(value) : coverAddresses(value);
  if (Array.isArray(value)) return value.map((item) => cover(item, field));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cover(item, key)]));
}

/** How a value is shown to whoever asks. */
export function shownTo(request: FastifyRequest): (value: unknown) => unknown {
  const isSeeing = !request.person || can(request.person.actor, 'unmask');
  return isSeeing || OWN.test(request.url) ? (value) => value : (value) => cover(value);
}

export function maskAddresses(app: FastifyInstance): void {
  app.addHook('preSerialization', async (request, _reply, payload) => shownTo(request)(payload));
}
