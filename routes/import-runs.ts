// Imports in steps: upload, look at what it would do, correct the columns, start, watch, stop, take back.
import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  demandExportable,
  EXPORT_FORMATS,
  type ExportFormat,
  exportCustomers,
} from '../core/customers/export/export-customers.ts';
import { columnWord } from '../core/customers/import/column-word.ts';
import { MAX_IMPORT_BYTES } from '../core/customers/import/import-source.ts';
import { saveMapping } from '../core/customers/import/mappings.ts';
import { importPreview, previewImport } from '../core/customers/import/preview-import.ts';
import {
  importEntriesQuery,
  importEntryRow,
  importRow,
  listImportEntries,
  listImports,
  readImport,
} from '../core/customers/import/read-imports.ts';
import { revertImport, revertOutcome } from '../core/customers/import/revert-import.ts';
import { cancelImport, startImport } from '../core/customers/import/run-import.ts';
import { discardDraft, storeImport, type Upload } from '../core/customers/import/store-import.ts';
import { demand } from '../core/tenants/roles.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { follow, wantsStream } from './follow.ts';
import { normaliserOf } from './normaliser.ts';
import { inSession, personOf } from './person.ts';
import { byId, limitOf } from './query.ts';

/** A batch of a thousand entries takes about as long. */
const LOOK_EVERY_MS = 400;
const MAX_FILES = 20;
const RAW = ['text/csv', 'text/markdown', 'text/plain', 'application/octet-stream'];

export const importRunRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const limit = deps.importLimitBytes ?? MAX_IMPORT_BYTES;
    const tags = ['imports'];
    // One byte more than is taken, so that it is we who say that a file is too large.
    app.register(multipart, { limits: { fileSize: limit + 1, files: MAX_FILES, parts: MAX_FILES + 10 } });
    app.addContentTypeParser(RAW, (_request, body, parsed) => parsed(null, body));
    const preview = (request: FastifyRequest, id: string) => {
      const { tenantId, actor } = personOf(request);
      return previewImport(
        { within: deps.within, normalise: normaliserOf(deps.channels), tenantId, actor },
        id,
      );
    };

    const uploading = {
      tags,
      summary:
        'Keeps files as a draft and says what importing them would do. A form, or one file as the body.',
      consumes: ['multipart/form-data', ...RAW],
      querystring: z.object({ name: z.string().min(1).max(200).default('import') }),
      response: answers(importPreview),
    };
    app.post('/imports', { schema: uploading, bodyLimit: limit + 1024 * 1024 }, async (request) => {
      const { tenantId, actor } = personOf(request);
      demand(actor, 'import');
      const uploads = request.isMultipart() ? formFiles(request) : bodyFile(request.body, request.query.name);
      const id = await storeImport({ within: deps.within, tenantId, actor }, uploads, limit);
      return preview(request, id);
    });

    const listed = z.object({ imports: z.array(importRow) });
    const listing = z.object({ limit: limitOf(50), before: z.uuid().optional() });
    app.get(
      '/imports',
      { schema: { tags, querystring: listing, response: answers(listed) } },
      async (request) => ({
        imports: await inSession(deps, request, (ctx) => listImports(ctx, request.query)),
      }),
    );

    const exporting = {
      tags: ['customers'],
      summary: 'Every customer as CSV, JSON, a workbook or a venue book, as the importer takes it again.',
      querystring: z.object({
        format: z.enum(Object.keys(EXPORT_FORMATS) as [ExportFormat, ...ExportFormat[]]).default('csv'),
      }),
      response: answers(z.string()),
    };
    app.get('/customers/export', { schema: exporting }, async (request, reply) => {
      const { format } = request.query;
      const { tenantId, actor } = personOf(request);
      await inSession(deps, request, (ctx) => demandExportable(ctx, format));
      const { type, extension } = EXPORT_FORMATS[format];
      reply.header('content-disposition', `attachment; filename="refrain-customers.${extension}"`).type(type);
      const pieces = exportCustomers({ within: deps.within, tenantId, actor }, format);
      return reply.send(Readable.from(pieces) as unknown as string);
    });

    const one = { tags, params: byId };
    const reading = {
      ...one,
      summary: 'How far it is. `Accept: text/event-stream` follows it while it runs.',
      response: answers(importRow),
    };
    app.get('/imports/:id', { schema: reading }, async (request, reply) => {
      const read = () => inSession(deps, request, (ctx) => readImport(ctx, request.params.id));
      const now = await read();
      if (!wantsStream(request)) return now;
      return follow({
        reply,
        now,
        read,
        isOver: ({ status }) => status !== 'running',
        everyMs: LOOK_EVERY_MS,
      });
    });

    const gone = {
      ...one,
      summary: 'Throws a draft away.',
      response: answers(z.object({ done: z.literal(true) })),
    };
    app.delete('/imports/:id', { schema: gone }, async (request) => {
      await inSession(deps, request, (ctx) => discardDraft(ctx, request.params.id));
      return { done: true as const };
    });

    const entries = z.object({ entries: z.array(importEntryRow) });
    const entriesSchema = { ...one, querystring: importEntriesQuery, response: answers(entries) };
    app.get('/imports/:id/entries', { schema: entriesSchema }, async (request) => ({
      entries: await inSession(deps, request, (ctx) =>
        listImportEntries(ctx, request.params.id, request.query),
      ),
    }));

    app.get('/imports/:id/preview', { schema: { ...one, response: answers(importPreview) } }, (request) =>
      preview(request, request.params.id),
    );

    const mapping = z.strictObject({
      signature: z.string().regex(/^[0-9a-f]{32}$/),
      /** Heading → what it is; "auto" goes back to the guess. */
      columns: z.record(z.string().max(1000), columnWord),
    });
    const mappingSchema = {
      ...one,
      summary: 'Corrects what columns mean, for this and every later file with the same header.',
      body: mapping,
      response: answers(importPreview),
    };
    app.put('/imports/:id/mapping', { schema: mappingSchema }, async (request) => {
      await inSession(deps, request, async (ctx) => {
        await readImport(ctx, request.params.id);
        await saveMapping(ctx, request.body);
      });
      return preview(request, request.params.id);
    });

    const started = {
      ...one,
      summary: 'Starts a draft, or goes on with a stopped one.',
      response: answers(importRow),
    };
    app.post('/imports/:id/start', { schema: started }, async (request) => {
      const row = await inSession(deps, request, async (ctx) => {
        await startImport(ctx, request.params.id);
        return readImport(ctx, request.params.id);
      });
      deps.imports.run(personOf(request).tenantId, row.id);
      return row;
    });

    app.post('/imports/:id/cancel', { schema: { ...one, response: answers(importRow) } }, (request) =>
      inSession(deps, request, async (ctx) => {
        await cancelImport(ctx, request.params.id);
        return readImport(ctx, request.params.id);
      }),
    );

    const reverted = { ...one, summary: 'Takes a whole import back.', response: answers(revertOutcome) };
    app.post('/imports/:id/revert', { schema: reverted }, (request) =>
      inSession(deps, request, (ctx) => revertImport(ctx, request.params.id)),
    );
  };

async function* formFiles(request: FastifyRequest): AsyncGenerator<Upload> {
  for await (const part of request.files()) yield { name: part.filename || 'import', bytes: part.file };
}

async function* bodyFile(body: unknown, name: string): AsyncGenerator<Upload> {
  if (body && typeof body === 'object' && Symbol.asyncIterator in body)
    yield { name, bytes: body as AsyncIterable<Uint8Array> };
}
