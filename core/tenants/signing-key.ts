import { eq } from 'drizzle-orm';
import { tenants } from '../../db/schema/index.ts';
import { unseal } from '../../lib/crypto.ts';
import type { Ctx } from '../context.ts';

/** The workspace's own private key, PEM: what it says with it is checked against the public half that was pinned. */
export async function signingKey(ctx: Ctx): Promise<string> {
  const [tenant] = await ctx.tx.select().from(tenants).where(eq(tenants.id, ctx.tenant.id));
  if (!tenant) throw new Error('The workspace is gone.');
  return unseal(ctx.keys.seal, tenant.sealedPrivateKey);
}
