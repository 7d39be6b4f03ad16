import { z } from 'zod';
import { origin } from './origin.ts';
import { finding } from './verify/finding.ts';

const count = z.int().nonnegative();

/** Messages as their readers would see them, and what the checks found. */
export const previewPart = z.object({
  kind: z.literal('preview'),
  campaignId: z.uuid(),
  previews: z.array(
    z.object({
      customer: z.string(),
      customerId: z.uuid(),
      contact: z.string(),
      channel: z.string(),
      /** A to E, of a campaign that has several. */
      variant: z.string().optional(),
      subject: z.string().optional(),
      body: z.string(),
      html: z.string().optional(),
      /** The approved template that carries it, and the quick replies below it. */
      template: z.object({ name: z.string(), buttons: z.array(z.string()) }).optional(),
      /** Above it. */
      image: z.object({ url: z.string(), alternative: z.string() }).optional(),
      /** What a tap opens. */
      link: z.object({ url: z.string(), label: z.string() }).optional(),
      /** Of an SMS. */
      segments: z.object({ count, encoding: z.enum(['gsm-7', 'ucs-2']) }).optional(),
      /** BCP 47. */
      language: z.string().optional(),
      tone: z.enum(['formal', 'casual']).optional(),
      /** Which of its words come from data. */
      origins: z.array(origin).optional(),
      /** What the checks found in this very one. */
      findings: z.array(finding).optional(),
    }),
  ),
  /** Messages per channel. */
  counts: z.record(z.string(), count),
  /** Of a large audience: the counts are estimates, from so many of its customers drawn at random. */
  estimated: z.object({ customers: count, of: count }).optional(),
  /** Where not all messages were written for it: how many the findings are of. */
  checked: z.object({ messages: count, of: count }).optional(),
  /** Customers whose messages must not go out are left out, and hold up nobody. */
  leavesOutFaulty: z.boolean().optional(),
  /** What the law and the platform ask, by channel. */
  notes: z.record(z.string(), z.array(z.string())).optional(),
  findings: z.array(
    z.object({
      severity: z.enum(['error', 'warning']),
      message: z.string(),
      customer: z.string().optional(),
      place: z.enum(['subject', 'body', 'footer']).optional(),
      /** What to do about it. */
      repair: z.string().optional(),
    }),
  ),
});
