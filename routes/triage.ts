import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { triageSchema } from '../core/ports.ts';
import { triageBudget } from '../core/replies/triage-budget.ts';
import { demand } from '../core/tenants/roles.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession, personOf } from './person.ts';

const text = z.strictObject({
  text: z.string().min(1).max(20_000),
  channel: z.string().max(40).default('whatsapp'),
  /** E-mail headers, which tell an automatic answer from a person's. */
  headers: z.record(z.string(), z.string().max(2000)).optional(),
});

/** How an answer would be read; nothing is stored. */
export const triageRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const schema = {
      tags: ['replies'],
      summary: 'Reads a text as an answer, without storing it.',
      body: text,
      response: answers(triageSchema),
    };
    app.post('/replies/triage', { schema }, async (request) => {
      demand(personOf(request).actor, 'read');
      const { headers, ...rest } = request.body;
      const input = { ...rest, ...(headers ? { headers: lowerCased(headers) } : {}) };
      return deps.triager.triage(
        input,
        triageBudget((work) => inSession(deps, request, work)),
      );
    });
  };

const lowerCased = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
