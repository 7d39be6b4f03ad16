import { factsSize, type TableSize } from '../../db/queries/audience-count.ts';
import type { Draft } from '../campaigns/draft.ts';
import { campaignType } from '../content/find-type.ts';
import type { Ctx } from '../context.ts';
import type { AudiencePart } from '../parts.ts';
import { audiencePart, type Input, OPEN, reachedBy } from './audience-part.ts';
import { type DrawnCustomers, drawCustomers, type Sizes } from './draw-customers.ts';
import { ANYBODY } from './recipient.ts';
import { openAudience } from './resolve-audience.ts';
import { selectRecipients } from './select-recipients.ts';

type Asked = Omit<Input, 'rules'> & {
  limit: number;
  /** The customer that the page before ended with. */
  after?: string | undefined;
  sizes?: Sizes | undefined;
};

/**
 * The audience card with so many of its customers, by name; `next` is where the list goes on. Of a large audience
 * `reachable` and `recipients` are estimates, as `estimated` says, and those left out are the page's.
 */
export async function audiencePage(
  ctx: Ctx,
  { limit, after, sizes, ...input }: Asked,
): Promise<AudiencePart> {
  const { filter, draft } = input;
  const excludedCustomerIds = draft?.excludedCustomerIds;
  const drawn = await drawCustomers(ctx, { filter, excludedCustomerIds, sizes });
  if (drawn) return largePage(ctx, { ...input, drawn, limit, after });
  const whole = await audiencePart(ctx, input);
  const from = whole.customers.findIndex(({ id }) => id === after) + 1;
  const customers = whole.customers.slice(from, from + limit);
  const isMore = whole.customers.length > from + limit;
  return { ...whole, customers, next: isMore ? customers.at(-1)!.id : null };
}

type Large = Omit<Asked, 'sizes'> & { drawn: DrawnCustomers };

export async function largePage(
  ctx: Ctx,
  { filter, draft, campaignId = null, drawn, limit, after }: Large,
): Promise<AudiencePart> {
  const excludedCustomerIds = draft?.excludedCustomerIds;
  const audience = await openAudience(ctx, { filter, excludedCustomerIds });
  const { total, customerIds } = drawn;
  const isRare = await areRare(ctx, { total, size: limit });
  const { customers, excluded, next } = await audience.page({ size: limit, after, isRare });
  const { unknown, notes } = await audience.remarks();
  const shown = await reach(ctx, { draft, customerIds: customers.map(({ id }) => id) });
  const sample = await reach(ctx, { draft, customerIds });
  const timesAll = (count: number) => Math.round((count * total) / customerIds.length);
  return {
    ...{ kind: 'audience', campaignId, total },
    reachable: timesAll(customerIds.length - sample.unreachable.length),
    recipients: timesAll(sample.recipients.length),
    estimated: { customers: customerIds.length, of: total },
    ...{ filter: audience.filter, words: audience.words, chips: audience.chips },
    ...reachedBy(shown, { customers, excluded }),
    ...{ unknown, notes, next },
  };
}

// Asking a customer on the way whether it is meant takes so many times as long as reading who is.
const ON_THE_WAY = 5;

/** Whether so many customers are read in less time than a page of them is found by following everybody's names. */
async function areRare(ctx: Ctx, { total, size }: { total: number; size: number }): Promise<boolean> {
  const { rows } = await ctx.tx.execute<TableSize>(factsSize);
  return total ** 2 < ON_THE_WAY * size * rows[0]!.rows;
}

type Reaching = { draft: Draft | undefined; customerIds: readonly string[] };

async function reach(ctx: Ctx, { draft, customerIds }: Reaching) {
  const rules = draft ? await campaignType(ctx, draft.type) : ANYBODY;
  return selectRecipients(ctx, { draft: draft ?? OPEN, customerIds, rules });
}
