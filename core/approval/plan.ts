// What freezing needs of the audience and content parts: who, what, and who is left out and why. Page by page, because
// a campaign may have more messages than a process has memory for.
import type { Rendered } from '../../channels/contract.ts';
import type { Recipient } from '../audience/recipient.ts';
import type { Draft, TestMode } from '../campaigns/draft.ts';
import type { Composed } from '../content/compose-one.ts';
import type { ShortLink } from '../content/links/short-links.ts';
import type { Finding } from '../content/verify/finding.ts';
import type { Ctx } from '../context.ts';
import type { FallbackContent } from './digest.ts';

export type PlannedFallback = Omit<FallbackContent, 'rendered'> & { rendered: Rendered };

export type PlannedMessage = {
  recipient: Recipient;
  rendered: Rendered;
  /** The same message on the channels that follow when the first fails. */
  fallbacks?: PlannedFallback[] | undefined;
  findings: readonly Finding[];
  /** A to E, where the campaign has several. */
  variant?: string;
  /** What it was made from, for whoever asks where its words come from. */
  made?: Composed['made'];
  /** What stands between greeting and frame. */
  letter?: Composed['letter'];
};

/** Some customers, each with all of theirs. */
export type PlanPage = {
  composed: PlannedMessage[];
  /** Customers left out, by hand or because nobody there can be reached. */
  excluded: { id: string; name: string; reason: string }[];
  /** The short addresses in the messages, fallbacks included: kept with what is frozen. */
  shortLinks?: ShortLink[];
};

export type Plan = {
  /** Read once, from beginning to end. */
  pages: AsyncIterable<PlanPage> | Iterable<PlanPage>;
  /** What the person should know before approving: whole once the pages were read. */
  notes: readonly string[];
};

export type PlanInput = { id: string; draft: Draft; test: TestMode | null };
export type PlanCampaign = (ctx: Ctx, campaign: PlanInput) => Plan;
