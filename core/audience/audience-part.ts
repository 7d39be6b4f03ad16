import type { Draft } from '../campaigns/draft.ts';
import { campaignType } from '../content/find-type.ts';
import type { Ctx } from '../context.ts';
import type { AudiencePart } from '../parts.ts';
import { ANYBODY, type Recipient, type RecipientRules, type RecipientSelection } from './recipient.ts';
import { resolveAudience } from './resolve-audience.ts';
import { selectRecipients } from './select-recipients.ts';

type Input = {
  filter: unknown;
  draft?: Draft | undefined;
  campaignId?: string | null | undefined;
  /** Those of the draft's type unless told. */
  rules?: RecipientRules;
};

const OPEN = { channels: [], roles: [], contactIds: {} };

/**
 * The audience card: everybody the filter means, who of them is reached, and who is not and why. Without a draft,
 * whoever could be written to for service counts as reached.
 */
export const audiencePart = async (ctx: Ctx, input: Input): Promise<AudiencePart> =>
  (await reachAudience(ctx, input)).audience;

/** The same with all recipients. */
export async function reachAudience(
  ctx: Ctx,
  input: Input,
): Promise<{ audience: AudiencePart; recipients: Recipient[] }> {
  const { filter, draft, campaignId = null } = input;
  const rules = input.rules ?? (draft ? await campaignType(ctx, draft.type) : ANYBODY);
  const found = await resolveAudience(ctx, { filter, excludedCustomerIds: draft?.excludedCustomerIds });
  const customerIds = found.customers.map(({ id }) => id);
  const chosen = await selectRecipients(ctx, { draft: draft ?? OPEN, customerIds, rules });
  const { reached, unreached } = byCustomer(chosen);
  const customers = found.customers.map((customer) => ({
    ...customer,
    recipients: reached.get(customer.id) ?? 0,
    unreachable: unreached.get(customer.id) ?? null,
  }));
  const left = customers.filter(({ unreachable }) => unreachable !== null);
  const audience: AudiencePart = {
    kind: 'audience',
    campaignId,
    total: customers.length,
    reachable: customers.length - left.length,
    recipients: chosen.recipients.length,
    filter: found.filter,
    words: found.words,
    chips: found.chips,
    customers,
    excluded: [
      ...found.excluded,
      ...left.map(({ id, name, unreachable }) => ({ id, name, reason: unreachable! })),
    ],
    unknown: found.unknown,
    notes: [...found.notes, ...chosen.notes],
  };
  return { audience, recipients: chosen.recipients };
}

function byCustomer({ recipients, unreachable }: RecipientSelection) {
  const reached = new Map<string, number>();
  for (const { customerId } of recipients) reached.set(customerId, (reached.get(customerId) ?? 0) + 1);
  return { reached, unreached: new Map(unreachable.map(({ customerId, reason }) => [customerId, reason])) };
}
