// What a segment looks like from outside.
import { z } from 'zod';
import { everybody, filterSchema } from '../audience/filter.ts';

export const SEGMENT_KINDS = ['dynamic', 'frozen'] as const;

const name = z.string().trim().min(1).max(120);
const count = z.int().nonnegative();

export const segmentInput = z.strictObject({
  /** One is made of the filter when it is left out. */
  name: name.optional(),
  /** `dynamic`: whoever matches, at any time. `frozen`: those who match now, for good. */
  kind: z.enum(SEGMENT_KINDS).default('dynamic'),
  filter: filterSchema.default(everybody),
});
export type SegmentInput = z.input<typeof segmentInput>;

/** What changes, each whole. A frozen segment takes its customers anew when a filter is given, even the same. */
export const segmentPatch = z
  .strictObject({ name, kind: z.enum(SEGMENT_KINDS), filter: filterSchema })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'changes nothing');
export type SegmentPatch = z.infer<typeof segmentPatch>;

export const segmentRow = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(SEGMENT_KINDS),
  version: z.int().positive(),
  /** Its filter in words. */
  words: z.string(),
  /** The last count, and its day; null when nobody has counted yet. */
  customers: count.nullable(),
  countedOn: z.iso.date().nullable(),
  updatedAt: z.iso.datetime(),
});
export type SegmentRow = z.infer<typeof segmentRow>;

export const segmentUse = z.object({
  kind: z.enum(['campaign', 'segment']),
  id: z.uuid(),
  name: z.string(),
  /** Of a campaign. */
  status: z.string().nullable(),
  /** Whether it keeps the segment from being deleted: it is still to be sent, or is a segment. */
  needs: z.boolean(),
});
export type SegmentUse = z.infer<typeof segmentUse>;

const rate = z.number().min(0).max(1).nullable();
const outcome = z.object({
  /** Customers that messages were made for. */
  targeted: count,
  /** Of these, customers to whom at least one was handed over and did not fail. */
  reached: count,
  /** Of those reached, customers who answered. */
  replied: count,
  /** Of those reached, customers who said yes in an answer or ordered in answer to the campaign. */
  converted: count,
  /** Answers that nobody has read yet: they may be more conversions. */
  unread: count,
  /** reached / targeted, replied / reached, converted / reached; null where there is nothing to divide by. */
  reachRate: rate,
  replyRate: rate,
  conversionRate: rate,
});
export type SegmentOutcome = z.infer<typeof outcome>;

export const segmentPerformance = outcome.extend({
  campaigns: z.array(outcome.extend({ id: z.uuid(), name: z.string(), status: z.string() })),
});
export type SegmentPerformance = z.infer<typeof segmentPerformance>;

export const segmentView = segmentRow.extend({
  filter: filterSchema,
  createdAt: z.iso.datetime(),
  versions: z.array(
    z.object({
      version: z.int(),
      name: z.string(),
      kind: z.enum(SEGMENT_KINDS),
      filter: filterSchema,
      change: z.string(),
      by: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
  /** How many customers it had, a row a day on which they were counted, oldest first. */
  members: z.array(z.object({ day: z.iso.date(), version: z.int(), customers: count })),
  usedBy: z.array(segmentUse),
  performance: segmentPerformance,
});
export type SegmentView = z.infer<typeof segmentView>;
