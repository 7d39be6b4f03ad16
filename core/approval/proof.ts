import { z } from 'zod';
import { envelopeSchema } from '../../lib/dsse.ts';
import { rowContent } from './digest.ts';
import { manifestHeader } from './header.ts';

/**
 * Everything needed to check offline what a person approved. A row of somebody who was erased has its hash only, and
 * the proof still holds: the digest is over the hashes.
 */
export const proofSchema = z.strictObject({
  format: z.literal('refrain-proof/1'),
  digest: z.string(),
  header: manifestHeader,
  rows: z.array(
    z.strictObject({ hash: z.string(), salt: z.string().optional(), content: rowContent.optional() }),
  ),
  envelope: envelopeSchema,
});
export type Proof = z.infer<typeof proofSchema>;
