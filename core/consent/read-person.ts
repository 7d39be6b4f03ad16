import { type SQL, sql } from 'drizzle-orm';
import type { FrozenContent } from '../approval/digest.ts';
import { fromFrozen, type HtmlFrame } from '../approval/html-frame.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { findPerson } from './find-person.ts';

export type PersonFile = Record<
  | 'contacts'
  | 'consents'
  | 'suppressions'
  | 'messages'
  | 'drafts'
  | 'replies'
  | 'conversations'
  | 'notes'
  | 'changes'
  | 'activities'
  | 'conversions'
  | 'offers',
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
    messages: (
      await read(sql`
      select f.header -> 'htmlFrame' as frame, m.channel, m.purpose, m.status, m.reason, m.submitted_at as "submittedAt", m.delivered_at as "deliveredAt",
        m.read_at as "readAt", r.address as "to", r.rendered as content, r.consent
      from messages m join manifest_rows r on r.id = m.manifest_row_id
      left join manifests f on f.id = r.manifest_id
      where m.contact_id = any(${ids}) order by m.created_at`)
    ).map(asSent),
    replies: await read(sql`
      select channel, identifier as "from", body, received_at as "receivedAt", triage,
        (select coalesce(jsonb_agg(jsonb_build_object('name', f.name, 'type', f.type)), '[]')
          from reply_attachments f where f.reply_id = replies.id) as files,
        (select coalesce(jsonb_agg(f.text order by f.created_at), '[]') from answers f where f.reply_id = replies.id) as answers
      from replies
      where contact_id = any(${ids}) or address_hash = any(${theirs}) order by received_at`),
    drafts: await read(sql`
      select channel, subject, body from written_messages where contact_id = any(${ids})
      union select channel, subject, body from written_versions where contact_id = any(${ids}) and body is not null
      order by channel, body`),
    conversations: await read(sql`
      select channel, status, tags from conversations where address_hash = any(${theirs}) order by id`),
    notes: await read(sql`
      select n.text, n.created_at as at from conversation_notes n join conversations c on c.id = n.conversation_id
      where c.address_hash = any(${theirs}) order by n.created_at`),
    changes: await read(sql`
      select field, before, after, why, at from value_history where contact_id = any(${ids}) order by at`),
    activities: await read(sql`
      select kind, at, value, currency, attributes, external_id as "externalId" from activities
      where contact_id = any(${ids}) order by at`),
    conversions: await read(sql`
      select via, external_id as "externalId", value_minor as "valueMinor", currency, at from conversions
      where contact_id = any(${ids}) order by at`),
    offers: await read(sql`
      select code, redeemed_at as "redeemedAt", redeemed_via as "redeemedVia" from offer_codes
      where contact_id = any(${ids}) order by id`),
  };
  await recordAudit(ctx, { action: 'person.exported', data: { contacts: contactIds.length } });
  return file;
}

/** As it went out: of an e-mail the manifest's row says its own part of the HTML only. */
const asSent = ({ frame, content, ...message }: Record<string, unknown>): Record<string, unknown> => ({
  ...message,
  content: fromFrozen(content as FrozenContent, (frame as HtmlFrame | null) ?? undefined),
});
