import { resolveAudience } from '../core/audience/resolve-audience.ts';
import type { Ctx } from '../core/context.ts';
import type { Expectation } from './case.ts';
import { type Customer, without } from './grade-answer.ts';
import { pickTop } from './pick-top.ts';

/**
 * The customers that an expectation means; null when it names none. Of a tie for the last place, those that were `got`.
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
  const { sure, tied } = await pickTop(ctx, { customers: left, ...expect.select });
  const chosen = [...without(tied, without(tied, got)), ...without(tied, got)];
  return [...sure, ...chosen].slice(0, expect.select.top);
}
