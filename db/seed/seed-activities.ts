import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Ctx } from '../../core/context.ts';
import { addDays, instantAt } from '../../lib/dates.ts';
import { activities, customers } from '../schema/index.ts';

const rowSchema = z
  .object({
    customer: z.string(),
    kind: z.string().min(1),
    days_ago: z.coerce.number().int().nonnegative(),
    /** Minor units where a currency stands. */
    value: z.string().transform((text) => (text === '' ? null : Number(text))),
    currency: z.string().transform((text) => text || null),
  })
  .catchall(z.string());

const ROWS_AT_ONCE = 1000;

/** What the demonstration's customers did, counted back from today; every other column is an attribute. */
export async function seedActivities(ctx: Ctx, csv: string): Promise<void> {
  const rows = z.array(rowSchema).parse(parse(csv, { columns: true, skip_empty_lines: true }));
  const known = await ctx.tx.select({ id: customers.id, name: customers.name }).from(customers);
  const ids = new Map(known.map(({ id, name }) => [name, id]));
  const { timeZone } = ctx.tenant.settings;
  const found = rows.flatMap(({ customer, kind, days_ago: daysAgo, value, currency, ...rest }) => {
    const customerId = ids.get(customer);
    if (!customerId) return [];
    const at = instantAt(addDays(ctx.today, -daysAgo), '12:00', timeZone);
    const attributes = Object.fromEntries(Object.entries(rest).filter(([, text]) => text !== ''));
    return [{ tenantId: ctx.tenant.id, customerId, kind, at, value, currency, attributes }];
  });
  for (let at = 0; at < found.length; at += ROWS_AT_ONCE)
    await ctx.tx.insert(activities).values(found.slice(at, at + ROWS_AT_ONCE));
}
