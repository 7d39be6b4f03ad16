import { selectRecipients } from '../audience/select-recipients.ts';
import type { Draft } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import { composeMessages } from './compose-messages.ts';
import type { Composed } from './compose-one.ts';
import { campaignType } from './find-type.ts';

// As many customers as it takes to meet each channel in most workspaces.
const LOOKED_AT = 40;

/** One message of each channel, to the first of these customers whom it reaches. */
export async function sampleMessages(
  ctx: Ctx,
  { draft, customerIds }: { draft: Draft; customerIds: readonly string[] },
): Promise<Composed[]> {
  const { recipients } = await selectRecipients(ctx, {
    draft,
    customerIds: customerIds.slice(0, LOOKED_AT),
    rules: await campaignType(ctx, draft.type),
  });
  const first = [...Map.groupBy(recipients, ({ channel }) => channel).values()].map(([one]) => one!);
  // With their colleagues, who are greeted together.
  const houses = new Set(first.map(({ customerId }) => customerId));
  const written = recipients.filter(({ customerId }) => houses.has(customerId));
  const composed = await composeMessages(ctx, { draft, recipients: written });
  return composed.filter(({ recipient }) => first.includes(recipient));
}
