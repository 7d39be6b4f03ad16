import { asc, eq } from 'drizzle-orm';
import { manifestRows, manifests } from '../../db/schema/index.ts';
import { envelopeSchema } from '../../lib/dsse.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { findApproval } from './find-approval.ts';
import { manifestHeader } from './header.ts';
import type { Proof } from './proof.ts';

/** The proof of an approval that was given; `approval:unknown`, or `proof:invalid` when nobody approved it. */
export async function exportProof(ctx: Ctx, approvalId: string): Promise<Proof> {
  demand(ctx.actor, 'unmask');
  const approval = await findApproval(ctx, approvalId);
  if (!approval.envelope) {
    throw new AppError('proof:invalid', `This approval is ${approval.status}: there is nothing to prove.`, {
      nextStep: 'Export the proof of an approval that was given.',
      where: { approvalId },
    });
  }
  const [manifest] = await ctx.tx.select().from(manifests).where(eq(manifests.id, approval.manifestId));
  const rows = await ctx.tx
    .select()
    .from(manifestRows)
    .where(eq(manifestRows.manifestId, approval.manifestId))
    .orderBy(asc(manifestRows.hash));
  await recordAudit(ctx, {
    action: 'proof.exported',
    subject: approval.campaignId,
    data: { approvalId, rows: rows.length },
  });
  return {
    format: 'refrain-proof/1',
    digest: approval.digest,
    header: manifestHeader.parse(manifest?.header),
    rows: rows.map(toRow),
    envelope: envelopeSchema.parse(approval.envelope),
  };
}

/** A row without its salt is of somebody who was erased. */
function toRow(row: typeof manifestRows.$inferSelect): Proof['rows'][number] {
  if (row.salt === '') return { hash: row.hash };
  const { hash, salt, customerId, contactId, channel, address, addressHash, plannedAt, variant } = row;
  const rendered = row.rendered as NonNullable<Proof['rows'][number]['content']>['rendered'];
  const consent = row.consent as NonNullable<Proof['rows'][number]['content']>['consent'];
  const fallbacks = row.fallbacks as NonNullable<Proof['rows'][number]['content']>['fallbacks'] | null;
  const planned = plannedAt.toISOString();
  const content = {
    customerId,
    contactId,
    channel,
    address,
    addressHash,
    plannedAt: planned,
    rendered,
    consent,
  };
  return {
    hash,
    salt,
    content: { ...content, ...(fallbacks ? { fallbacks } : {}), ...(variant ? { variant } : {}) },
  };
}
