import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { streamProof } from '../core/approval/export-proof.ts';
import { latestApproval, listApprovals } from '../core/approval/latest-approval.ts';
import { listWaiting } from '../core/approval/list-waiting.ts';
import { type Proof, proofSchema } from '../core/approval/proof.ts';
import { type ApprovalPart, approvalPart as approval } from '../core/parts.ts';
import { demand } from '../core/tenants/roles.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession, personOf } from './person.ts';
import { byId } from './query.ts';

const decision = z.strictObject({
  decision: z.enum(['approve', 'reject']),
  digest: z.string().min(1).max(200).describe('Of what was seen: another one is refused as stale.'),
  comment: z.string().trim().max(1000).optional(),
});

/** Of one campaign's requests; the log has them all. */
const SHOWN = 20;

/** Reading and deciding: by the campaign, or by the approval itself. Approving launches the send. */
export const approvalRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['approval'];
    const reading = { tags, params: byId, response: answers(approval) };
    const deciding = {
      ...reading,
      body: decision,
      summary: 'Decides, as a signed-in person; approving sends. An API token is refused.',
    };

    const waiting = {
      tags,
      summary: 'What waits for a decision, that which expires first in front.',
      response: answers(z.object({ approvals: z.array(approval) })),
    };
    app.get('/approvals', { schema: waiting }, async (request) => ({
      approvals: await inSession(deps, request, listWaiting),
    }));

    app.get('/approvals/:id', { schema: reading }, (request) =>
      inSession(deps, request, (ctx) => approvalPart(ctx, request.params.id)),
    );
    app.post('/approvals/:id', { schema: deciding }, async (request) => {
      const { body, params } = request;
      const decided = await inSession(deps, request, (ctx) =>
        decideApproval(ctx, { approvalId: params.id, ...body }),
      );
      return announce(deps, request, decided);
    });

    app.get('/campaigns/:id/approval', { schema: reading }, (request) =>
      inSession(deps, request, async (ctx) => {
        const { id } = await latestApproval(ctx, { campaignId: request.params.id });
        return approvalPart(ctx, id);
      }),
    );
    const earlier = {
      tags,
      params: byId,
      summary: 'What was asked of a campaign and how it ended, the newest first.',
      response: answers(z.object({ approvals: z.array(approval) })),
    };
    app.get('/campaigns/:id/approvals', { schema: earlier }, (request) =>
      inSession(deps, request, async (ctx) => {
        const asked = await listApprovals(ctx, request.params.id);
        const parts: ApprovalPart[] = [];
        for (const { id } of asked.slice(0, SHOWN)) parts.push(await approvalPart(ctx, id));
        return { approvals: parts };
      }),
    );
    app.post('/campaigns/:id/approval', { schema: deciding }, async (request) => {
      const { body, params } = request;
      const decided = await inSession(deps, request, async (ctx) => {
        demand(ctx.actor, 'approve');
        const { id } = await latestApproval(ctx, { campaignId: params.id, digest: body.digest });
        return decideApproval(ctx, { approvalId: id, ...body });
      });
      return announce(deps, request, decided);
    });

    const proof = {
      tags,
      params: byId,
      summary: 'What was approved, row by row, with the signature; verified offline.',
      response: answers(proofSchema),
    };
    app.get('/approvals/:id/proof', { schema: proof }, async (request, reply) => {
      const { tenantId, actor } = personOf(request);
      const text = await streamProof(
        { within: deps.within, tenantId, actor },
        { approvalId: request.params.id },
      );
      return reply.type('application/json; charset=utf-8').send(Readable.from(text) as unknown as Proof);
    });
  };

/** The decision stands; those who wait for it are only told. */
function announce(deps: ServerDeps, request: FastifyRequest, decided: ApprovalPart): ApprovalPart {
  const { tenantId } = personOf(request);
  deps.wake(tenantId);
  deps.agent.report(tenantId, decided.id).catch((error: unknown) => {
    deps.log.error({ err: error, approvalId: decided.id }, 'the decision could not be told to its thread');
  });
  return decided;
}
