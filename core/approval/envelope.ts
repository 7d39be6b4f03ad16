// A person's decision, signed.
import { z } from 'zod';
import { canonical } from '../../lib/canonical.ts';
import * as dsse from '../../lib/dsse.ts';
import { passedStage } from './stages.ts';

export const PAYLOAD_TYPE = 'application/vnd.refrain.approval+json';

export const decisionPayload = z.strictObject({
  approvalId: z.uuid(),
  digest: z.string(),
  tenantId: z.uuid(),
  campaignId: z.uuid(),
  version: z.int().positive(),
  occurrence: z.int().nonnegative(),
  decision: z.literal('approve'),
  decidedBy: z.strictObject({ userId: z.uuid(), name: z.string(), role: z.string(), surface: z.string() }),
  decidedAt: z.iso.datetime(),
  /** Who said yes at the stages before, where there were several. */
  stages: z.array(z.strictObject(passedStage.shape)).optional(),
  /** Where it was approved ahead (standing.ts): by whom is who gave that. */
  standing: z.strictObject({ id: z.uuid(), digest: z.string() }).optional(),
});
export type DecisionPayload = z.infer<typeof decisionPayload>;

export const signDecision = (payload: DecisionPayload, privateKeyPem: string): dsse.Envelope =>
  dsse.signEnvelope(PAYLOAD_TYPE, canonical(payload), privateKeyPem);

/** The decision, or null when the signature is not this key's over exactly these bytes. */
export const openDecision = (envelope: unknown, publicKeyPem: string): DecisionPayload | null =>
  dsse.openEnvelope(envelope, { type: PAYLOAD_TYPE, schema: decisionPayload, publicKeyPem });
