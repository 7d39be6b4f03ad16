import type { Filter } from '../core/audience/filter.ts';
import { resolveAudience } from '../core/audience/resolve-audience.ts';
import type { Ctx } from '../core/context.ts';
import type { Expectation } from './case.ts';
import { type Customer, without } from './grade-answer.ts';
import { pickRanked } from './pick-ranked.ts';

/**
 * The customers that an expectation means; null when it names none. Where several may take a place
 * (a tie, a sample), those that were `got`.
 * Throws what core says of a wrong filter.
 */
export async function expectedCustomers(
  ctx: Ctx,
  expect: Expectation,
  got: readonly Customer[] = [],
): Promise<Customer[] | null> {
  if (!expect.filter) return null;
  const { customers } = await resolveAudience(ctx, { filter: expect.filter });
  const excluded = new Set(expect.excluded ?? []);
  const left = customers.filter(({ name }) => !excluded.has(name));
  if (!expect.select) return left;
  const { sure, free, size } = await selection(ctx, { filter: expect.filter, left, select: expect.select });
  const chosen = [...without(free, without(free, got)), ...without(free, got)];
  return [...sure, ...chosen].slice(0, size);
}

type Select = NonNullable<Expectation['select']>;
type Selection = { filter: Filter; left: Customer[]; select: Select };

async function selection(ctx: Ctx, { filter, left, select }: Selection) {
  if ('sample' in select) return { sure: [], free: left, size: select.sample };
  const [from, size] =
    'top' in select ? (['top', select.top] as const) : (['bottom', select.bottom] as const);
  const { sure, tied } = await pickRanked(ctx, { filter, size, by: select.by, from });
  return { sure, free: tied, size };
}
