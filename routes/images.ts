import type { FastifyError } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  IMAGE_LIMIT_BYTES,
  keepImage,
  nameImage,
  removeImage,
  replaceImage,
} from '../core/images/keep-image.ts';
import { listedImage, listImages, readImageFile } from '../core/images/read-images.ts';
import { imageVersion, listImageVersions, restoreImage } from '../core/images/restore-image.ts';
import { AppError } from '../lib/errors.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId, done } from './query.ts';

const words = z.string().trim().min(2).max(120);
const TYPES = ['image/png', 'image/jpeg', 'image/gif', 'application/octet-stream'];
const TOO_LARGE = () =>
  new AppError('input:too_large', 'The picture is larger than 5 MB.', {
    nextStep: 'Make it smaller: 1,200 pixels wide is plenty for a message.',
  });

/** The pictures of the workspace. One file is the body itself, so that what is too large is refused by its length alone. */
export const imageRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const limit = { parseAs: 'buffer', bodyLimit: IMAGE_LIMIT_BYTES } as const;
    app.addContentTypeParser(TYPES, limit, (_request, body, parsed) => parsed(null, body));
    app.setErrorHandler<FastifyError>((error) => {
      throw error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? TOO_LARGE() : error;
    });
    const tags = ['pictures'];
    const images = z.object({ images: z.array(listedImage) });
    const consumes = TYPES;

    app.get('/images', { schema: { tags, response: answers(images) } }, (request) =>
      inSession(deps, request, async (ctx) => ({ images: await listImages(ctx) })),
    );

    const keeping = {
      ...{ tags, consumes },
      summary: 'Keeps a picture (PNG, JPEG or GIF of up to 5 MB, as the body) that messages may show.',
      // Judged once it is known that the person may: they are as much content as the file.
      querystring: z.object({
        name: z.string().max(500).default(''),
        alternative: z.string().max(500).default(''),
      }),
      response: { ...answers(listedImage), 201: listedImage },
    };
    app.post('/images', { schema: keeping, bodyLimit: IMAGE_LIMIT_BYTES }, async (request, reply) => {
      const bytes = bytesOf(request.body);
      const kept = await inSession(deps, request, async (ctx) => {
        const id = await keepImage(ctx, { ...request.query, bytes });
        return (await listImages(ctx)).find((image) => image.id === id)!;
      });
      return reply.status(201).send(kept);
    });

    const replacing = {
      ...{ tags, consumes, params: byId, response: answers(done) },
      summary: 'Another file in its place; what was frozen keeps the one that it was approved with.',
    };
    app.put('/images/:id/file', { schema: replacing, bodyLimit: IMAGE_LIMIT_BYTES }, async (request) => {
      const bytes = bytesOf(request.body);
      await inSession(deps, request, (ctx) => replaceImage(ctx, { id: request.params.id, bytes }));
      return { done: true as const };
    });

    const naming = {
      ...{ tags, params: byId, response: answers(done) },
      body: z.strictObject({ name: words.optional(), alternative: words.optional() }),
    };
    app.patch('/images/:id', { schema: naming }, async (request) => {
      await inSession(deps, request, (ctx) => nameImage(ctx, { id: request.params.id, ...request.body }));
      return { done: true as const };
    });

    const versions = z.object({ versions: z.array(imageVersion) });
    app.get(
      '/images/:id/versions',
      { schema: { tags, params: byId, response: answers(versions) } },
      async (request) => ({
        versions: await inSession(deps, request, (ctx) => listImageVersions(ctx, request.params.id)),
      }),
    );

    const restoring = {
      ...{ tags, params: byId, response: answers(done) },
      summary: 'Back into the library; with a version, that file is the latest again.',
      body: z.strictObject({ version: z.int().positive().optional() }),
    };
    app.post('/images/:id/restore', { schema: restoring }, async (request) => {
      await inSession(deps, request, (ctx) => restoreImage(ctx, { id: request.params.id, ...request.body }));
      return { done: true as const };
    });

    app.delete(
      '/images/:id',
      { schema: { tags, params: byId, response: answers(done) } },
      async (request) => {
        await inSession(deps, request, (ctx) => removeImage(ctx, request.params.id));
        return { done: true as const };
      },
    );
  };

const bytesOf = (body: unknown): Uint8Array => (body instanceof Uint8Array ? body : new Uint8Array());

// Whatever the bytes hold, a browser that is led here shows a picture or nothing.
const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** The files as readers' mail programs and phones ask for them: by nobody in particular, and for good. */
export const imageFileRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const params = z.object({ name: z.string().max(60) });
    app.get('/i/:name', { exposeHeadRoute: true, schema: { params, hide: true } }, async (request, reply) => {
      const file = await readImageFile(deps.database, request.params.name);
      if (!file) return reply.status(404).type('text/plain').send('There is no such picture.');
      return reply
        .type(file.type)
        .header('content-security-policy', PICTURE_POLICY)
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(Buffer.from(file.content));
    });
  };
