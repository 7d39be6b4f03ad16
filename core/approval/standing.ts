// What a person approves ahead: the fixed texts, when they are sent, and how often at most.
import { z } from 'zod';
import { canonical } from '../../lib/canonical.ts';
import { sha256 } from '../../lib/crypto.ts';
import * as dsse from '../../lib/dsse.ts';
import { INTENTS } from '../ports.ts';

/** Nobody who said stop gets another message, and no machine gets an answer. */
const ANSWERABLE = z.enum(INTENTS).exclude(['opt_out', 'opt_in', 'auto_reply', 'bounce']);

const acknowledging = z.strictObject({
  /** Of the replies that it answers, as triage reads them; none where it confirms stops. */
  intents: z.array(ANSWERABLE),
  /**
   * Tells whoever asked to get no more that it was heard: once, by the channel that they said it on, while it is fresh.
   * It says by which channels (some providers do it by themselves) and for whose countries the law does not allow it.
   */
  confirmsStop: z
    .strictObject({
      channels: z.array(z.string().min(1).max(40)).min(1).max(20),
      exceptCountries: z
        .array(z.string().regex(/^[A-Z]{2}$/))
        .max(250)
        .optional(),
    })
    .optional(),
  /** By language ("en", "th"); "en" stands for every other one. Sent word by word: nothing is filled in. */
  texts: z
    .record(z.string().regex(/^[a-z]{2}$/), z.string().trim().min(1).max(600))
    .refine((texts) => 'en' in texts, 'needs a text in English ("en")')
    .refine(
      (texts) => !Object.values(texts).some((text) => /\{\{|\}\}/u.test(text)),
      'takes no placeholders',
    ),
  /** Only while nobody is at work (settings.replies.businessHours). */
  outsideHoursOnly: z.boolean().default(false),
  maxPerDay: z.int().min(1).max(10_000),
  expiresAt: z.iso.datetime(),
});
export const standingTerms = acknowledging.refine(
  ({ intents, confirmsStop }) => (intents.length === 0) === (confirmsStop !== undefined),
  'acknowledges some kinds of message, or confirms stops',
);
export type StandingTerms = z.infer<typeof standingTerms>;

const PAYLOAD_TYPE = 'application/vnd.refrain.standing-approval+json';
const payload = z.strictObject({
  id: z.uuid(),
  tenantId: z.uuid(),
  terms: standingTerms,
  digest: z.string(),
  givenBy: z.strictObject({ userId: z.uuid(), name: z.string(), role: z.string(), surface: z.string() }),
  givenAt: z.iso.datetime(),
});
export type StandingPayload = z.infer<typeof payload>;

export const standingDigest = (terms: StandingTerms): string => sha256(canonical(terms));

export const signStanding = (given: StandingPayload, privateKeyPem: string): dsse.Envelope =>
  dsse.signEnvelope(PAYLOAD_TYPE, canonical(given), privateKeyPem);

export const openStanding = (envelope: unknown, publicKeyPem: string): StandingPayload | null =>
  dsse.openEnvelope(envelope, { type: PAYLOAD_TYPE, schema: payload, publicKeyPem });
