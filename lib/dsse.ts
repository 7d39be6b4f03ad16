// A DSSE envelope (https://github.com/secure-systems-lab/dsse): a JSON text with its type, signed with Ed25519.
import { createHash, createPublicKey, sign, verify } from 'node:crypto';
import { z } from 'zod';

export const envelopeSchema = z.object({
  payloadType: z.string(),
  payload: z.base64(),
  signatures: z.array(z.object({ keyid: z.string(), sig: z.base64() })).length(1),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** `json` is signed as these bytes: make it canonical where it is to be compared. */
export function signEnvelope(type: string, json: string, privateKeyPem: string): Envelope {
  const body = Buffer.from(json, 'utf8');
  const sig = sign(null, preAuthEncoding(type, body), privateKeyPem);
  return {
    payloadType: type,
    payload: body.toString('base64'),
    signatures: [{ keyid: keyId(privateKeyPem), sig: sig.toString('base64') }],
  };
}

type Expected<Payload> = { type: string; schema: z.ZodType<Payload>; publicKeyPem: string };

/** What was signed, or null when it is not of this type and shape, or not signed by this key over exactly these bytes. */
export function openEnvelope<Payload>(
  envelope: unknown,
  { type, schema, publicKeyPem }: Expected<Payload>,
): Payload | null {
  const parsed = envelopeSchema.safeParse(envelope);
  if (!parsed.success || parsed.data.payloadType !== type) return null;
  const body = Buffer.from(parsed.data.payload, 'base64');
  const signature = Buffer.from(parsed.data.signatures[0]?.sig ?? '', 'base64');
  if (!verify(null, preAuthEncoding(type, body), publicKeyPem, signature)) return null;
  const payload = schema.safeParse(parseJson(body.toString('utf8')));
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
