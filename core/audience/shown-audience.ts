// What a conversation shows of an audience, and keeps: of a large one the first by name. Who is behind them is asked for.
import type { Ctx } from '../context.ts';
import type { AudiencePart } from '../parts.ts';
import { largePage } from './audience-page.ts';
import { audiencePart, type Input } from './audience-part.ts';
import { drawCustomers, isLarge, type Sizes } from './draw-customers.ts';

const SHOWN = 50;

type Shown = Omit<Input, 'rules'> & { sizes?: Sizes };

/** The audience card; of a large audience `total` is exact, and whom it reaches is told from some, as `estimated` says. */
export async function shownAudience(ctx: Ctx, { sizes, ...input }: Shown): Promise<AudiencePart> {
  const { filter, draft } = input;
  const excludedCustomerIds = draft?.excludedCustomerIds;
  const drawn = await drawCustomers(ctx, { filter, excludedCustomerIds, sizes });
  return drawn ? largePage(ctx, { ...input, drawn, limit: SHOWN }) : audiencePart(ctx, input);
}

/** The same of one that was looked at whole, whose figures stay as they are. */
export function firstOf(whole: AudiencePart, sizes?: Sizes): AudiencePart {
  if (!isLarge(whole.customers.length, sizes)) return whole;
  const customers = whole.customers.slice(0, SHOWN);
  return { ...whole, customers, next: customers.at(-1)!.id };
}
