import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { importFiles } from '../core/customers/import/import-files.ts';
import { importReport } from '../core/customers/import/report.ts';
import { demand } from '../core/tenants/roles.ts';
import { AppError } from '../lib/errors.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { normaliserOf } from './normaliser.ts';
import { inSession, personOf } from './person.ts';

/** A venue book of fifty thousand lines is 3 MB; twenty times that is no file that people keep by hand. */
const IMPORT_LIMIT_BYTES = 64 * 1024 * 1024;
const MAX_FILES = 20;
const RAW = ['text/csv', 'text/markdown', 'text/plain', 'application/octet-stream'];

type NamedFile = { name: string; bytes: Uint8Array };

/** Files as a form sends them, or one file as the body itself. */
export const importRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const limit = deps.importLimitBytes ?? IMPORT_LIMIT_BYTES;
    app.register(multipart, { limits: { fileSize: limit, files: MAX_FILES, parts: MAX_FILES + 10 } });
    app.addContentTypeParser(RAW, { parseAs: 'buffer', bodyLimit: limit }, (_request, body, parsed) =>
      parsed(null, body),
    );
    const schema = {
      tags: ['customers'],
      summary:
        'Imports venue books, CSV, JSON and XLSX in one transaction: a form, or one file as the body with ?name=.',
      consumes: ['multipart/form-data', ...RAW],
      querystring: z.object({ name: z.string().min(1).max(200).default('import') }),
      response: answers(importReport),
    };
    app.post('/customers/import', { schema, bodyLimit: limit }, async (request) => {
      // Before anything is read: a viewer's upload is not worth the memory.
      demand(personOf(request).actor, 'import');
      const files = request.isMultipart()
        ? await readForm(request, limit)
        : [{ name: request.query.name, bytes: rawBody(request.body) }];
      const report = await inSession(deps, request, (ctx) =>
        importFiles(ctx, { files, normalise: normaliserOf(deps.channels) }),
      );
      await deps.database.refreshStatistics();
      return report;
    });
  };

async function readForm(request: FastifyRequest, limit: number): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  let total = 0;
  for await (const part of request.files()) {
    const bytes = await part.toBuffer();
    total += bytes.length;
    if (total > limit) {
      throw new AppError('import:too_large', 'These files together are too large.', {
        nextStep: 'Import them in turns.',
      });
    }
    files.push({ name: part.filename || 'import', bytes });
  }
  if (files.length > 0) return files;
  throw new AppError('import:empty', 'The form holds no file.', { nextStep: 'Choose a file first.' });
}

function rawBody(body: unknown): Uint8Array {
  if (body instanceof Uint8Array && body.length > 0) return body;
  throw new AppError('import:empty', 'The request holds no file.', {
    nextStep: 'Send the file as the body, or as multipart/form-data.',
  });
}
