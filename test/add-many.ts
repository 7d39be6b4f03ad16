// As many people as a bench wants, by a statement a table.
import { newId } from '../lib/ids.ts';
import type { TestRecipient } from './add-campaign.ts';
import { testHash } from './add-customer.ts';
import type { Delivery } from './approved-campaign.ts';

const ADDRESS = {
  email: (at: number) => `p${at}@example.com`,
  whatsapp: (at: number) => `+6681${String(at).padStart(7, '0')}`,
};
type Given = { channel?: keyof typeof ADDRESS; from?: number };

export async function addMany(
  d: Delivery,
  count: number,
  { channel = 'email', from = 0 }: Given = {},
): Promise<TestRecipient[]> {
  const hash = await d.system(async (ctx) => (address: string) => testHash(ctx, address));
  const people = Array.from({ length: count }, (_, at) => ({
    ...{ customerId: newId(), contactId: newId(), address: ADDRESS[channel](from + at), channel },
    ...{ timeZone: 'Asia/Bangkok', purpose: 'service' as const },
  }));
  const rows = JSON.stringify(
    people.map(({ customerId, contactId, address }) => ({
      customerId,
      contactId,
      address,
      hash: hash(address),
    })),
  );
  const given = `jsonb_to_recordset($2::jsonb) as g("customerId" uuid, "contactId" uuid, address text, hash text)`;
  for (const statement of [
    `insert into customers (id, tenant_id, name, import_key, time_zone)
       select "customerId", $1, address, address, 'Asia/Bangkok' from ${given}`,
    `insert into contacts (id, tenant_id, customer_id, role) select "contactId", $1, "customerId", 'general_manager' from ${given}`,
    `insert into addresses (id, tenant_id, contact_id, channel, address, normalised, hash)
       select gen_random_uuid(), $1, "contactId", '${channel}', address, address, hash from ${given}`,
  ])
    await d.meddle(statement, [d.tenant.id, rows]);
  return people;
}
