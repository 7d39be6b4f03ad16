import { Readable } from 'node:stream';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { auditHead } from '../core/audit/audit-line.ts';
import { checkAudit } from '../core/audit/check-audit.ts';
import { exportAudit } from '../core/audit/export-audit.ts';
import { auditPage, searchAudit } from '../core/audit/search-audit.ts';
import { demand } from '../core/tenants/roles.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession, personOf } from './person.ts';
import { limitOf } from './query.ts';

const query = z.object({
  action: z
    .string()
    .regex(/^[a-z_]{1,40}(\.[a-z_]{1,40})?$/)
    .optional()
    .describe('"campaign.edit", or "campaign" for all of them.'),
  subject: z.string().max(200).optional(),
  userId: z.uuid().optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: limitOf(100),
});

const verdict = z.object({
  ok: z.boolean(),
  findings: z.array(z.string()),
  events: z.int(),
  head: auditHead.nullable().describe('How far the log is signed.'),
});

/** Who did what when: to search, and whole to keep and to verify elsewhere. */
export const auditRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['audit'];
    app.get('/audit', { schema: { tags, querystring: query, response: answers(auditPage) } }, (request) =>
      inSession(deps, request, (ctx) => searchAudit(ctx, request.query)),
    );

    const checking = {
      tags,
      summary: 'Whether every entry still follows from the one before it, and the signed heads fit.',
      response: answers(verdict),
    };
    app.post('/audit/check', { schema: checking }, (request) => {
      const { tenantId, actor } = personOf(request);
      return checkAudit({ within: deps.within, tenantId, actor });
    });

    const exporting = {
      tags,
      summary: 'The whole log with its signed heads, a JSON object a line; checked offline.',
      response: answers(z.string()),
    };
    app.get('/audit/export', { schema: exporting }, async (request, reply) => {
      const { tenantId, actor } = personOf(request);
      demand(actor, 'administer');
      const lines = exportAudit({ within: deps.within, tenantId, actor });
      return reply
        .header('content-disposition', 'attachment; filename="audit.ndjson"')
        .type('application/x-ndjson')
        .send(Readable.from(toText(lines)) as unknown as string);
    });
  };

async function* toText(lines: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}
