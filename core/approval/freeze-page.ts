// One page of a manifest after the other: each message with its time, its reason and its hash, written and forgotten.
import type { TestMode } from '../campaigns/draft.ts';
import type { Campaign } from '../campaigns/read-campaign.ts';
import { emailFrame } from '../content/email-shell.ts';
import { campaignType } from '../content/find-type.ts';
import { keepShortLinks } from '../content/links/keep-short-links.ts';
import type { Ctx } from '../context.ts';
import { reserveCodes } from '../offers/reserve-codes.ts';
import { addValue, type ContractFact, readContractFacts } from './contract-facts.ts';
import type { RowContent } from './digest.ts';
import type { ManifestHeader } from './header.ts';
import { type HtmlFrame, toFrozen } from './html-frame.ts';
import { placesOf } from './places-of.ts';
import type { PlannedMessage, PlanPage } from './plan.ts';
import { openTimes } from './plan-times.ts';
import { addErrors, type Wrong } from './refusals.ts';
import { storeRows } from './store-manifest.ts';
import { trackMessages } from './track-plan.ts';
import { dropWritten } from './written-already.ts';

type Freezing = {
  campaign: Campaign;
  test: TestMode | null;
  manifestId: string;
  schedule: ManifestHeader['schedule'];
};

/** What the pages so far come to. */
export type Frozen = {
  totals: ManifestHeader['totals'];
  excluded: PlanPage['excluded'];
  value: NonNullable<ManifestHeader['value']>;
  wrong: Wrong;
  /** What the checks of the texts warned of, once each. */
  cautions: Set<string>;
  /** The first moment still to come at which something is to go out. */
  startsAt: Date | null;
  /** Which of the rows' HTML is said once, in the header; null where there is none. */
  htmlFrame: HtmlFrame | null;
};

/** Freezes page after page under `manifestId`; with an error in one, the rest is only counted. */
export async function openFreezing(ctx: Ctx, { campaign, test, manifestId, schedule }: Freezing) {
  const { id: campaignId, draft } = campaign;
  const { dropsWhenRenewed = false } = await campaignType(ctx, draft.type);
  const times = openTimes(ctx, { schedule });
  const frozen: Frozen = {
    totals: { recipients: 0, customers: 0, channels: {} },
    ...{
      excluded: [],
      value: { known: [], unknown: 0 },
      cautions: new Set(),
      startsAt: null,
      htmlFrame: null,
    },
    wrong: { count: 0, first: [], messages: new Set() },
  };
  const plannedTimes = async (recipients: PlannedMessage['recipient'][]) =>
    // A tester's own address has no quiet hours: they are waiting for it.
    test?.kind === 'address' ? recipients.map(() => ctx.now) : times.timesOf(await placesOf(ctx, recipients));

  async function add(planned: PlanPage): Promise<void> {
    const page = test ? planned : await dropWritten(ctx, { campaignId, page: planned });
    frozen.excluded.push(...page.excluded);
    addErrors(frozen.wrong, page.composed);
    if (frozen.wrong.count > 0 || page.composed.length === 0) return;
    // A tester's own opening says nothing.
    const composed = test ? page.composed : trackMessages(ctx, { campaignId, composed: page.composed });
    const recipients = composed.map(({ recipient }) => recipient);
    const customerIds = [...new Set(recipients.map(({ customerId }) => customerId))];
    const facts = await readContractFacts(ctx, customerIds);
    addValue(frozen.value, facts.values());
    const dueAt = await plannedTimes(recipients);
    const htmlFrame = composed.some(hasHtml) ? await emailFrame() : [];
    const framed = { dropsWhenRenewed, facts, test, htmlFrame };
    const contents = composed.map((message, at) => toContent(message, { ...framed, plannedAt: dueAt[at]! }));
    if (contents.some(isFramed)) frozen.htmlFrame = htmlFrame;
    await storeRows(ctx, { manifestId, contents });
    await keepBeside(ctx, { campaign, test, contents, shortLinks: page.shortLinks ?? [] });
    count(frozen, { composed, customers: customerIds.length });
    frozen.startsAt = earliest([frozen.startsAt, ...dueAt.filter((at) => at > ctx.now)]);
  }
  return { add, frozen, warnings: times.warnings };
}

type Beside = {
  campaign: Campaign;
  test: TestMode | null;
  contents: readonly RowContent[];
  shortLinks: NonNullable<PlanPage['shortLinks']>;
};

async function keepBeside(ctx: Ctx, { campaign, test, contents, shortLinks }: Beside): Promise<void> {
  const terms = campaign.draft.offer?.code;
  // A tester's code is none that anybody can redeem.
  if (terms && test?.kind !== 'address')
    await reserveCodes(ctx, { campaignId: campaign.id, terms, recipients: contents });
  await keepShortLinks(ctx, { campaignId: campaign.id, links: shortLinks });
}

type Counting = { composed: readonly PlannedMessage[]; customers: number };

function count({ totals, cautions }: Frozen, { composed, customers }: Counting): void {
  totals.recipients += composed.length;
  totals.customers += customers;
  for (const { recipient, findings } of composed) {
    totals.channels[recipient.channel] = (totals.channels[recipient.channel] ?? 0) + 1;
    for (const { message } of findings) cautions.add(message);
  }
}

const earliest = (times: readonly (Date | null)[]): Date | null =>
  times.reduce((first, at) => (first && (!at || first <= at) ? first : at), null);

/** Whoever asks for a test at their own address is not a contact: the claim knows such rows by this basis. */
const TO_TESTER = { purpose: 'service', basis: 'test', since: null } as const;

type Framed = {
  plannedAt: Date;
  dropsWhenRenewed: boolean;
  facts: ReadonlyMap<string, ContractFact>;
  test: TestMode | null;
  htmlFrame: HtmlFrame;
};

type Written<Html> = { rendered: { html?: Html }; fallbacks?: { rendered: { html?: Html } }[] | undefined };
const htmlsOf = <Html>({ rendered, fallbacks = [] }: Written<Html>): (Html | undefined)[] =>
  [rendered, ...fallbacks.map((one) => one.rendered)].map(({ html }) => html);
const hasHtml = (message: PlannedMessage): boolean => htmlsOf(message).some((html) => html !== undefined);
const isFramed = (content: RowContent): boolean => htmlsOf(content).some(Array.isArray);

function toContent({ recipient, rendered, fallbacks, variant }: PlannedMessage, framed: Framed): RowContent {
  const { customerId, contactId, channel, address, addressHash } = recipient;
  const { purpose, basis, since } = framed.test?.kind === 'address' ? TO_TESTER : recipient.consent;
  const contractEnd = framed.dropsWhenRenewed ? framed.facts.get(customerId)?.endsOn : null;
  return {
    customerId,
    contactId,
    channel,
    address,
    addressHash,
    plannedAt: framed.plannedAt.toISOString(),
    rendered: toFrozen(rendered, framed.htmlFrame),
    consent: { purpose, basis, since, ...(contractEnd ? { contractEnd } : {}) },
    ...(fallbacks?.length && !framed.test
      ? {
          fallbacks: fallbacks.map((one) => ({ ...one, rendered: toFrozen(one.rendered, framed.htmlFrame) })),
        }
      : {}),
    ...(variant ? { variant } : {}),
  };
}
