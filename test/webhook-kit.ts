// An account that its provider calls, and somebody who was sent a message by it.
import { eq } from 'drizzle-orm';
import { messages } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { addCampaign } from './add-campaign.ts';
import { addCustomer } from './add-customer.ts';
import { addMessage } from './add-message.ts';
import type { TestServer, Voice } from './server.ts';

type Account = { channel: string; provider: string; name: string; settings: object };
/** `webhook`: null when its provider never calls. */
type Row = { id: string; webhook: string | null };
type Reached = { channel: string; status: 'submitted' | 'unknown'; providerId?: string };

export type WebhookKit = ReturnType<typeof webhookKit>;

export function webhookKit(server: TestServer) {
  async function addAccount(admin: Voice, account: Account): Promise<Row> {
    const { id } = (await admin.post('/api/v1/accounts', account)).json<{ id: string }>();
    const { accounts } = (await admin.get('/api/v1/accounts')).json<{ accounts: Row[] }>();
    return accounts.find((one) => one.id === id)!;
  }

  let people = 0;
  async function reached({ channel, ...given }: Reached) {
    people += 1;
    const number = `+6690000${String(people).padStart(4, '0')}`;
    return server.system(async (ctx) => {
      const contactId = newId();
      const customerId = await addCustomer(ctx, { contacts: [{ id: contactId, at: { [channel]: number } }] });
      const campaignId = await addCampaign(ctx);
      const to = { campaignId, customerId, contactId, channel, address: number };
      return { id: await addMessage(ctx, { ...to, ...given }), number, contactId };
    });
  }

  const stateOf = async (id: string) =>
    (await server.system((ctx) => ctx.tx.select().from(messages).where(eq(messages.id, id))))[0]?.status;
  return { addAccount, reached, stateOf };
}
