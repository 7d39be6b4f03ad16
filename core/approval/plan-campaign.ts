import { formatMoney } from '../../lib/money.ts';
import { joinWords } from '../../lib/text.ts';
import type { Recipient } from '../audience/recipient.ts';
import { resolveAudience } from '../audience/resolve-audience.ts';
import { selectRecipients } from '../audience/select-recipients.ts';
import type { OfferTerms, TestMode } from '../campaigns/draft.ts';
import { addressHash } from '../consent/address-hash.ts';
import { composeMessages } from '../content/compose-messages.ts';
import { campaignType } from '../content/find-type.ts';
import { shortLinksOf } from '../content/links/short-links.ts';
import type { Ctx } from '../context.ts';
import { composeFallbacks, NO_FALLBACKS } from './compose-fallbacks.ts';
import type { Plan, PlanCampaign } from './plan.ts';

/** Who the campaign reaches and what each of them gets, from the audience and the content as they stand now. */
export const planCampaign: PlanCampaign = async (ctx, { id: campaignId, draft, test }) => {
  const { filter, excludedCustomerIds } = draft;
  const audience = await resolveAudience(ctx, { filter, excludedCustomerIds });
  const names = new Map(audience.customers.map(({ id, name }) => [id, name]));
  const selection = await selectRecipients(ctx, {
    draft,
    customerIds: [...names.keys()],
    rules: await campaignType(ctx, draft.type),
  });
  const recipients = forTest(ctx, { test, recipients: selection.recipients });
  // The first customer's own contact must be able to unsubscribe; a tester must not do it for somebody else.
  const isTest = test?.kind === 'address';
  const composed = await composeMessages(ctx, {
    ...{ campaignId, draft, recipients, isTest },
    codesFor: campaignId,
  });
  const fallbacks = test ? NO_FALLBACKS : await composeFallbacks(ctx, { campaignId, draft, recipients });
  const shortLinks = [...composed.flatMap(shortLinksOf), ...fallbacks.shortLinks];
  const unreached: Plan['excluded'] = selection.unreachable.map(({ customerId, reason }) => ({
    id: customerId,
    name: names.get(customerId) ?? customerId,
    reason,
  }));
  return {
    composed: composed.map((message, at) => ({ ...message, fallbacks: fallbacks.of[at] })),
    excluded: [...audience.excluded, ...unreached],
    shortLinks,
    notes: [
      ...audience.notes,
      ...selection.notes,
      ...fallbacks.notes,
      ...offerNotes(draft.offer?.code),
      ...linkNotes(ctx, shortLinks),
    ],
  };
};

function offerNotes(terms: OfferTerms | null | undefined): string[] {
  if (!terms) return [];
  const bounds = [
    terms.limit && `up to ${terms.limit.toLocaleString('en')} of them`,
    terms.budget && `within ${formatMoney(terms.budget)}`,
    terms.validUntil && `until ${terms.validUntil}`,
  ].filter(Boolean);
  return [
    `Each recipient has a code of their own, redeemed once${bounds.length > 0 ? `, ${bounds.join(', ')}` : ''}.`,
  ];
}

function linkNotes(ctx: Ctx, links: NonNullable<Plan['shortLinks']>): string[] {
  const targets = [...new Set(links.map(({ target }) => target))];
  if (targets.length === 0) return [];
  const tells = ctx.tenant.settings.tracking.clicks ? ', and tell us who opens them' : '';
  return [`Short links in SMS lead to ${joinWords(targets.slice(0, 3))}${tells}.`];
}

type Testing = { test: TestMode | null; recipients: Recipient[] };

/** A test reaches the first customer only, or sends everybody's message to the tester, as their channel shows it. */
function forTest(ctx: Ctx, { test, recipients }: Testing): Recipient[] {
  if (test === null) return recipients;
  if (test.kind === 'first_customer') {
    return recipients.filter(({ customerId }) => customerId === recipients[0]?.customerId);
  }
  const { channel } = test;
  const address = test.address.trim().toLowerCase();
  const to = { channel, address, addressHash: addressHash(ctx.keys, address) };
  return recipients.map((recipient) => ({ ...recipient, ...to }));
}
