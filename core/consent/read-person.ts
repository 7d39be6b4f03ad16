import { type SQL, sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { findPerson } from './find-person.ts';

export type PersonFile = Record<
  'contacts' | 'consents' | 'suppressions' | 'messages' | 'replies' | 'notes' | 'changes',
  Record<string, unknown>[]
>;

/**
 * Everything that is held about the person behind an address (normalised), as it is handed to them when they ask (GDPR
 * art. 15 and 20, CCPA 1798.110, PDPA s. 30): who they are here, what they agreed to, what they were sent and wrote, what
 * colleagues noted. Needs `export`, and is logged without the address.
 */
export async function readPerson(ctx: Ctx, address: string): Promise<PersonFile> {
  demand(ctx.actor, 'export');
  const { contactIds, hashes } = await findPerson(ctx, address);
  const ids = sql`${sql.param(contactIds)}::uuid[]`;
  const theirs = sql`${sql.param(hashes)}::text[]`;
  const read = async (select: SQL): Promise<Record<string, unknown>[]> => (await ctx.tx.execute(select)).rows;
  const file = {
    contacts: await read(sql`
      select k.name, k.role, k.title, k.language, k.preferred_channel as "preferredChannel", k.notes,
        k.left_at as "leftAt", c.name as customer,
        (select coalesce(jsonb_agg(jsonb_build_object('channel', a.channel, 'address', a.address)), '[]')
          from addresses a where a.contact_id = k.id) as addresses
      from contacts k join customers c on c.id = k.customer_id where k.id = any(${ids}) order by k.id`),
    consents: await read(sql`
      select channel, purpose, state, basis, wording, source, evidence, at from consents
      where address_hash = any(${theirs}) order by at, id`),
    suppressions: await read(sql`
      select scope, reason, source, at, lifted_at as "liftedAt" from suppressions
      where address_hash = any(${theirs}) order by at`),
    messages: await read(sql`
      select m.channel, m.purpose, m.status, m.reason, m.submitted_at as "submittedAt", m.delivered_at as "deliveredAt",
        m.read_at as "readAt", r.rendered as content, r.consent
      from messages m join manifest_rows r on r.id = m.manifest_row_id
      where m.contact_id = any(${ids}) order by m.created_at`),
    replies: await read(sql`
      select channel, body, received_at as "receivedAt", triage from replies
      where contact_id = any(${ids}) or address_hash = any(${theirs}) order by received_at`),
    notes: await read(sql`
      select n.text, n.created_at as at from conversation_notes n join conversations c on c.id = n.conversation_id
      where c.address_hash = any(${theirs}) order by n.created_at`),
    changes: await read(sql`
      select field, before, after, why, at from value_history where contact_id = any(${ids}) order by at`),
  };
  await recordAudit(ctx, { action: 'person.exported', data: { contacts: contactIds.length } });
  return file;
}
