import { z } from 'zod';
import { envelopeSchema } from '../../lib/dsse.ts';

/** One thing that was done: `seq` counts from 1 without a gap, `hash` covers the rest and the hash before it. */
export const auditEvent = z.strictObject({
  seq: z.int().positive(),
  at: z.iso.datetime(),
  actor: z.looseObject({ kind: z.string(), name: z.string() }),
  action: z.string(),
  subject: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditEvent = z.infer<typeof auditEvent>;

/** Where the chain stood when it was signed. */
export const auditHead = z.strictObject({
  tenantId: z.uuid(),
  seq: z.int().positive(),
  hash: z.string(),
  signedAt: z.iso.datetime(),
});
export type AuditHead = z.infer<typeof auditHead>;
export const HEAD_TYPE = 'application/vnd.refrain.audit-head+json';

/** An exported log, a line each: what it is, the signed heads, the events in their order. */
export const auditLine = z.union([
  z.strictObject({ format: z.literal('refrain-audit/1'), tenantId: z.uuid(), workspace: z.string() }),
  z.strictObject({ head: envelopeSchema }),
  auditEvent,
]);
export type AuditLine = z.infer<typeof auditLine>;
