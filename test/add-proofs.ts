import { passkeys, sessions } from '../db/schema/index.ts';
import type { TestServer } from './server.ts';

/** A session and a passkey of somebody, by their ids. */
export async function addProofs(server: TestServer, name: string) {
  const { userId } = await server.person('manager');
  return server.system(async ({ tx, tenant }) => {
    const own = { tenantId: tenant.id, userId };
    const open = { ...own, tokenHash: name, expiresAt: new Date('2030-01-01') };
    const [session] = await tx.insert(sessions).values(open).returning();
    const key = { ...own, name, credentialId: name, publicKey: '' };
    const [passkey] = await tx.insert(passkeys).values(key).returning();
    return { sessions: session!.id, passkeys: passkey!.id };
  });
}
