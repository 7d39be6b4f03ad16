import { inArray, type SQL, sql } from 'drizzle-orm';
import { contacts, customerChanges, inboundEvents, reviewItems } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { dropEvents } from '../inbound/event-rows.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { demand } from '../tenants/roles.ts';
import { findPerson } from './find-person.ts';
import { haltMessages } from './halt-messages.ts';
import { suppressAll } from './suppress.ts';

export type Erased = {
  contacts: number;
  addresses: number;
  messages: number;
  replies: number;
  halted: number;
};

/**
 * Erases the person behind an address (normalised): GDPR art. 17, CCPA 1798.105, PDPA s. 33. Names, addresses, texts to and from them
 * and notes about them go. What stays is what keeps the promise: the suppression and the consent ledger under the address's
 * keyed hash, that messages were sent and how they ended, and the hash of each row of a proof. Needs
 * `administer`, signed in. Throws `person:unknown` where nothing is held and nothing is suppressed anew.
 */
export async function erasePerson(ctx: Ctx, address: string): Promise<Erased> {
  demand(ctx.actor, 'administer');
  demandSignedIn(ctx.actor);
  const { contactIds, hashes } = await findPerson(ctx, address);
  const halted = await haltMessages(ctx, { contactIds, addressHashes: hashes, scope: 'all' });
  await suppressAll(
    ctx,
    hashes.map((addressHash) => ({ addressHash, scope: 'all', reason: 'erased', source: 'erasure request' })),
  );
  const ids = sql`${sql.param(contactIds)}::uuid[]`;
  const theirs = sql`${sql.param(hashes)}::text[]`;
  const run = async (statement: SQL): Promise<number> => (await ctx.tx.execute(statement)).rowCount ?? 0;
  // The database lets neither be changed otherwise (migration erasure).
  await run(sql`
    update manifest_rows set address = '', rendered = '{}', fallbacks = null, salt = ''
    where contact_id = any(${ids})`);
  await run(
    sql`update value_history set before = null, after = null, why = '' where contact_id = any(${ids})`,
  );
  await run(sql`update activities set attributes = '{}' where contact_id = any(${ids})`);
  const replies = await eraseReplies(run, { ids, theirs });
  await run(
    sql`delete from standin_deliveries where message_id in (select id from messages where contact_id = any(${ids}))`,
  );
  await run(
    sql`delete from shelf_messages where message_id in (select id from messages where contact_id = any(${ids}))`,
  );
  await eraseInbound(ctx, address);
  await run(sql`delete from written_messages where contact_id = any(${ids})`);
  await run(sql`delete from written_versions where contact_id = any(${ids})`);
  await eraseChanges(ctx, contactIds);
  await eraseDoubts(ctx, { address, contactIds });
  await run(sql`
    update import_entries set before = case when before is not null then '{}'::jsonb end, reasons = '{}'
    where customer_id in (select customer_id from contacts where id = any(${ids}))`);
  const messages = await run(sql`update messages set detail = null where contact_id = any(${ids})`);
  const addresses = await run(sql`delete from addresses where contact_id = any(${ids})`);
  const people = await run(sql`
    update contacts set name = null, title = null, notes = null, language = null, preferred_channel = null,
      left_at = coalesce(left_at, ${ctx.now})
    where id = any(${ids})`);
  if (people + replies + messages === 0 && hashes.length === 1) await refuseUnknown(ctx, hashes[0]!);
  const done = { contacts: people, addresses, messages, replies, halted };
  await recordAudit(ctx, { action: 'person.erased', data: { ...done } });
  return done;
}

/** Nobody has dealt with it yet, so that it has no hash; whoever wrote is named in it without a leading "+" by some. */
async function eraseInbound(ctx: Ctx, address: string): Promise<void> {
  const rows = await ctx.tx.select().from(inboundEvents);
  const theirs = rows.filter(({ event }) => event.includes(address.replace(/^\+/, '')));
  await dropEvents(
    ctx,
    theirs.map(({ id }) => id),
  );
}

/** Changes and sources that speak of them are sealed: only whoever opens them finds out which. */
async function eraseChanges(ctx: Ctx, contactIds: readonly string[]): Promise<void> {
  const theirs = sql`(select customer_id from contacts where id = any(${sql.param(contactIds)}::uuid[]))`;
  const rows = await ctx.tx
    .select({ id: customerChanges.id, steps: customerChanges.steps, done: customerChanges.done })
    .from(customerChanges)
    .where(sql`${customerChanges.customerId} in ${theirs}`);
  const gone = rows.filter(({ steps, done }) => {
    const text = JSON.stringify([steps, done]);
    return contactIds.some((id) => text.includes(id));
  });
  await ctx.tx.delete(customerChanges).where(
    inArray(
      customerChanges.id,
      gone.map(({ id }) => id),
    ),
  );
  await ctx.tx.execute(sql`
    update customers set source = jsonb_set(source, '{text}', '""') where source is not null and id in ${theirs}`);
}

/** What looked wrong in a file's line, where it names them. */
async function eraseDoubts(
  ctx: Ctx,
  { address, contactIds }: { address: string; contactIds: readonly string[] },
) {
  const theirs = await ctx.tx
    .select()
    .from(contacts)
    .where(inArray(contacts.id, [...contactIds]));
  const named = [address.replace(/^\+/, ''), ...theirs.flatMap(({ name }) => name ?? [])];
  const rows = await ctx.tx
    .select({ id: reviewItems.id, detail: reviewItems.detail })
    .from(reviewItems)
    .where(
      inArray(
        reviewItems.customerId,
        theirs.map(({ customerId }) => customerId),
      ),
    );
  const gone = rows.filter(({ detail }) => named.some((name) => detail.includes(name))).map(({ id }) => id);
  await ctx.tx.update(reviewItems).set({ detail: '' }).where(inArray(reviewItems.id, gone));
}

type Theirs = { ids: SQL; theirs: SQL };

async function eraseReplies(
  run: (statement: SQL) => Promise<number>,
  { ids, theirs }: Theirs,
): Promise<number> {
  const own = sql`contact_id = any(${ids}) or address_hash = any(${theirs})`;
  await run(sql`delete from reply_attachments where reply_id in (select id from replies where ${own})`);
  await run(sql`update answers set text = '' where reply_id in (select id from replies where ${own})`);
  await run(sql`
    delete from conversation_notes where conversation_id in (select id from conversations where ${own})`);
  return run(sql`
    update replies set body = '', identifier = '', headers = '{}', score = null, triage = null,
      triaged_at = coalesce(triaged_at, received_at), effects = '[]', status = 'done', doubt = null, redemptions = '[]'
    where ${own}`);
}

/** Nothing was held: what was just suppressed would be a stop that nobody asked for. */
async function refuseUnknown(ctx: Ctx, addressHash: string): Promise<void> {
  const { rows } = await ctx.tx.execute(
    sql`select 1 from consents where address_hash = ${addressHash} limit 1`,
  );
  if (rows.length > 0) return;
  throw new AppError('person:unknown', 'Nothing is held about anybody with this address.', {
    nextStep: 'Look for another spelling of it, or another channel.',
  });
}
