import { oneAhead } from '../../lib/one-ahead.ts';
import { joinWords, plural } from '../../lib/text.ts';
import type { Recipient } from '../audience/recipient.ts';
import { openAudience } from '../audience/resolve-audience.ts';
import { openSelection } from '../audience/select-recipients.ts';
import type { Draft, TestMode } from '../campaigns/draft.ts';
import { offerWords } from '../campaigns/offer-words.ts';
import { addressHash } from '../consent/address-hash.ts';
import { composeMessages } from '../content/compose-messages.ts';
import { campaignType } from '../content/find-type.ts';
import { unreadNotes } from '../content/groups.ts';
import { shortLinksOf } from '../content/links/short-links.ts';
import { variantName } from '../content/variants.ts';
import type { Ctx } from '../context.ts';
import { openFallbacks } from './compose-fallbacks.ts';
import { dropFaulty } from './drop-faulty.ts';
import type { PlanCampaign, PlanInput, PlanPage } from './plan.ts';

// Customers at a time: enough that what is asked once a page weighs nothing, little enough that a page's letters do.
const PAGE = 200;

/** Who the campaign reaches and what each of them gets, from the audience and the content as they stand now. */
export const planCampaign: PlanCampaign = (ctx, input) => {
  const notes: string[] = [];
  return { pages: readPages(ctx, input, notes), notes };
};

async function* readPages(ctx: Ctx, input: PlanInput, notes: string[]): AsyncGenerator<PlanPage> {
  const { id: campaignId, draft, test } = input;
  const { filter, excludedCustomerIds } = draft;
  const audience = await openAudience(ctx, { filter, excludedCustomerIds });
  const selection = openSelection(ctx, { draft, rules: await campaignType(ctx, draft.type) });
  const fallbacks = openFallbacks(ctx, { campaignId, draft });
  const targets = new Set<string>();
  const byHistory = new Map<string, number>();
  const roles = new Set<string>();
  async function* choose() {
    for await (const page of audience.pages(PAGE))
      yield { ...page, ...(await selection.page(page.customers.map(({ id }) => id))) };
  }
  // While the messages of a page are written, the database looks for the readers of the next.
  for await (const { customers, excluded, recipients: chosen, unreachable } of oneAhead(choose())) {
    const recipients = forTest(ctx, { test, draft, recipients: chosen });
    // The first customer's own contact must be able to unsubscribe; a tester must not do it for somebody else.
    const isTest = test?.kind === 'address';
    const own = { campaignId, draft, recipients, isTest, codesFor: campaignId };
    const composed = recipients.length > 0 ? await composeMessages(ctx, own) : [];
    const further = test ? null : await fallbacks.page(recipients);
    const shortLinks = [...composed.flatMap(shortLinksOf), ...(further?.shortLinks ?? [])];
    for (const { target } of shortLinks) targets.add(target);
    for (const { role } of recipients) roles.add(role);
    const names = new Map(customers.map(({ id, name }) => [id, name]));
    const whole = {
      composed: composed.map((message, at) => ({ ...message, fallbacks: further?.of[at] })),
      excluded: [
        ...excluded,
        ...unreachable.map(({ customerId: id, reason }) => ({ id, name: names.get(id) ?? id, reason })),
      ],
      shortLinks,
    };
    const page = draft.leaveOutFaulty ? dropFaulty(whole) : whole;
    for (const { made } of page.composed)
      if (made?.byHistory) byHistory.set(made.byHistory, (byHistory.get(made.byHistory) ?? 0) + 1);
    yield page;
    if (test?.kind === 'first_customer' && page.composed.length > 0) break;
  }
  notes.push(
    ...(await audience.remarks()).notes,
    ...selection.notes(),
    ...fallbacks.notes(),
    ...variantNotes(draft),
    ...(test ? [] : unreadNotes(draft.groups ?? [], roles)),
    ...offerWords(draft.offer?.code),
    ...[...byHistory].map(([words, count]) => `${words} So it is for ${plural(count, 'recipient')}.`),
    ...linkNotes(ctx, targets),
  );
}

const variantNotes = ({ variants }: Draft): string[] =>
  variants?.length
    ? [`Customers are dealt out among ${variants.length + 1} wordings, A to ${variantName(variants.length)}.`]
    : [];

function linkNotes(ctx: Ctx, targets: ReadonlySet<string>): string[] {
  if (targets.size === 0) return [];
  const tells = ctx.tenant.settings.tracking.clicks ? ', and tell us who opens them' : '';
  return [`Short links in SMS lead to ${joinWords([...targets].slice(0, 3))}${tells}.`];
}

type Testing = { test: TestMode | null; draft: Draft; recipients: Recipient[] };

/** A test reaches the first customer only, or sends everybody's message to the tester, as their channel shows it. */
function forTest(ctx: Ctx, { test, draft, recipients }: Testing): Recipient[] {
  if (test === null) return recipients;
  if (test.kind === 'first_customer') {
    // Who is first is known once it is known who is left out.
    if (draft.leaveOutFaulty) return recipients;
    return recipients.filter(({ customerId }) => customerId === recipients[0]?.customerId);
  }
  const { channel } = test;
  const address = test.address.trim().toLowerCase();
  const to = { channel, address, addressHash: addressHash(ctx.keys, address) };
  return recipients.map((recipient) => ({ ...recipient, ...to }));
}
