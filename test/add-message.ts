// One message of the outbox with everything it must cite, for tests of what happens after sending.
import type { Ctx } from '../core/context.ts';
import { approvals, manifestRows, manifests, messages } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { testHash } from './add-customer.ts';

export type TestMessage = Partial<typeof messages.$inferInsert> & {
  campaignId: string;
  customerId: string;
  contactId: string;
  channel: string;
  address: string;
};

export async function addMessage(ctx: Ctx, { address, ...given }: TestMessage): Promise<string> {
  const [id, tenantId, manifestId, approvalId, manifestRowId] = [
    newId(),
    ctx.tenant.id,
    newId(),
    newId(),
    newId(),
  ];
  const { campaignId, customerId, contactId, channel } = given;
  const addressHash = testHash(ctx, address);
  const plannedAt = given.plannedAt ?? ctx.now;
  await ctx.tx
    .insert(manifests)
    .values({ id: manifestId, tenantId, campaignId, version: 1, digest: 'digest', header: {} });
  await ctx.tx.insert(manifestRows).values({
    ...{
      id: manifestRowId,
      tenantId,
      manifestId,
      customerId,
      contactId,
      channel,
      address,
      addressHash,
      plannedAt,
    },
    ...{ rendered: { text: 'Hello' }, consent: {}, salt: 'salt', hash: 'hash' },
  });
  await ctx.tx.insert(approvals).values({
    ...{ id: approvalId, tenantId, manifestId, campaignId, digest: 'digest', status: 'approved', policy: {} },
    expiresAt: ctx.now,
  });
  await ctx.tx.insert(messages).values({
    ...{ id, tenantId, manifestRowId, approvalId, occurrence: 0, purpose: 'service', addressHash, plannedAt },
    ...given,
  });
  return id;
}
