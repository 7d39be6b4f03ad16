import { and, eq, inArray, sql } from 'drizzle-orm';
import { addresses, contacts, coolDowns } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { readContactLanguages } from '../customers/contact-language.ts';
import { demand } from '../tenants/roles.ts';
import { haltMessages } from './halt-messages.ts';
import { mayLift } from './may-lift.ts';
import { recordConsent } from './record-consent.ts';
import { stopByLink } from './stop-by-link.ts';
import { liftSuppression } from './suppress.ts';

/** How many days news and offers may rest. */
export const PAUSES = [30, 90, 180] as const;

export type Preferences = {
  /** As the contact probably writes; null where nobody knows. */
  language: string | null;
  /** Everything was stopped. */
  isStopped: boolean;
  /** Whether news and offers come by each channel on which they have an address. */
  channels: { channel: string; isWanted: boolean }[];
  /** Until when news and offers rest. */
  pausedUntil: Date | null;
};

export type PreferenceChange = {
  contactId: string;
  /** By which channels news and offers may come from now on; the others are withdrawn. */
  wanted?: readonly string[] | undefined;
  /** For how many days they rest; 0 ends a rest. */
  pauseDays?: number | undefined;
  /** Nothing more, on any channel. */
  stop?: boolean | undefined;
};

const SOURCE = 'preference page';

/** What a contact gets, as the holder of their link may see it: no address and no name. */
export async function readPreferences(ctx: Ctx, contactId: string): Promise<Preferences> {
  const { rows } = await ctx.tx.execute<{ channel: string; isWanted: boolean; isStopped: boolean }>(sql`
    select a.channel,
      bool_or(not s.all_stopped and not s.marketing_stopped and coalesce((
        select c.state = 'granted' from consents c
        where c.address_hash = a.hash and c.channel = a.channel and c.purpose = 'marketing'
        order by c.at desc, c.id desc limit 1), false)) as "isWanted",
      bool_and(s.all_stopped) as "isStopped"
    from addresses a cross join lateral (
      select coalesce(bool_or(s.scope = 'all'), false) as all_stopped,
        coalesce(bool_or(s.scope = 'marketing'), false) as marketing_stopped
      from suppressions s where s.address_hash = a.hash and s.lifted_at is null
    ) s
    where a.contact_id = ${contactId} group by a.channel order by a.channel`);
  const [pause] = await ctx.tx
    .select({ until: sql<string | null>`max(${coolDowns.until})` })
    .from(coolDowns)
    .where(
      and(
        eq(coolDowns.isPause, true),
        sql`${coolDowns.until} > clock_timestamp()`,
        inArray(coolDowns.addressHash, hashesOf(ctx, contactId)),
      ),
    );
  const languageOf = await readContactLanguages(ctx, [contactId]);
  return {
    language: languageOf(contactId),
    isStopped: rows.length > 0 && rows.every(({ isStopped }) => isStopped),
    channels: rows.map(({ channel, isWanted }) => ({ channel, isWanted })),
    pausedUntil: pause?.until ? new Date(pause.until) : null,
  };
}

/** The same for somebody of the workspace, who looks at a contact's page. Throws `person:unknown`. */
export async function previewPreferences(ctx: Ctx, contactId: string): Promise<Preferences> {
  demand(ctx.actor, 'read');
  const [contact] = await ctx.tx.select({ id: contacts.id }).from(contacts).where(eq(contacts.id, contactId));
  if (!contact) throw new AppError('person:unknown', 'There is no such contact.');
  return readPreferences(ctx, contactId);
}

/**
 * What the holder of a contact's link chose: by channel, for a while, or nothing more at all. Whoever asks for news again takes
 * their own stop of news back, and what they withdrew is granted anew, with this page as the source.
 */
export async function changePreferences(ctx: Ctx, change: PreferenceChange): Promise<void> {
  const { contactId, wanted, pauseDays, stop } = change;
  if (stop) {
    await stopByLink(ctx, { contactId, scope: 'all' });
    return;
  }
  if (wanted) await choose(ctx, { contactId, wanted });
  if (pauseDays !== undefined) await rest(ctx, { contactId, days: pauseDays });
  await recordAudit(ctx, { action: 'contact.preferences', subject: contactId, data: { wanted, pauseDays } });
}

async function choose(ctx: Ctx, { contactId, wanted }: { contactId: string; wanted: readonly string[] }) {
  const before = await readPreferences(ctx, contactId);
  const changed = before.channels.filter(({ channel, isWanted }) => wanted.includes(channel) !== isWanted);
  const rows = await ctx.tx.select().from(addresses).where(eq(addresses.contactId, contactId));
  const theirs = rows.filter(({ channel }) => changed.some((one) => one.channel === channel));
  for (const { hash, channel } of theirs)
    if (wanted.includes(channel) && (await mayLift(ctx, { addressHash: hash, scope: 'marketing' })))
      await liftSuppression(ctx, { addressHash: hash, scope: 'marketing', source: SOURCE });
  await recordConsent(
    ctx,
    theirs.map(({ channel, hash }) => ({
      ...{ contactId, channel, addressHash: hash, purpose: 'marketing' as const, basis: 'consent' },
      state: wanted.includes(channel) ? ('granted' as const) : ('withdrawn' as const),
      ...{ source: SOURCE, evidence: 'the signed link of a message to them' },
    })),
  );
  if (wanted.length === 0)
    await haltMessages(ctx, { contactIds: [contactId], addressHashes: [], scope: 'marketing' });
}

async function rest(ctx: Ctx, { contactId, days }: { contactId: string; days: number }): Promise<void> {
  await ctx.tx
    .delete(coolDowns)
    .where(and(eq(coolDowns.isPause, true), inArray(coolDowns.addressHash, hashesOf(ctx, contactId))));
  if (days === 0) return;
  await ctx.tx.execute(sql`
    insert into cool_downs (id, tenant_id, address_hash, channel, purpose, until, is_pause)
    select gen_random_uuid(), a.tenant_id, a.hash, a.channel, 'marketing',
      max(clock_timestamp() + make_interval(days => ${days}::int)), true
    from addresses a where a.contact_id = ${contactId} group by a.tenant_id, a.hash, a.channel
    on conflict (tenant_id, address_hash, channel, purpose) do update
      set until = greatest(cool_downs.until, excluded.until), is_pause = true`);
}

const hashesOf = (ctx: Ctx, contactId: string) =>
  ctx.tx.select({ hash: addresses.hash }).from(addresses).where(eq(addresses.contactId, contactId));
