import { and, asc, eq } from 'drizzle-orm';
import { importChunks, importFiles, imports } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { newId } from '../../../lib/ids.ts';
import type { Ctx, Within } from '../../context.ts';
import { type Actor, demand } from '../../tenants/roles.ts';
import { type EncodingGuess, sniffEncoding } from './find-encoding.ts';
import { demandSize, type ImportSource, MAX_IMPORT_BYTES } from './import-source.ts';
import { NO_COUNTS } from './make-report.ts';
import { findImport, wrongState } from './read-imports.ts';

export type Upload = { name: string; bytes: AsyncIterable<Uint8Array> };
type Person = { within: Within; tenantId: string; actor: Actor };

const CHUNK = 512 * 1024;

/**
 * Keeps uploaded files in pieces, one transaction a piece, as a draft that can be looked at, corrected and started.
 * `import:empty` without a file, `import:too_large` beyond 256 MB together: then nothing is kept.
 */
export async function storeImport(
  person: Person,
  uploads: AsyncIterable<Upload>,
  maxBytes = MAX_IMPORT_BYTES,
): Promise<string> {
  demand(person.actor, 'import');
  const importId = newId();
  const open = <T>(work: (ctx: Ctx) => Promise<T>) => person.within(person.tenantId, person.actor, work);
  await open((ctx) =>
    ctx.tx.insert(imports).values({
      id: importId,
      tenantId: ctx.tenant.id,
      files: [],
      status: 'draft',
      report: NO_COUNTS,
      createdBy: ctx.actor,
    }),
  );
  try {
    const files: { name: string; bytes: number }[] = [];
    for await (const upload of uploads) {
      const before = files.reduce((sum, { bytes }) => sum + bytes, 0);
      const position = files.length;
      files.push({
        name: upload.name,
        bytes: await storeFile(open, { upload, importId, position, before, maxBytes }),
      });
    }
    if (files.length === 0)
      throw new AppError('import:empty', 'The request holds no file.', { nextStep: 'Choose a file first.' });
    const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
    const names = files.map(({ name }) => name);
    await open((ctx) =>
      ctx.tx.update(imports).set({ files: names, totalBytes }).where(eq(imports.id, importId)),
    );
    return importId;
  } catch (error) {
    await open((ctx) => ctx.tx.delete(imports).where(eq(imports.id, importId)));
    throw error;
  }
}

/** Throws a draft and its files away; nothing else was written of it. `import:state` for one that was started. */
export async function discardDraft(ctx: Ctx, importId: string): Promise<void> {
  demand(ctx.actor, 'import');
  const { status } = await findImport(ctx, importId);
  if (status !== 'draft') throw wrongState(status, 'thrown away');
  await ctx.tx.delete(imports).where(eq(imports.id, importId));
}

type Open = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;
type Storing = { upload: Upload; importId: string; position: number; before: number; maxBytes: number };

async function storeFile(
  open: Open,
  { upload, importId, position, before, maxBytes }: Storing,
): Promise<number> {
  const { name } = upload;
  const fileId = newId();
  const sniffer = sniffEncoding();
  await open((ctx) =>
    ctx.tx
      .insert(importFiles)
      .values({ id: fileId, tenantId: ctx.tenant.id, importId, position, name, bytes: 0, encoding: {} }),
  );
  let bytes = 0;
  let at = 0;
  for await (const data of inChunks(upload.bytes)) {
    bytes += data.length;
    demandSize(name, before + bytes, maxBytes);
    sniffer.add(data);
    const piece = { fileId, position: at++, data };
    await open((ctx) => ctx.tx.insert(importChunks).values({ tenantId: ctx.tenant.id, ...piece }));
  }
  await open((ctx) =>
    ctx.tx.update(importFiles).set({ bytes, encoding: sniffer.end() }).where(eq(importFiles.id, fileId)),
  );
  return bytes;
}

async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    held.push(piece);
    length += piece.length;
    if (length < CHUNK) continue;
    yield Buffer.concat(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held);
}

/** The stored files of an import as sources. `onBytes` hears how far a file was read. */
export async function storedSources(
  open: Open,
  importId: string,
  onBytes: (position: number, bytes: number) => void = () => {},
): Promise<ImportSource[]> {
  const files = await open((ctx) =>
    ctx.tx
      .select()
      .from(importFiles)
      .where(eq(importFiles.importId, importId))
      .orderBy(asc(importFiles.position)),
  );
  return files.map(({ id, name, bytes, encoding, position }) => ({
    name,
    size: bytes,
    encoding: encoding as EncodingGuess,
    lines: 0,
    open: () => readChunks(open, { fileId: id, onBytes: (read) => onBytes(position, read) }),
  }));
}

async function* readChunks(
  open: Open,
  { fileId, onBytes }: { fileId: string; onBytes: (bytes: number) => void },
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for (let position = 0; ; position++) {
    const [chunk] = await open((ctx) =>
      ctx.tx
        .select({ data: importChunks.data })
        .from(importChunks)
        .where(and(eq(importChunks.fileId, fileId), eq(importChunks.position, position))),
    );
    if (!chunk) return;
    read += chunk.data.length;
    onBytes(read);
    yield chunk.data;
  }
}
