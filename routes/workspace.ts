import { Readable } from 'node:stream';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { demandSignedIn } from '../core/tenants/demand-signed-in.ts';
import { endingWorkspace, endWorkspace, keepWorkspace } from '../core/tenants/end-workspace.ts';
import { exportWorkspace } from '../core/tenants/export-workspace.ts';
import { keyState, readKeys } from '../core/tenants/read-keys.ts';
import { demand } from '../core/tenants/roles.ts';
import { readTierUse, tierUse } from '../core/tenants/tiers.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession, personOf } from './person.ts';
import { done } from './query.ts';

/** The workspace as a whole: what it may use, its keys, all of its data, and its end. */
export const workspaceRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['workspace'];
    const tier = {
      tags,
      summary: 'What it may use, and how much of it it does.',
      response: answers(tierUse),
    };
    app.get('/workspace/tier', { schema: tier }, (request) => inSession(deps, request, readTierUse));

    const keys = {
      tags,
      summary: 'The key that signs, and under which keys secrets are sealed. For an admin.',
      response: answers(keyState),
    };
    app.get('/workspace/keys', { schema: keys }, (request) => inSession(deps, request, readKeys));

    const exporting = {
      tags,
      summary: 'All of its data but credentials, a JSON object a line. Only for a signed-in admin.',
      response: answers(z.string()),
    };
    app.get('/workspace/export', { schema: exporting }, async (request, reply) => {
      const { tenantId, actor } = personOf(request);
      for (const right of ['administer', 'export', 'unmask'] as const) demand(actor, right);
      demandSignedIn(actor);
      const lines = exportWorkspace({ within: deps.within, tenantId, actor });
      return reply
        .header('content-disposition', 'attachment; filename="workspace.ndjson"')
        .type('application/x-ndjson')
        .send(Readable.from(toText(lines)) as unknown as string);
    });

    const ending = {
      tags,
      summary: 'Has all of it deleted in seven days. Only a signed-in admin.',
      body: endingWorkspace,
      response: answers(z.object({ endsAt: z.iso.datetime() })),
    };
    app.post('/workspace/end', { schema: ending }, async (request) => ({
      endsAt: (await inSession(deps, request, (ctx) => endWorkspace(ctx, request.body))).toISOString(),
    }));
    app.delete('/workspace/end', { schema: { tags, response: answers(done) } }, async (request) => {
      await inSession(deps, request, keepWorkspace);
      return { done: true as const };
    });
  };

async function* toText(lines: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}
