import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { routeUnknown, toBody } from './error-answer.ts';

/** Serves the built page where there is one, and the page itself for any address that a person types. */
export function servePage(app: FastifyInstance, folder: string | undefined): void {
  const hasPage = folder !== undefined && existsSync(join(folder, 'index.html'));
  if (hasPage) {
    app.register(fastifyStatic, {
      root: folder,
      // Written beside each file when the page is built.
      preCompressed: true,
      // Vite puts the content's hash into the names under assets/, so those never change; the rest is asked again.
      setHeaders: (reply, path) => {
        const isHashed = path.includes(`${join(folder, 'assets')}`);
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
      cacheControl: false,
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (hasPage && wantsPage(request)) return sendPage(reply);
    const unknown = routeUnknown(request);
    return reply.status(unknown.status).send(toBody(unknown));
  });
}

const sendPage = (reply: FastifyReply) => reply.header('cache-control', 'no-cache').sendFile('index.html');

const wantsPage = ({ method, url, headers }: FastifyRequest) =>
  method === 'GET' && !url.startsWith('/api/') && (headers.accept?.includes('text/html') ?? false);
