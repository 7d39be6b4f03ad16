// Whoever has no right to see people's addresses in full gets them covered, wherever in an answer they stand.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { can } from '../core/tenants/roles.ts';
import { cover } from '../lib/cover-address.ts';
import './person.ts';

// Of the colleagues who are signed in, not of customers.
const OWN = /^\/api\/v1\/(me|users|invitations|tokens|sessions)\b/;
/** How a value is shown to whoever asks. */
export function shownTo(request: FastifyRequest): (value: unknown) => unknown {
  const isSeeing = !request.person || can(request.person.actor, 'unmask');
  return isSeeing || OWN.test(request.url) ? (value) => value : (value) => cover(value);
}

export function maskAddresses(app: FastifyInstance): void {
  app.addHook('preSerialization', async (request, _reply, payload) => shownTo(request)(payload));
}
