import type { Ctx, Within } from '../../context.ts';
import { readFields } from '../../fields/registry.ts';
import { type Actor, demand } from '../../tenants/roles.ts';
import { customerColumns, type ExportColumn } from './export-columns.ts';
import { readPage } from './read-page.ts';
import { type Exported, toExported } from './to-cells.ts';
import { bookWriter } from './write-book.ts';
import { csvWriter } from './write-csv.ts';
import { jsonWriter } from './write-json.ts';

/** How a format begins, goes on and ends. */
export type ExportWriter = {
  begin(): string;
  write(customer: Exported, isFirst: boolean): string;
  end(): string;
};
export type ExportHead = { columns: readonly ExportColumn[]; title: string; today: string };

export const EXPORT_FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv', writer: csvWriter },
  json: { type: 'application/json; charset=utf-8', extension: 'json', writer: jsonWriter },
  'venue-book': { type: 'text/markdown; charset=utf-8', extension: 'md', writer: bookWriter },
} as const satisfies Record<
  string,
  { type: string; extension: string; writer: (head: ExportHead) => ExportWriter }
>;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

const PAGE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Every customer in audiences or waiting for review, as the importer takes it again: importing it changes no value. What
 * was only inferred is left out, because it is inferred again; of contracts the latest is written. Yields pieces of
 * text, each read in a transaction of its own, so that any number of customers needs no more memory than a few hundred.
 */
export async function* exportCustomers(
  { within, tenantId, actor }: { within: Within; tenantId: string; actor: Actor },
  format: ExportFormat,
): AsyncGenerator<string> {
  demand(actor, 'read');
  const open = <T>(work: (ctx: Ctx) => Promise<T>) => within(tenantId, actor, work);
  const head = await open(async (ctx) => ({
    columns: customerColumns(await readFields(ctx), ctx.tenant.settings),
    title: ctx.tenant.name,
    today: ctx.today,
  }));
  const writer = EXPORT_FORMATS[format].writer(head);
  yield writer.begin();
  for (let after = FIRST, isFirst = true; ; isFirst = false) {
    const page = await open((ctx) => readPage(ctx, { after, limit: PAGE }));
    if (page.length === 0) break;
    yield page.map((stored, at) => writer.write(toExported(stored), isFirst && at === 0)).join('');
    after = page.at(-1)!.customer.id;
  }
  yield writer.end();
}
