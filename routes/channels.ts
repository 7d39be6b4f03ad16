import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Provider } from '../channels/contract.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';

const provider = z.object({
  key: z.string(),
  settings: z.record(z.string(), z.unknown()).describe('JSON Schema of what the provider asks for.'),
});
const channel = z.object({
  key: z.string(),
  label: z.string(),
  maxTextLength: z.int(),
  receipts: z.array(z.enum(['delivered', 'read'])),
  isIdempotent: z.boolean(),
  isPublic: z.boolean(),
  answerWindowHours: z.number().nullable(),
  providers: z.array(provider),
});

/** What messages can go by, and what each way of it asks for; an account is made of that. */
export const channelRoutes =
  ({ channels }: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const list = {
      tags: ['senders'],
      summary: 'The channels that there are, with the providers of each.',
      response: answers(z.object({ channels: z.array(channel) })),
    };
    const told = [...channels.values()].map(({ key, label, capabilities, providers }) => ({
      key,
      label,
      maxTextLength: capabilities.maxTextLength,
      receipts: [...capabilities.receipts],
      isIdempotent: capabilities.isIdempotent,
      isPublic: capabilities.isPublic ?? false,
      answerWindowHours: capabilities.answerWindowHours ?? null,
      providers: Object.values(providers).map(describe),
    }));
    app.get('/channels', { schema: list }, async () => ({ channels: told }));
  };

const describe = ({ key, settings }: Provider) => ({
  key,
  // What a form is made of: rules that JSON Schema has no word for are left to the answer.
  settings: z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>,
});
