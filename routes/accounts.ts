import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { accountHealth, readAccountHealth } from '../core/accounts/account-health.ts';
import { changeAccount } from '../core/accounts/change-account.ts';
import { createAccount } from '../core/accounts/create-account.ts';
import { listAccounts } from '../core/accounts/list-accounts.ts';
import { testAccount } from '../core/accounts/test-account.ts';
import { webhookUrl } from '../core/delivery/open-senders.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession, personOf } from './person.ts';
import { byId, done } from './query.ts';

const limits = z.array(z.strictObject({ perMs: z.int().positive(), max: z.int().positive() })).max(10);

const price = z
  .strictObject({
    minor: z
      .number()
      .min(0)
      .max(100_000_000)
      .describe('Of the smallest unit of the currency, to four decimals.'),
    currency: z.string().regex(/^[A-Z]{3}$/),
  })
  .describe('What one message costs.');

const row = z.object({
  id: z.uuid(),
  channel: z.string(),
  provider: z.string(),
  name: z.string(),
  limits,
  price: price.nullable(),
  isEnabled: z.boolean(),
  createdAt: z.iso.datetime(),
  webhook: z.url().nullable().describe('What to enter at the provider; null where it never calls.'),
});

const added = z.strictObject({
  channel: z.string(),
  provider: z.string(),
  name: z.string().trim().min(1).max(80),
  settings: z
    .record(z.string(), z.unknown())
    .describe('What the provider asks for; sealed, and never shown again.'),
  limits: limits.optional(),
  price: price.optional(),
});

const tested = z.object({
  to: z.string(),
  outcome: z.enum(['submitted', 'rejected', 'retry', 'unreachable', 'unknown']),
  code: z.string().nullable(),
  detail: z.string().nullable(),
});

/** The senders of the workspace. The oldest enabled one of a channel sends. */
export const accountRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['senders'];
    const list = z.object({ accounts: z.array(row) });
    app.get('/accounts', { schema: { tags, response: answers(list) } }, async (request) => {
      const accounts = await inSession(deps, request, listAccounts);
      const { tenantId } = personOf(request);
      return {
        accounts: accounts.map((account) => ({
          ...account,
          createdAt: account.createdAt.toISOString(),
          webhook: deps.channels.get(account.channel)?.providers[account.provider]?.webhook
            ? webhookUrl(deps.baseUrl, { id: account.id, tenantId })
            : null,
        })),
      };
    });

    const health = z.object({ accounts: z.array(accountHealth) });
    app.get('/accounts/health', { schema: { tags, response: answers(health) } }, async (request) => ({
      accounts: await inSession(deps, request, readAccountHealth),
    }));

    const id = z.object({ id: z.uuid() });
    const adding = {
      tags,
      summary: 'Adds a sender to a channel.',
      body: added,
      response: { ...answers(id), 201: id },
    };
    app.post('/accounts', { schema: adding }, async (request, reply) => {
      const { channels } = deps;
      const { limits: own, ...body } = request.body;
      const account = { ...body, channels, ...(own ? { limits: own } : {}) };
      return reply.status(201).send(await inSession(deps, request, (ctx) => createAccount(ctx, account)));
    });

    const changing = {
      tags,
      params: byId,
      body: z.strictObject({
        isEnabled: z.boolean().optional(),
        limits: limits.optional(),
        price: price.nullable().optional(),
      }),
      response: answers(done),
    };
    app.patch('/accounts/:id', { schema: changing }, async (request) => {
      const { id: accountId } = request.params;
      await inSession(deps, request, (ctx) => changeAccount(ctx, { accountId, ...request.body }));
      deps.wake(personOf(request).tenantId);
      return { done: true as const };
    });

    const testing = {
      tags,
      summary: 'Sends a fixed message to yourself or a colleague and tells what the provider answered.',
      params: byId,
      body: z.strictObject({
        to: z.string().max(200).optional().describe('Not a customer’s; of e-mail your own, when left out.'),
      }),
      response: answers(tested),
    };
    app.post('/accounts/:id/test', { schema: testing }, (request) => {
      const { tenantId, actor } = personOf(request);
      const { within, channels } = deps;
      return testAccount(
        { within, channels, tenantId, actor },
        { accountId: request.params.id, ...request.body },
      );
    });
  };
