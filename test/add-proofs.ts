import { customRoles, delegations, passkeys, sessions, webhookEndpoints } from '../db/schema/index.ts';
import type { TestServer } from './server.ts';

/** A session, a passkey and an absence of somebody, a role and a webhook, by their ids. */
export async function addProofs(server: TestServer, name: string) {
  const { userId } = await server.person('manager');
  return server.system(async ({ tx, tenant }) => {
    const own = { tenantId: tenant.id, userId };
    const open = { ...own, tokenHash: name, expiresAt: new Date('2030-01-01') };
    const [session] = await tx.insert(sessions).values(open).returning();
    const key = { ...own, name, credentialId: name, publicKey: '' };
    const [passkey] = await tx.insert(passkeys).values(key).returning();
    const [role] = await tx
      .insert(customRoles)
      .values({ tenantId: tenant.id, name, base: 'viewer', rights: ['read'] })
      .returning();
    const away = { ...own, delegateId: userId, startsAt: new Date(), endsAt: new Date('2030-01-01') };
    const [delegation] = await tx.insert(delegations).values(away).returning();
    const hook = { tenantId: tenant.id, url: `https://${name}.example`, events: ['*'], sealedSecret: '' };
    const [webhook] = await tx
      .insert(webhookEndpoints)
      .values({ ...hook, isEnabled: false })
      .returning();
    return {
      'webhook-endpoints': webhook!.id,
      sessions: session!.id,
      passkeys: passkey!.id,
      roles: role!.id,
      delegations: delegation!.id,
    };
  });
}
