import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCustomer } from '../../test/add-customer.ts';
import { type Choosing, mail, openChoosing, PLAIN, RENEWAL } from '../../test/choose-recipients.ts';
import type { Ctx } from '../context.ts';
import { openSelection } from './select-recipients.ts';

let workspace: Choosing;
beforeAll(async () => {
  workspace = await openChoosing();
});
afterAll(() => workspace.close());

/** How the query planner may join on this connection now. */
async function plansOf(ctx: Ctx): Promise<string> {
  const { rows } = await ctx.tx.execute<{ plans: string }>(sql`
    select concat_ws(' ', ${sql.join(
      ['nestloop', 'hashjoin', 'mergejoin', 'seqscan'].map((one) => sql`current_setting(${`enable_${one}`})`),
      sql`, `,
    )}) as plans`);
  return rows[0]!.plans;
}

// A freeze keeps one page while it chooses the next, on one connection: what either set there would be the other's, too.
it('is chosen without changing how what is asked beside it is planned', async () => {
  const { plans, chosen } = await workspace.system(async (ctx) => {
    const customerId = await addCustomer(ctx, { contacts: [{ role: 'it', at: { email: mail() } }] });
    const choosing = openSelection(ctx, { draft: PLAIN, rules: RENEWAL }).page([customerId]);
    let isChosen = false;
    const watch = choosing.finally(() => {
      isChosen = true;
    });
    const seen: string[] = [];
    while (!isChosen) seen.push(await plansOf(ctx));
    const { recipients } = await watch;
    return { plans: new Set(seen), chosen: recipients.length };
  });
  expect(chosen).toBe(1);
  expect(plans).toEqual(new Set(['on on on on']));
});
