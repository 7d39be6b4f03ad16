import { eq } from 'drizzle-orm';
import { brands, imports, users } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { newId } from '../../../lib/ids.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx } from '../../context.ts';
import type { Field } from '../../fields/field.ts';
import { readFields } from '../../fields/registry.ts';
import { demand } from '../../tenants/roles.ts';
import { columnReader } from './columns.ts';
import { decodeFile, type ImportFile, MAX_IMPORT_BYTES, unreadable } from './decode-file.ts';
import { keyRecords } from './find-duplicates.ts';
import { makeReport } from './make-report.ts';
import { brandMatcher } from './match-brand.ts';
import { type ChannelNormaliser, normaliseAddress } from './normalise-address.ts';
import { planCustomer } from './plan-customer.ts';
import type { PrepareContext } from './prepare-context.ts';
import { prepareRecord } from './prepare-record.ts';
import { known, type RawRecord, type ReadFile } from './raw-record.ts';
import { readCsv } from './read-csv.ts';
import { readExisting, readNames } from './read-existing.ts';
import { isVenueBook, readVenueBook } from './read-venue-book.ts';
import type { ImportReport } from './report.ts';
import { saveConsents } from './save-consents.ts';
import { savePlans } from './save-plans.ts';

export type ImportInput = {
  files: readonly ImportFile[];
  /** The channels' own canonical forms; without it the importer's, which are the same. */
  normalise?: ChannelNormaliser;
};

// A tenant has thousands of customers; a file with more entries than this is not a list of customers.
const MAX_ENTRIES = 100_000;

/**
 * Takes venue books and CSV files as they are. Every entry becomes a customer with its source text and line, what was
 * inferred marked as such; entries that are no customers wait for review, other doubts are flags. Importing again
 * updates, never doubles, and leaves alone what a person corrected or discarded. Refuses with `import:unreadable`,
 * `import:empty` or `import:too_large` before anything is written.
 */
export async function importFiles(ctx: Ctx, { files, normalise }: ImportInput): Promise<ImportReport> {
  demand(ctx.actor, 'import');
  const fields = await readFields(ctx);
  const read = readFiles(files, fields);
  const records = read.flatMap((file) => file.records);
  const context = await readContext(ctx, fields, normalise ?? normaliseAddress);
  const keyed = keyRecords(records, {
    ownId: (record) => ownId(record, context),
    present: await readNames(ctx),
  });
  const prepared = keyed.map((one) => prepareRecord(one, context));
  const existing = await readExisting(
    ctx,
    prepared.map(({ key }) => key),
  );
  const kinds = read.flatMap(({ kind, records: own }) => own.map(() => kind));
  const plans = prepared.map((one, at) =>
    planCustomer(one, { before: existing.get(one.key), kind: kinds[at] ?? 'csv' }),
  );
  const importId = newId();
  const draft = makeReport({ importId, files: read, plans, consents: 0 });
  await ctx.tx.insert(imports).values({
    id: importId,
    tenantId: ctx.tenant.id,
    files: read.map(({ name }) => name),
    report: draft,
    createdBy: ctx.actor,
  });
  await savePlans(ctx, importId, plans);
  const report = { ...draft, consents: await saveConsents(ctx, plans) };
  await ctx.tx.update(imports).set({ report }).where(eq(imports.id, importId));
  const { items, ...counts } = report;
  await recordAudit(ctx, { action: 'customers.imported', subject: importId, data: counts });
  return report;
}

function readFiles(files: readonly ImportFile[], fields: readonly Field[]): ReadFile[] {
  if (files.length === 0)
    throw new AppError('import:empty', 'There is no file.', { nextStep: 'Choose a file.' });
  const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  if (bytes > MAX_IMPORT_BYTES && files.length > 1) {
    throw new AppError(
      'import:too_large',
      `The files together have ${Math.ceil(bytes / 2 ** 20)} MB; 48 MB is the most.`,
      {
        nextStep: 'Import them one after the other.',
      },
    );
  }
  const read = files.map((file) => readFile(file, fields));
  const entries = read.reduce((sum, { records }) => sum + records.length, 0);
  if (entries > MAX_ENTRIES) {
    throw new AppError(
      'import:too_large',
      `There are ${entries} entries; ${MAX_ENTRIES} is the most at once.`,
      {
        nextStep: 'Split the file and import the parts one after the other.',
      },
    );
  }
  return read;
}

function readFile(file: ImportFile, fields: readonly Field[]): ReadFile {
  const text = decodeFile(file);
  if (/\.(csv|tsv)$/i.test(file.name)) return readCsv(file.name, text, fields);
  if (isVenueBook(text)) return readVenueBook(file.name, text);
  if (/\.(md|markdown)$/i.test(file.name)) {
    throw new AppError('import:empty', `${file.name} has no entries.`, {
      nextStep: 'An entry begins with a heading of level three: "### Name of the customer".',
      where: { file: file.name },
    });
  }
  const header = text.split(/\r\n|\n|\r/, 1)[0] ?? '';
  if (/[,;\t|]/.test(header)) return readCsv(file.name, text, fields);
  throw unreadable(
    file.name,
    'is neither a venue book nor a CSV',
    'A venue book has "### Name" headings; a CSV has a header line with a column "Name".',
    { line: 1 },
  );
}

async function readContext(
  ctx: Ctx,
  fields: readonly Field[],
  normalise: ChannelNormaliser,
): Promise<PrepareContext> {
  const known = await ctx.tx.select().from(brands);
  const people = await ctx.tx.select({ id: users.id, name: users.name, email: users.email }).from(users);
  return {
    fields,
    brands: known,
    matchBrand: brandMatcher(known),
    readColumn: columnReader(fields),
    users: people,
    settings: ctx.tenant.settings,
    normalise,
    keys: ctx.keys,
    today: ctx.today,
  };
}

/** The file's own id of a customer, where it has such a column. */
function ownId(record: RawRecord, { readColumn }: PrepareContext): string | null {
  const field = record.fields.find(({ label }) => {
    const column = readColumn(label);
    return column?.kind === 'extra' && column.key === 'id';
  });
  return known(field?.value);
}
