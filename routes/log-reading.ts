// Who reads of many people is in the log, whichever list it is.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ReadingLog } from '../core/audit/reading-log.ts';
import { createReadingLog } from '../core/audit/reading-log.ts';
import type { ServerDeps } from './deps.ts';
import './person.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Where somebody is signed in. */
    noteReading?(request: FastifyRequest, payload: unknown): Promise<void>;
  }
}

/** A row with one of these is about a customer or somebody there. */
const ABOUT = [
  'customer',
  'customerId',
  'contact',
  'contactId',
  'contacts',
  'unreachable',
  'city',
  'address',
  'identifier',
];
// A list in an answer, or in a part of it.
const DEPTH = 4;

/** How many rows of the answer's lists are about somebody. */
export function peopleIn(value: unknown, depth = DEPTH): number {
  if (value === null || typeof value !== 'object' || depth === 0) return 0;
  if (!Array.isArray(value))
    return Object.values(value).reduce<number>((sum, one) => sum + peopleIn(one, depth - 1), 0);
  return value.reduce<number>((sum, one) => sum + (isAbout(one) ? 1 : peopleIn(one, depth - 1)), 0);
}

const isAbout = (row: unknown): boolean =>
  row !== null && typeof row === 'object' && ABOUT.some((key) => key in row);

export function logReading(app: FastifyInstance, { within, clock }: ServerDeps): void {
  const log: ReadingLog = createReadingLog(within);
  const note = async (request: FastifyRequest, payload: unknown): Promise<void> => {
    const people = request.person ? peopleIn(payload) : 0;
    if (!request.person || people === 0) return;
    const { tenantId, actor } = request.person;
    const list = `${request.method} ${request.routeOptions.url}`;
    await log({ tenantId, actor, list, people, now: clock() });
  };
  app.decorate('noteReading', note);
  app.addHook('preSerialization', async (request, _reply, payload) => {
    await note(request, payload);
    return payload;
  });
}
