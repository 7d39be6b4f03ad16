import type { Draft } from '../campaigns/draft.ts';
import { campaignType } from '../content/find-type.ts';
import type { Ctx } from '../context.ts';
import type { AudiencePart } from '../parts.ts';
import { ANYBODY, type Recipient, type RecipientRules, type RecipientSelection } from './recipient.ts';
import { type AudiencePage, resolveAudience } from './resolve-audience.ts';
import { selectRecipients } from './select-recipients.ts';

export type Input = {
  filter: unknown;
  draft?: Draft | undefined;
  campaignId?: string | null | undefined;
  /** Those of the draft's type unless told. */
  rules?: RecipientRules;
};

export const OPEN = { channels: [], roles: [], contactIds: {} };

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
  const { customers, excluded } = reachedBy(chosen, found);
  const audience: AudiencePart = {
    kind: 'audience',
    campaignId,
    total: customers.length,
    reachable: customers.length - chosen.unreachable.length,
    recipients: chosen.recipients.length,
    filter: found.filter,
    words: found.words,
    chips: found.chips,
    customers,
    excluded,
    unknown: found.unknown,
    notes: [...found.notes, ...chosen.notes],
  };
  return { audience, recipients: chosen.recipients };
}

type Shown = Pick<AudiencePart, 'customers' | 'excluded'>;

/** Customers with how many are reached there, and those where nobody is among the excluded. */
export function reachedBy(
  { recipients, unreachable }: Pick<RecipientSelection, 'recipients' | 'unreachable'>,
  found: AudiencePage,
): Shown {
  const reached = new Map<string, number>();
  for (const { customerId } of recipients) reached.set(customerId, (reached.get(customerId) ?? 0) + 1);
  const unreached = new Map(unreachable.map(({ customerId, reason }) => [customerId, reason]));
  const customers = found.customers.map((customer) => ({
    ...customer,
    recipients: reached.get(customer.id) ?? 0,
    unreachable: unreached.get(customer.id) ?? null,
  }));
  const left = customers.flatMap(({ id, name, unreachable: reason }) =>
    reason ? [{ id, name, reason }] : [],
  );
  return { customers, excluded: [...found.excluded, ...left] };
}
