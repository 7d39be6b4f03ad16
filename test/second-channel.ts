// Somebody who is written to by WhatsApp, and by mail where that does not carry it.
import type { Ctx } from '../core/context.ts';
import { newId } from '../lib/ids.ts';
import type { TestRecipient } from './add-campaign.ts';
import { addCustomer, testHash } from './add-customer.ts';
import type { Delivery } from './approved-campaign.ts';

export type Reached = TestRecipient & { mail: string };

let numbers = 0;
export async function addReached(d: Delivery): Promise<Reached> {
  const contactId = newId();
  const [phone, mail] = [`+6690${String(++numbers).padStart(7, '0')}`, `${contactId}@example.com`];
  return d.system(async (ctx) => {
    const contact = { id: contactId, at: { whatsapp: phone, email: mail } };
    const customerId = await addCustomer(ctx, { timeZone: 'Asia/Bangkok', contacts: [contact] });
    const at = { channel: 'whatsapp', address: phone, timeZone: 'Asia/Bangkok' };
    return { customerId, contactId, ...at, purpose: 'service', mail };
  });
}

/** What is frozen for them beside the message by WhatsApp. */
export const byMail = (ctx: Ctx, { mail, contactId }: Reached) => ({
  ...{ channel: 'email', address: mail, addressHash: testHash(ctx, mail) },
  rendered: { subject: 'By mail', text: `As approved for ${contactId}.` },
  consent: { purpose: 'service' as const, basis: 'contract', since: null },
});
