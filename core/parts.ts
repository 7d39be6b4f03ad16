// The card model: what the agent shows, made from the database by typed code and rendered by each surface.
// Texts inside come from people and files: a surface escapes them.
import { z } from 'zod';
import { filterSchema } from './audience/filter.ts';
import { CAMPAIGN_STATUSES, scheduleSchema } from './campaigns/draft.ts';
import { planPart } from './campaigns/plan-card.ts';
import { previewPart } from './content/preview-card.ts';
import { segmentRow } from './segments/segment.ts';
import { surveyScore } from './statistics/net-promoter-score.ts';

export { planPart, previewPart };

const count = z.int().nonnegative();

export const customerRef = z.object({ id: z.uuid(), name: z.string() });
export const excludedRef = customerRef.extend({ reason: z.string() });

export const audiencePart = z.object({
  kind: z.literal('audience'),
  campaignId: z.uuid().nullable(),
  /** All that match the filter less those excluded by hand. */
  total: count,
  /** Customers with at least one recipient. */
  reachable: count,
  recipients: count,
  /** Of a page of a large audience: `reachable` and `recipients` are told from so many of its customers. */
  estimated: z.object({ customers: count, of: count }).optional(),
  filter: filterSchema,
  words: z.string(),
  /** What must all hold, each in words: the children of an `all` at the top, else the whole. */
  chips: z.array(z.string()).optional(),
  /**
   * Complete, unless a page was asked for, or a conversation shows the first of 2,000 or more; then `next` is where it goes
   * on. `because` is the clause that admitted the customer.
   */
  customers: z.array(
    customerRef.extend({
      brand: z.string().nullable(),
      city: z.string().nullable(),
      country: z.string().nullable(),
      contractEnd: z.iso.date().nullable(),
      /** Null when neither their number nor their names are known. */
      units: count.nullable(),
      because: z.string(),
      recipients: count,
      /** Why nobody can be reached there, when nobody can. */
      unreachable: z.string().nullable(),
    }),
  ),
  excluded: z.array(excludedRef),
  /** Of a page: the customer that it ended with, where there are more. */
  next: z.uuid().nullable().optional(),
  /** How many customers a clause could not judge, because the field is not known: by field label. */
  unknown: z.record(z.string(), count),
  /** What the person should know: ranges as dates, what lapsed, who was left out and why. */
  notes: z.array(z.string()),
});

export const approvalStatus = z.enum(['requested', 'approved', 'rejected', 'voided', 'expired']);

export const approvalPart = z.object({
  kind: z.literal('approval'),
  id: z.uuid(),
  campaignId: z.uuid(),
  campaign: z.string(),
  version: z.int().positive(),
  isTest: z.boolean(),
  status: approvalStatus,
  digest: z.string(),
  recipients: count,
  customers: count,
  channels: z.record(z.string(), count),
  schedule: scheduleSchema,
  scheduleWords: z.string(),
  valueWords: z.string().nullable(),
  costWords: z.string(),
  /** Limits and hours that will hold messages back. */
  warnings: z.array(z.string()),
  excluded: z.array(excludedRef),
  policyWords: z.string(),
  expiresAt: z.iso.datetime(),
  requestedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  comment: z.string().nullable(),
  /** Only for signed-in people who may decide; never for an API token, never for the model. */
  shortCode: z.string().optional(),
  canDecide: z.boolean(),
});

export const progressPart = z.object({
  kind: z.literal('progress'),
  campaignId: z.uuid(),
  campaign: z.string(),
  status: z.enum(CAMPAIGN_STATUSES),
  targeted: count,
  queued: count,
  submitted: count,
  delivered: count,
  read: count,
  failed: count,
  dropped: count,
  unknown: count,
  replied: count,
  /** Why messages failed or were dropped: reason → count. */
  reasons: z.record(z.string(), count),
  nextAt: z.iso.datetime().nullable(),
  /** Delivered on two channels, because the first failed and then delivered after all. */
  twice: count.optional(),
  /** Why it does not go on, where no person held it back. */
  heldBack: z.string().optional(),
  /** Of a campaign that asks for a score. */
  survey: surveyScore.optional(),
});

export const repliesPart = z.object({
  kind: z.literal('replies'),
  replies: z.array(
    z.object({
      id: z.uuid(),
      customer: z.string().nullable(),
      contact: z.string().nullable(),
      channel: z.string(),
      campaign: z.string().nullable(),
      body: z.string(),
      receivedAt: z.iso.datetime(),
      intent: z.string().nullable(),
      urgency: z.string().nullable(),
      sentiment: z.string().nullable(),
      needsHuman: z.boolean(),
      action: z.string().nullable(),
      answer: z.string().nullable(),
      /** What the suggested answer means, where it is not English. */
      answerInEnglish: z.string().nullable().optional(),
      /** What the reply names, in its own words: parts to keep or end, times, people, numbers. */
      mentions: z.array(z.string()).optional(),
      because: z.string().nullable(),
      effects: z.array(z.string()),
      /** A person has to say whether it asks for no more messages. */
      isInDoubt: z.boolean().optional(),
    }),
  ),
});

export const campaignsPart = z.object({
  kind: z.literal('campaigns'),
  campaigns: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      type: z.string(),
      status: z.enum(CAMPAIGN_STATUSES),
      version: z.int(),
      createdAt: z.iso.datetime(),
    }),
  ),
});

/** Saved audiences. */
export const segmentsPart = z.object({ kind: z.literal('segments'), segments: z.array(segmentRow) });

export const CHANGE_STATUSES = ['proposed', 'confirmed', 'rejected', 'undone'] as const;

/** What somebody wants to change about a customer; a person confirms it at `/changes/:id`, nobody else does. */
export const changePart = z.object({
  kind: z.literal('change'),
  id: z.uuid(),
  customer: customerRef,
  status: z.enum(CHANGE_STATUSES),
  /** Each step in words, with the value before where there was one. */
  steps: z.array(z.string()),
  /** The words in which it was asked for. */
  why: z.string(),
  proposedBy: z.string(),
  proposedAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  /** Whether the one who reads this may confirm or reject it. */
  canDecide: z.boolean(),
  /** Whether they may take it back. */
  canUndo: z.boolean().default(false),
});

/** A question with choices; choosing one sends its `say` as the next sentence. */
export const questionPart = z.object({
  kind: z.literal('question'),
  text: z.string(),
  choices: z.array(z.object({ label: z.string(), say: z.string() })),
});

/** Numbers side by side, for reports. */
export const chartPart = z.object({
  kind: z.literal('chart'),
  title: z.string(),
  unit: z.string(),
  bars: z.array(z.object({ label: z.string(), value: z.number() })),
});

export const textPart = z.object({ kind: z.literal('text'), text: z.string() });

export const partSchema = z.discriminatedUnion('kind', [
  textPart,
  audiencePart,
  previewPart,
  approvalPart,
  progressPart,
  repliesPart,
  campaignsPart,
  segmentsPart,
  changePart,
  questionPart,
  planPart,
  chartPart,
]);

export type Part = z.infer<typeof partSchema>;
export type AudiencePart = z.infer<typeof audiencePart>;
export type PreviewPart = z.infer<typeof previewPart>;
export type ApprovalPart = z.infer<typeof approvalPart>;
export type ProgressPart = z.infer<typeof progressPart>;
export type RepliesPart = z.infer<typeof repliesPart>;
export type CampaignsPart = z.infer<typeof campaignsPart>;
export type SegmentsPart = z.infer<typeof segmentsPart>;
export type ChangePart = z.infer<typeof changePart>;
export type QuestionPart = z.infer<typeof questionPart>;
export type PlanPart = z.infer<typeof planPart>;
export type ChartPart = z.infer<typeof chartPart>;
