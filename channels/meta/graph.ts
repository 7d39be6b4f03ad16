// What every product of Meta's asks for, and what its Graph API answers.
import { z } from 'zod';
import { judgeSaid } from '../api-sender.ts';
import type { VendorAnswer } from '../call-vendor.ts';
import type { SendResult } from '../contract.ts';
import type { Meaning } from '../meaning.ts';

/** Where the API is: never a setting of a workspace, which could point our credentials anywhere. */
export const META_API = 'https://graph.facebook.com';

export const graphAccount = {
  pageId: z.string().regex(/^\d{5,20}$/),
  /** Of the page, that does not end by itself. */
  accessToken: z.string().min(1),
  apiVersion: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .default('v23.0'),
  timeoutMs: z.int().positive().default(20_000),
};

const refusal = z.object({
  error: z.object({ message: z.string(), code: z.number(), error_subcode: z.number().optional() }),
});

/** By the finer code first: the coarse one often only says that something is wrong with the message. */
export function judgeGraph(
  answer: VendorAnswer,
  { id, errors }: { id: string | undefined; errors: ReadonlyMap<number, Meaning> },
): SendResult {
  const error = refusal.safeParse(answer.body).data?.error;
  const fine = error?.error_subcode;
  return judgeSaid(answer, {
    id,
    code: error && (fine ? `${error.code}.${fine}` : error.code),
    detail: error?.message,
    meaning: error && (errors.get(fine ?? 0) ?? errors.get(error.code) ?? GRAPH_ERRORS.get(error.code)),
  });
}

const [MINUTE, DAY] = [60_000, 24 * 3_600_000];

/** https://developers.facebook.com/docs/graph-api/guides/error-handling */
const GRAPH_ERRORS: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  [2, { is: 'later', waitMs: MINUTE }],
  [4, { is: 'later', waitMs: 5 * MINUTE }],
  [17, { is: 'later', waitMs: 5 * MINUTE }],
  [32, { is: 'later', waitMs: 5 * MINUTE }],
  [613, { is: 'later', waitMs: MINUTE }],
  [10, { is: 'account' }],
  [102, { is: 'account' }],
  [190, { is: 'account' }],
  [200, { is: 'account' }],
  [368, { is: 'account' }],
  [506, { is: 'message' }],
]);

/** Of a message to a person: https://developers.facebook.com/docs/messenger-platform/error-codes */
export const PERSON_ERRORS: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  // No open conversation; they cannot be reached at present; they shut it.
  [2_018_278, { is: 'not_here', forMs: DAY }],
  [2_534_022, { is: 'not_here', forMs: DAY }],
  [551, { is: 'not_here', forMs: 30 * DAY }],
  [1_545_041, { is: 'not_here', forMs: 30 * DAY }],
  [2_018_108, { is: 'not_here', forMs: 30 * DAY }],
  // Nobody of that id writes with this page.
  [2_018_001, { is: 'nobody' }],
  [2_534_014, { is: 'nobody' }],
]);
