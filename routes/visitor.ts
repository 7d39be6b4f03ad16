import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Ctx } from '../core/context.ts';
import { openPanel } from '../core/widget/open-panel.ts';
import { changePreferences, preferenceChange, readPreferences } from '../core/widget/preferences.ts';
import { markVisitRead, readVisit, sayAsVisitor, visitorMessage } from '../core/widget/visit.ts';
import {
  findVisitedTenant,
  findVouched,
  readVisitor,
  signVisitor,
  strangerName,
  type Visitor,
} from '../core/widget/visitor.ts';
import { AppError } from '../lib/errors.ts';
import type { ServerDeps } from './deps.ts';
import { normaliserOf } from './normaliser.ts';
import { sharedBy } from './shared-limit.ts';

const WIDGET = { kind: 'system', name: 'widget' } as const;
const params = z.object({ workspace: z.string().max(100) });
const HOUR_MS = 3_600_000;
/** A stranger comes back to what they wrote for so long; whom a site vouched for is vouched for anew each visit. */
const LASTS_MS = { stranger: 365 * 24 * HOUR_MS, contact: HOUR_MS };

/** Of one network address in a minute. Whoever writes more than a person can type is turned away. */
const PER_MINUTE = { read: 120, begin: 20, write: 12 };
const atMost = (max: number) => ({ rateLimit: { max, timeWindow: 60_000 } });

/**
 * The panel of customers on a web site, who have no account here. They read what concerns themself, write to the desk
 * and say what they want to get; nothing of the agent, its tools or the workspace can be reached from here.
 */
export const visitorRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { keys, clock } = deps;
    const normalise = normaliserOf(deps.channels);
    await app.register(rateLimit, {
      ...sharedBy(deps, 'visitor'),
      global: false,
      keyGenerator: ({ ip }) => ip,
      errorResponseBuilder: (_request, { after }) =>
        new AppError('request:too_many', 'That is more than one person writes.', {
          nextStep: `Go on in ${after}.`,
        }),
    });
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    const tenantOf = async (request: FastifyRequest) => {
      const { workspace } = request.params as z.infer<typeof params>;
      const tenant = await findVisitedTenant(deps.database, workspace);
      if (tenant) return tenant;
      throw new AppError('auth:forbidden', 'This site has no panel for customers.');
    };
    /** Runs core's work for the visitor who shows a token of ours. */
    const visiting = async <T>(
      request: FastifyRequest,
      work: (ctx: Ctx, visitor: Visitor) => Promise<T>,
    ): Promise<T> => {
      const { id: tenantId } = await tenantOf(request);
      const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
      const visitor = readVisitor(keys, { tenantId, token, now: clock().getTime() });
      if (!visitor) throw new AppError('auth:expired', 'This visit is over.', { nextStep: 'Begin anew.' });
      return deps.within(tenantId, WIDGET, (ctx) => work(ctx, visitor));
    };

    const beginning = z.strictObject({ identity: z.string().max(2000).optional() });
    app.post(
      '/widget/:workspace/visit',
      { schema: { params, body: beginning, hide: true }, config: atMost(PER_MINUTE.begin) },
      async (request) => {
        const { id: tenantId } = await tenantOf(request);
        const { identity } = request.body;
        const known = await deps.within(tenantId, WIDGET, async (ctx) => {
          await openPanel(ctx, { channels: deps.channels });
          return identity ? findVouched(ctx, { identity, normalise }) : null;
        });
        const lasts = known ? LASTS_MS.contact : LASTS_MS.stranger;
        const until = clock().getTime() + lasts;
        const name = known?.name ?? strangerName();
        return { token: signVisitor(keys, { tenantId, name, until }), isKnown: known !== null };
      },
    );

    const reading = { schema: { params, hide: true }, config: atMost(PER_MINUTE.read) };
    app.get('/widget/:workspace/visit', reading, (request) => visiting(request, readVisit));
    app.post('/widget/:workspace/visit/read', reading, (request) =>
      visiting(request, async (ctx, visitor) => {
        await markVisitRead(ctx, visitor);
        return { done: true };
      }),
    );
    app.get('/widget/:workspace/preferences', reading, (request) => visiting(request, readPreferences));

    const writing = config(visitorMessage);
    app.post('/widget/:workspace/messages', writing, async (request) => {
      const message = request.body as z.output<typeof visitorMessage>;
      const visit = await visiting(request, async (ctx, visitor) => {
        await sayAsVisitor(ctx, { visitor, message, normalise, isLikelyStop: deps.triager.isLikelyStop });
        deps.wake(ctx.tenant.id);
        return readVisit(ctx, visitor);
      });
      return visit;
    });
    app.put('/widget/:workspace/preferences', config(preferenceChange), (request) =>
      visiting(request, async (ctx, visitor) => {
        await changePreferences(ctx, { visitor, change: request.body as z.infer<typeof preferenceChange> });
        return readPreferences(ctx, visitor);
      }),
    );
  };

const config = (body: z.ZodType) => ({
  schema: { params, body, hide: true },
  config: atMost(PER_MINUTE.write),
});
