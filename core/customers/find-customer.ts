import { and, eq, isNull, sql } from 'drizzle-orm';
import { foldSql } from '../../db/queries/fold.ts';
import { contacts, customers } from '../../db/schema/index.ts';
import { isId } from '../../lib/ids.ts';
import { fold } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

type Asked = { customer?: string | undefined; contact?: string | undefined };
type Found = { id: string; name: string };

const MOST = 6;

/**
 * The active customers that a person may mean: by id, by name, or by a part of it where nobody has it whole; without
 * any, those where somebody of the contact's name works. At most six, by name.
 */
export async function findCustomer(ctx: Ctx, { customer, contact }: Asked): Promise<Found[]> {
  demand(ctx.actor, 'read');
  const columns = { id: customers.id, name: customers.name };
  const isActive = eq(customers.status, 'active');
  const named = (condition: ReturnType<typeof sql>) =>
    ctx.tx
      .select(columns)
      .from(customers)
      .where(and(isActive, condition))
      .orderBy(customers.name)
      .limit(MOST);
  if (customer && isId(customer)) return named(sql`${customers.id} = ${customer}`);
  if (customer) {
    const words = fold(customer);
    if (!words) return [];
    const whole = await named(sql`${foldSql(sql`${customers.name}`)} = ${words}`);
    return whole.length > 0
      ? whole
      : named(sql`strpos(' ' || ${foldSql(sql`${customers.name}`)} || ' ', ${` ${words} `}) > 0`);
  }
  if (!contact) return [];
  return ctx.tx
    .selectDistinct(columns)
    .from(customers)
    .innerJoin(contacts, eq(contacts.customerId, customers.id))
    .where(
      and(
        isActive,
        isNull(contacts.leftAt),
        sql`strpos(' ' || lower(${contacts.name}) || ' ', ${` ${contact.toLowerCase()} `}) > 0`,
      ),
    )
    .orderBy(customers.name)
    .limit(MOST);
}
