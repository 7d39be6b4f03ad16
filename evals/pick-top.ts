import { resolveAudience } from '../core/audience/resolve-audience.ts';
import type { Ctx } from '../core/context.ts';

type Customer = { id: string; name: string };
type Input<Some extends Customer> = { customers: readonly Some[]; top: number; by: string };
/** `sure` are above the last value that counts; any of `tied` may fill the rest. */
export type Top<Some extends Customer> = { sure: Some[]; tied: Some[] };

/** The customers with the highest values of a number or money field, found through filters alone: by halving. */
export async function pickTop<Some extends Customer>(
  ctx: Ctx,
  { customers, top, by }: Input<Some>,
): Promise<Top<Some>> {
  const reaching = async (from: number): Promise<Some[]> => {
    const filter = { op: 'between', field: by, from, to: null };
    const ids = new Set((await resolveAudience(ctx, { filter })).customers.map(({ id }) => id));
    return customers.filter(({ id }) => ids.has(id));
  };
  const known = await reaching(0);
  if (known.length <= top) return { sure: known, tied: [] };
  let [low, high] = [0, 1];
  while ((await reaching(high)).length >= top) [low, high] = [high, high * 4];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((await reaching(middle)).length >= top) low = middle;
    else high = middle;
  }
  const [sure, all] = [await reaching(low + 1), await reaching(low)];
  return { sure, tied: all.filter((one) => !sure.includes(one)) };
}
