import { setImmediate as nextTurn } from 'node:timers/promises';
import { contacts, customers } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx, Within } from '../../context.ts';
import { readFields } from '../../fields/registry.ts';
import { type Actor, demand } from '../../tenants/roles.ts';
import { customerColumns, type ExportColumn } from './export-columns.ts';
import { readPage } from './read-page.ts';
import { type Exported, toExported } from './to-cells.ts';
import { bookWriter } from './write-book.ts';
import { csvWriter } from './write-csv.ts';
import { jsonWriter } from './write-json.ts';
import { packWorkbook, sheetWriter } from './write-xlsx.ts';

/** How a format begins, goes on and ends. */
export type ExportWriter = {
  begin(): string;
  write(customer: Exported, isFirst: boolean): string;
  end(): string;
};
export type ExportHead = { columns: readonly ExportColumn[]; title: string; today: string };

type Format = {
  type: string;
  extension: string;
  writer: (head: ExportHead) => ExportWriter;
  /** Where the text that the writer makes is not yet the file. */
  pack?: (text: AsyncIterable<string>) => AsyncGenerator<Uint8Array>;
  /** Rows, a contact each, that fit. */
  mostRows?: number;
};

export const EXPORT_FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv', writer: csvWriter },
  json: { type: 'application/json; charset=utf-8', extension: 'json', writer: jsonWriter },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    writer: sheetWriter,
    pack: packWorkbook,
    mostRows: 1_048_575,
  },
  'venue-book': { type: 'text/markdown; charset=utf-8', extension: 'md', writer: bookWriter },
} as const satisfies Record<string, Format>;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

// Read by one question each; the event loop is free after so many are written.
const PAGE = 300;
const AT_A_STRETCH = 50;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Throws `export:too_large` where the form cannot hold as many; asked before a download begins. */
export async function demandExportable(ctx: Ctx, format: ExportFormat): Promise<void> {
  demand(ctx.actor, 'export');
  demand(ctx.actor, 'unmask');
  const { mostRows }: Format = EXPORT_FORMATS[format];
  if (mostRows === undefined) return;
  // Of customers that several people belong to each person has a row; those without anybody have one, too.
  const rows = (await ctx.tx.$count(customers)) + (await ctx.tx.$count(contacts));
  if (rows <= mostRows) return;
  throw new AppError('export:too_large', `A workbook holds ${mostRows} rows; these may be ${rows}.`, {
    nextStep: 'Choose CSV or JSON, which hold any number.',
  });
}

/**
 * Every customer in audiences or waiting for review, as the importer takes it again: importing it changes no value. What
 * was only inferred is left out, because it is inferred again. Yields pieces, each read in a transaction of its own, so
 * that any number of customers needs no more memory than a few hundred. Needs `export`; the log has it.
 */
export async function* exportCustomers(
  by: Reader,
  format: ExportFormat,
): AsyncGenerator<string | Uint8Array> {
  const { writer, pack }: Format = EXPORT_FORMATS[format];
  await by.within(by.tenantId, by.actor, async (ctx) => {
    demand(ctx.actor, 'export');
    await recordAudit(ctx, { action: 'customers.exported', data: { format } });
  });
  const text = writeCustomers(by, writer);
  yield* pack ? pack(text) : text;
}

type Reader = { within: Within; tenantId: string; actor: Actor };

async function* writeCustomers(
  { within, tenantId, actor }: Reader,
  writer: Format['writer'],
): AsyncGenerator<string> {
  demand(actor, 'read');
  const open = <T>(work: (ctx: Ctx) => Promise<T>) => within(tenantId, actor, work);
  const head = await open(async (ctx) => ({
    columns: customerColumns(await readFields(ctx), ctx.tenant.settings),
    title: ctx.tenant.name,
    today: ctx.today,
  }));
  const { begin, write, end } = writer(head);
  yield begin();
  for (let after = FIRST, isFirst = true; ; isFirst = false) {
    const page = await open((ctx) => readPage(ctx, { after, limit: PAGE }));
    if (page.length === 0) break;
    for (let from = 0; from < page.length; from += AT_A_STRETCH) {
      yield page
        .slice(from, from + AT_A_STRETCH)
        .map((stored, at) => write(toExported(stored), isFirst && from + at === 0))
        .join('');
      await nextTurn();
    }
    after = page.at(-1)!.customer.id;
  }
  yield end();
}
