// Somebody whom a message of an approved campaign is queued for, and the link in it.
import { eq } from 'drizzle-orm';
import { type Unsubscribe, unsubscribeToken } from '../core/content/unsubscribe.ts';
import { messages } from '../db/schema/index.ts';
import { addPeople, planFor } from './add-campaign.ts';
import { approveCampaign } from './approved-campaign.ts';
import type { TestServer } from './server.ts';
import { TEST_KEYS } from './workspace.ts';

export type UnsubscribeKit = ReturnType<typeof unsubscribeKit>;

export function unsubscribeKit(server: TestServer) {
  async function queued(changes: Partial<Unsubscribe> = {}) {
    const contactId = await server.as(await server.person('approver'), async (ctx) => {
      const people = await addPeople(ctx, { count: 1 });
      await approveCampaign(ctx, { plan: planFor(people) });
      return people[0]!.contactId;
    });
    const of = { tenantId: server.tenant.id, contactId, purpose: 'marketing', isTest: false } as const;
    return { contactId, url: `/u/${unsubscribeToken(TEST_KEYS, { ...of, ...changes })}` };
  }

  const statusOf = async (contactId: string) => {
    const rows = await server.system((ctx) =>
      ctx.tx.select().from(messages).where(eq(messages.contactId, contactId)),
    );
    return rows.map(({ status }) => status);
  };
  return { queued, statusOf };
}
