import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { changeTree, treeChange, treeOutcome } from '../core/brands/change-tree.ts';
import { listTreeChanges, treeChangeRow } from '../core/brands/list-tree-changes.ts';
import { brandProposal, proposeBrands } from '../core/brands/propose-brands.ts';
import { readTree, treeNode } from '../core/brands/read-tree.ts';
import { undoneTree, undoTreeChange } from '../core/brands/undo-tree-change.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId, limitOf } from './query.ts';

/** The tree of brands and who owns them: read, proposed from the data, changed by people. */
export const brandRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['brands'];

    const tree = z.object({ brands: z.array(treeNode) });
    app.get('/brands', { schema: { tags, response: answers(tree) } }, async (request) => ({
      brands: await inSession(deps, request, readTree),
    }));

    const proposing = {
      tags,
      summary: 'What the data suggests, each with its reason and how sure it is; nothing is changed.',
      response: answers(z.object({ proposals: z.array(brandProposal) })),
    };
    app.get('/brands/proposals', { schema: proposing, config: { isLong: true } }, async (request) => ({
      proposals: await inSession(deps, request, proposeBrands),
    }));

    const changing = {
      tags,
      summary: 'Adds, changes, merges or removes a brand, or declines a proposal. It can be undone.',
      body: treeChange,
      response: answers(treeOutcome),
    };
    app.post('/brands', { schema: changing }, (request) =>
      inSession(deps, request, (ctx) => changeTree(ctx, request.body)),
    );

    const changes = z.object({ changes: z.array(treeChangeRow) });
    const listing = { tags, querystring: z.object({ limit: limitOf(50) }), response: answers(changes) };
    app.get('/brand-changes', { schema: listing }, async (request) => ({
      changes: await inSession(deps, request, (ctx) => listTreeChanges(ctx, request.query)),
    }));

    const undoing = { tags, params: byId, response: answers(undoneTree) };
    app.post('/brand-changes/:id/undo', { schema: undoing }, (request) =>
      inSession(deps, request, (ctx) => undoTreeChange(ctx, request.params.id)),
    );
  };
