import { eq } from 'drizzle-orm';
import { tenants } from '../../db/schema/index.ts';
import type { Within } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';
import { exportAudit } from './export-audit.ts';
import { type AuditVerdict, verifyAudit } from './verify-audit.ts';

/**
 * Recomputes the whole chain as it stands in the database, and its signed heads. Who changes rows and heads and holds the
 * key too is found only with heads that were kept elsewhere (docs/audit.md). Needs `administer`.
 */
export async function checkAudit(scope: {
  within: Within;
  tenantId: string;
  actor: Actor;
}): Promise<AuditVerdict> {
  const publicKeyPem = await scope.within(scope.tenantId, scope.actor, async ({ tx, tenant }) => {
    const [row] = await tx.select().from(tenants).where(eq(tenants.id, tenant.id));
    return row!.publicKey;
  });
  return verifyAudit(exportAudit(scope), { publicKeyPem });
}
