import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';
import { customers } from './customers.ts';
import { reviewDecisions } from './reviews.ts';
import { sealedBytes, sealedIfNamed, sealedJson } from './sealed-columns.ts';

export const IMPORT_STATUSES = [
  'draft',
  'running',
  'cancelled',
  'failed',
  'done',
  'reverting',
  'reverted',
] as const;

/** One import: its files, how far it is, what it did. The rows it wrote name it, so that it can be taken back. */
export const imports = pgTable(
  'imports',
  {
    id: id(),
    tenantId: tenantId(),
    files: text('files').array().notNull(),
    status: text('status', { enum: IMPORT_STATUSES }).notNull().default('done'),
    /** core/customers/import/report.ts, without the entries */
    report: jsonb('report').notNull(),
    /** Entries that are written: where it goes on. */
    position: integer('position').notNull().default(0),
    /** Bytes of the files, and how many of them the entries so far were read from. */
    totalBytes: bigint('total_bytes', { mode: 'number' }).notNull().default(0),
    readBytes: bigint('read_bytes', { mode: 'number' }).notNull().default(0),
    /** Why it stopped: code, sentence, place. */
    problem: jsonb('problem'),
    /** Whoever runs it holds this, by the database's clock; afterwards another may take over. */
    leaseOwner: text('lease_owner'),
    leaseUntil: instant('lease_until'),
    createdBy: jsonb('created_by').notNull(),
    createdAt: createdAt(),
    finishedAt: instant('finished_at'),
    revertedAt: instant('reverted_at'),
  },
  (t) => [index('imports_status').on(t.tenantId, t.status), ownRows('imports')],
);

/** An uploaded file; its bytes are kept in pieces until the import is done. */
export const importFiles = pgTable(
  'import_files',
  {
    id: id(),
    tenantId: tenantId(),
    importId: uuid('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    /** core/customers/import/find-encoding.ts */
    encoding: jsonb('encoding').notNull(),
  },
  (t) => [uniqueIndex('import_files_position').on(t.importId, t.position), ownRows('import_files')],
);

export const importChunks = pgTable(
  'import_chunks',
  {
    id: id(),
    tenantId: tenantId(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => importFiles.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    data: sealedBytes('data').notNull(),
  },
  (t) => [uniqueIndex('import_chunks_position').on(t.fileId, t.position), ownRows('import_chunks')],
);

/** What an import did with each entry, and what was there before it. */
export const importEntries = pgTable(
  'import_entries',
  {
    id: id(),
    tenantId: tenantId(),
    importId: uuid('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    file: text('file').notNull(),
    line: integer('line').notNull(),
    name: text('name').notNull(),
    /** The key without the number that tells two of the same name apart. */
    baseKey: text('base_key').notNull(),
    looseName: text('loose_name').notNull(),
    customerId: uuid('customer_id').notNull(),
    outcome: text('outcome', {
      enum: ['created', 'updated', 'unchanged', 'review', 'discarded'],
    }).notNull(),
    reasons: text('reasons').array().notNull(),
    /** core/customers/import/read-existing.ts; null for one that the import created, {} for one that it left alone. */
    before: sealedJson('before'),
  },
  (t) => [
    uniqueIndex('import_entries_position').on(t.importId, t.position),
    index('import_entries_key').on(t.importId, t.baseKey),
    index('import_entries_name').on(t.importId, t.looseName),
    ownRows('import_entries'),
  ],
);

/** What a person said the columns of such a file mean: found again by the file's header. */
export const importMappings = pgTable(
  'import_mappings',
  {
    id: id(),
    tenantId: tenantId(),
    signature: text('signature').notNull(),
    /** Column heading → what it is: core/customers/import/column-word.ts */
    columns: jsonb('columns').$type<Record<string, string>>().notNull(),
    updatedBy: jsonb('updated_by').notNull(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('import_mappings_signature').on(t.tenantId, t.signature), ownRows('import_mappings')],
);

/** What looked wrong in a file: waits for a person, or flags a customer that is in. */
export const reviewItems = pgTable(
  'review_items',
  {
    id: id(),
    tenantId: tenantId(),
    importId: uuid('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    customerId: uuid('customer_id').references(() => customers.id, { onDelete: 'cascade' }),
    reason: text('reason').notNull(),
    detail: sealedIfNamed('detail').notNull(),
    file: text('file').notNull(),
    line: integer('line').notNull(),
    /** Blocking items keep the record out of audiences. */
    isBlocking: boolean('is_blocking').notNull(),
    status: text('status', { enum: ['open', 'confirmed', 'merged', 'discarded', 'split', 'fixed'] })
      .notNull()
      .default('open'),
    /** Null while it is open, and where a later file put it right by itself. */
    decisionId: uuid('decision_id').references(() => reviewDecisions.id),
    createdAt: createdAt(),
  },
  (t) => [
    index('review_items_customer').on(t.tenantId, t.customerId),
    index('review_items_decision').on(t.tenantId, t.decisionId),
    ownRows('review_items'),
  ],
);
