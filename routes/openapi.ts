// The description at /openapi.json is made from the same zod schemas that check what comes in and goes out.
import swagger, { type SwaggerTransformObject } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askAnswer } from '../core/ask-answer.ts';
import { filterSchema } from '../core/audience/filter.ts';
import { draftSchema, scheduleSchema } from '../core/campaigns/draft.ts';
import { approvalPart, audiencePart, partSchema, previewPart, progressPart } from '../core/parts.ts';
import { errorAnswer } from './error-answer.ts';

// A registry of our own: names given in zod's global one would also change the schemas that a model gets for its
// tools. The filter has to be named here, because a tree can refer to itself only by name.
const named = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries({
  Filter: filterSchema,
  Schedule: scheduleSchema,
  Draft: draftSchema,
  Audience: audiencePart,
  Preview: previewPart,
  Approval: approvalPart,
  Progress: progressPart,
  Part: partSchema,
  AskAnswer: askAnswer,
  Error: errorAnswer,
}))
  named.add(schema, { id });

export function describeApi(app: FastifyInstance, baseUrl: string): void {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Refrain',
        version: '1.0.0',
        description:
          'Prepares, shows and, once a person has approved exactly that, sends campaigns. A script sends its API ' +
          'token; it may prepare everything and approve nothing.',
      },
      servers: [{ url: baseUrl }],
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'refrain_session' },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
    transform: createJsonSchemaTransform({ schemaRegistry: named }),
    transformObject: withUpload(createJsonSchemaTransformObject({ schemaRegistry: named })),
  });
  app.register(swaggerUi, { routePrefix: '/docs' });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

const FILE = { type: 'string', format: 'binary' } as const;
const UPLOAD = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: { type: 'object', properties: { files: { type: 'array', items: FILE } } },
    },
    'text/csv': { schema: FILE },
    'text/markdown': { schema: FILE },
  },
} as const;

/** A file is no JSON, so no schema of ours describes it. */
const withUpload =
  (transform: SwaggerTransformObject): SwaggerTransformObject =>
  (document) => {
    const described = transform(document);
    const upload = described.paths?.['/api/v1/customers/import']?.post;
    if (upload) Object.assign(upload, { requestBody: UPLOAD });
    return described;
  };
