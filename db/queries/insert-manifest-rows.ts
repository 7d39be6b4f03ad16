import { type SQL, sql } from 'drizzle-orm';
import { uuidV7 } from './uuid-v7.ts';

type Page = {
  tenantId: string;
  manifestId: string;
  /** Each the JSON of what was hashed (core/approval/digest.ts) with its `hash`. */
  rows: readonly string[];
};

/** A page of frozen rows as one parameter: one for each value takes as long to bind as a letter takes to write. */
export const insertManifestRows = ({ tenantId, manifestId, rows }: Page): SQL => sql`
  insert into manifest_rows (id, tenant_id, manifest_id, customer_id, contact_id, channel, address, address_hash,
    planned_at, rendered, consent, fallbacks, salt, hash)
  select ${uuidV7}, ${tenantId}, ${manifestId}, g."customerId", g."contactId", g.channel, g.address,
    g."addressHash", g."plannedAt", g.rendered, g.consent, g.fallbacks, g.salt, g.hash
  from jsonb_to_recordset(${`[${rows.join(',')}]`}::jsonb) as g("customerId" uuid, "contactId" uuid, channel text,
    address text, "addressHash" text, "plannedAt" timestamptz, rendered jsonb, consent jsonb, fallbacks jsonb,
    salt text, hash text)`;
