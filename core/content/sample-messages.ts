import type { Recipient } from '../audience/recipient.ts';
import { selectRecipients } from '../audience/select-recipients.ts';
import type { Draft } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import { composeMessages } from './compose-messages.ts';
import type { Composed } from './compose-one.ts';
import { campaignType } from './find-type.ts';

type Input = {
  draft: Draft;
  customerIds: readonly string[];
  /** Of all of these customers, in their order, where they are known. */
  recipients?: readonly Recipient[] | undefined;
};

// As many customers as it takes to meet each channel in most workspaces.
const LOOKED_AT = 40;

/** One message of each channel, to the first of these customers whom it reaches. */
export async function sampleMessages(
  ctx: Ctx,
  { draft, customerIds, recipients: known }: Input,
): Promise<Composed[]> {
  const lookedAt = customerIds.slice(0, LOOKED_AT);
  const recipients = known
    ? ofCustomers(known, lookedAt)
    : await recipientsAt(ctx, { draft, customerIds: lookedAt });
  const first = [...Map.groupBy(recipients, ({ channel }) => channel).values()].map(([one]) => one!);
  // With their colleagues, who are greeted together.
  const houses = new Set(first.map(({ customerId }) => customerId));
  const written = recipients.filter(({ customerId }) => houses.has(customerId));
  const composed = await composeMessages(ctx, { draft, recipients: written });
  return composed.filter(({ recipient }) => first.includes(recipient));
}

function ofCustomers(recipients: readonly Recipient[], customerIds: readonly string[]): readonly Recipient[] {
  const asked = new Set(customerIds);
  return recipients.filter(({ customerId }) => asked.has(customerId));
}

async function recipientsAt(
  ctx: Ctx,
  { draft, customerIds }: Pick<Input, 'draft' | 'customerIds'>,
): Promise<readonly Recipient[]> {
  const rules = await campaignType(ctx, draft.type);
  return (await selectRecipients(ctx, { draft, customerIds, rules })).recipients;
}
