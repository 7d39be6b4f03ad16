import { type SQL, sql } from 'drizzle-orm';
import { type Seal, Sealing } from '../sealing/sealing.ts';
import { uuidV7 } from './uuid-v7.ts';

type Page = {
  tenantId: string;
  manifestId: string;
  rows: readonly FrozenRow[];
};

type Reached = { address: string };
/** The JSON of what was hashed (core/approval/digest.ts) with its `hash`; and what of it is sealed where it is kept. */
export type FrozenRow = { json: string; content: Reached & { fallbacks?: readonly Reached[] | undefined } };

/** A page of frozen rows as one parameter: one for each value takes as long to bind as a letter takes to write. */
export const insertManifestRows = ({ tenantId, manifestId, rows }: Page): SQL => sql`
  insert into manifest_rows (id, tenant_id, manifest_id, customer_id, contact_id, channel, address, address_hash,
    planned_at, rendered, consent, fallbacks, variant, salt, hash)
  select ${uuidV7}, ${tenantId}, ${manifestId}, g."customerId", g."contactId", g.channel, g.address,
    g."addressHash", g."plannedAt", g.rendered, g.consent, g.fallbacks, g.variant, g.salt, g.hash
  from jsonb_to_recordset(${sql.param(sealed(rows))}::jsonb) as g("customerId" uuid, "contactId" uuid, channel text,
    address text, "addressHash" text, "plannedAt" timestamptz, rendered jsonb, consent jsonb, fallbacks jsonb,
    variant text, salt text, hash text)`;

const sealed = (rows: readonly FrozenRow[]): Sealing =>
  new Sealing((seal) => `[${rows.map((row) => sealRow(row, seal)).join(',')}]`);

// Of a name that comes twice a jsonb keeps what comes last.
function sealRow({ json, content: { address, fallbacks } }: FrozenRow, seal: Seal): string {
  const own = `"address":${JSON.stringify(seal.text(address))}`;
  const others = fallbacks?.map((one) => ({ ...one, address: seal.text(one.address) }));
  return `${json.slice(0, -1)},${own}${others ? `,"fallbacks":${JSON.stringify(others)}` : ''}}`;
}
