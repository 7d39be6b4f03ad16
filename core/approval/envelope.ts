// A DSSE envelope (https://github.com/secure-systems-lab/dsse) around one decision, signed with Ed25519.
import { createHash, createPublicKey, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { canonical } from './digest.ts';

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
});
export type DecisionPayload = z.infer<typeof decisionPayload>;

export const envelopeSchema = z.object({
  payloadType: z.literal(PAYLOAD_TYPE),
  payload: z.base64(),
  signatures: z.array(z.object({ keyid: z.string(), sig: z.base64() })).length(1),
});
export type Envelope = z.infer<typeof envelopeSchema>;

export function signDecision(payload: DecisionPayload, privateKeyPem: string): Envelope {
  const body = Buffer.from(canonical(payload), 'utf8');
  const sig = sign(null, preAuthEncoding(PAYLOAD_TYPE, body), privateKeyPem);
  return {
    payloadType: PAYLOAD_TYPE,
    payload: body.toString('base64'),
    signatures: [{ keyid: keyId(privateKeyPem), sig: sig.toString('base64') }],
  };
}

/** What was signed, or null when the signature is not this key's over exactly these bytes. */
export function openEnvelope(envelope: unknown, publicKeyPem: string): DecisionPayload | null {
  const parsed = envelopeSchema.safeParse(envelope);
  if (!parsed.success) return null;
  const body = Buffer.from(parsed.data.payload, 'base64');
  const signature = Buffer.from(parsed.data.signatures[0]?.sig ?? '', 'base64');
  if (!verify(null, preAuthEncoding(PAYLOAD_TYPE, body), publicKeyPem, signature)) return null;
  const payload = decisionPayload.safeParse(parseJson(body.toString('utf8')));
  return payload.success ? payload.data : null;
}

/** The first 16 hex digits of the SHA-256 of the public key: which key to pin. */
export function keyId(keyPem: string): string {
  const der = createPublicKey(keyPem).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

/** DSSE v1: lengths in front, so that type and body cannot be shifted into one another. */
export function preAuthEncoding(payloadType: string, body: Uint8Array): Buffer {
  const type = Buffer.from(payloadType, 'utf8');
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} `), type, Buffer.from(` ${body.length} `), body]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
