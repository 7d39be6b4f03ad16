import type { FastifyRequest } from 'fastify';
import { AppError } from '../lib/errors.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a state-changing request that another site made with the person's cookie. Every browser names the origin
 * of such a request, so one without either header comes from a program, which has no cookies but its own.
 */
export function demandSameOrigin(request: FastifyRequest, baseUrl: string): void {
  if (READING.has(request.method)) return;
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  const isForeignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const isForeignOrigin =
    site === undefined && origin !== undefined && !isOwn(origin, [new URL(baseUrl).host, host]);
  if (!isForeignSite && !isForeignOrigin) return;
  throw new AppError('auth:foreign_origin', 'Another site tried to act in your name; nothing was done.', {
    nextStep: 'Do it on the page itself, or use an API token from a program.',
  });
}

function isOwn(origin: string, hosts: (string | undefined)[]): boolean {
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
