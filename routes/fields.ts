import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { operatorsOf } from '../core/audience/check-clause.ts';
import { isEditable } from '../core/customers/changes/customer-record.ts';
import { FIELD_KINDS, fieldSchema } from '../core/fields/field.ts';
import { addField, readFields } from '../core/fields/registry.ts';
import { demand } from '../core/tenants/roles.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';

const fieldView = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(FIELD_KINDS),
  isBuiltIn: z.boolean(),
  /** Whether a person may set it on a customer; others are worked out. */
  isEditable: z.boolean(),
  /** What a condition on it may do. */
  operators: z.array(z.string()),
  /** Its known values, where it has a list of them. */
  values: z.array(z.string()),
});
export type FieldView = z.infer<typeof fieldView>;

/** What customers of this workspace have, for those who build conditions by hand. */
export const fieldRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const list = z.object({ currency: z.string(), fields: z.array(fieldView) });
    const schema = {
      tags: ['audience'],
      summary: 'The fields of the workspace: what each condition on one may say. Amounts are in `currency`.',
      response: answers(list),
    };
    app.get('/fields', { schema }, (request) =>
      inSession(deps, request, async (ctx) => {
        demand(ctx.actor, 'read');
        const fields = await readFields(ctx);
        return {
          currency: ctx.tenant.settings.currency,
          fields: fields.map((field) => ({
            ...field,
            isEditable: isEditable(field),
            operators: [...operatorsOf(field)],
            values: field.values.map(({ value }) => value),
          })),
        };
      }),
    );

    const added = fieldSchema.extend({ isBuiltIn: z.boolean() });
    const adding = {
      tags: ['audience'],
      summary: 'Adds a field of the workspace’s own, or changes the words of one; an admin’s right.',
      body: fieldSchema,
      response: { ...answers(added), 201: added },
    };
    app.post('/fields', { schema: adding }, async (request, reply) =>
      reply.status(201).send(await inSession(deps, request, (ctx) => addField(ctx, request.body))),
    );
  };
