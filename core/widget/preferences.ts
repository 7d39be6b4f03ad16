import { and, eq, isNull, ne } from 'drizzle-orm';
import { z } from 'zod';
import { addresses, contacts, customers, suppressions } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import { optOutContact } from '../consent/opt-out-contact.ts';
import { recordConsent } from '../consent/record-consent.ts';
import { liftSuppression, suppress } from '../consent/suppress.ts';
import type { Ctx } from '../context.ts';
import { readContacts } from '../customers/read-contacts.ts';
import { type Visitor, WIDGET_CHANNEL } from './visitor.ts';

export const preferencesSchema = z.object({
  /** Null for somebody whom nobody knows: there is nothing to prefer. */
  name: z.string().nullable(),
  channels: z.array(
    z.object({
      channel: z.string(),
      /** Enough to know it by. */
      address: z.string(),
      wantsNews: z.boolean(),
      isStopped: z.boolean(),
    }),
  ),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const preferenceChange = z.union([
  z.strictObject({ channel: z.string().max(40), wantsNews: z.boolean() }),
  z.strictObject({ stop: z.enum(['all', 'marketing']) }),
]);

const SOURCE = 'widget';

/** What a contact whom the site vouched for gets by which address; of a stranger there is nothing. */
export async function readPreferences(ctx: Ctx, visitor: Visitor): Promise<Preferences> {
  const contact = visitor.contactId ? await findContact(ctx, visitor.contactId) : null;
  if (!contact) return { name: null, channels: [] };
  return {
    name: contact.name,
    channels: contact.addresses
      .filter(({ channel, usable }) => channel !== WIDGET_CHANNEL && usable)
      .map(({ channel, address, consent, suppressed }) => ({
        channel,
        address: masked(address),
        wantsNews: consent?.state === 'granted' && suppressed === null,
        isStopped: suppressed === 'all',
      })),
  };
}

/**
 * Their own wish, in the consent ledger with its wording and its source. News that they stopped may begin again here; a
 * stop of everything is lifted by nobody but themself on the channel where they said it. Throws `auth:forbidden` for a stranger, `input:invalid` for a
 * channel they have no address on.
 */
export async function changePreferences(
  ctx: Ctx,
  { visitor, change }: { visitor: Visitor; change: z.infer<typeof preferenceChange> },
): Promise<void> {
  const { contactId } = visitor;
  if (!contactId)
    throw new AppError('auth:forbidden', 'It is not known who you are here.', {
      nextStep: 'Sign in on the site, or use the link in one of our messages.',
    });
  if ('stop' in change) {
    await optOutContact(ctx, { contactId, scope: change.stop, source: SOURCE });
    return;
  }
  const theirs = await ctx.tx
    .select()
    .from(addresses)
    .where(and(eq(addresses.contactId, contactId), eq(addresses.channel, change.channel)));
  if (theirs.length === 0 || change.channel === WIDGET_CHANNEL)
    throw new AppError('input:invalid', 'You have no address on this channel.', {
      where: { field: 'channel' },
    });
  for (const { hash } of theirs) await setNews(ctx, { contactId, hash, change });
  await recordAudit(ctx, { action: 'contact.preferences', subject: contactId, data: change });
}

type Wish = { contactId: string; hash: string; change: { channel: string; wantsNews: boolean } };

async function setNews(ctx: Ctx, { contactId, hash, change: { channel, wantsNews } }: Wish): Promise<void> {
  await recordConsent(ctx, {
    ...{ contactId, channel, addressHash: hash, purpose: 'marketing', basis: 'consent', source: SOURCE },
    state: wantsNews ? 'granted' : 'withdrawn',
    wording: 'News and offers',
  });
  if (!wantsNews) {
    await suppress(ctx, { addressHash: hash, scope: 'marketing', reason: 'opted_out', source: SOURCE });
    return;
  }
  if (await isComplaint(ctx, hash)) return;
  await liftSuppression(ctx, { addressHash: hash, scope: 'marketing', source: SOURCE });
}

/** What they did not stop themself, such as a complaint that a provider told of, stays. */
async function isComplaint(ctx: Ctx, hash: string): Promise<boolean> {
  const [row] = await ctx.tx
    .select({ id: suppressions.id })
    .from(suppressions)
    .where(
      and(
        eq(suppressions.addressHash, hash),
        eq(suppressions.scope, 'marketing'),
        ne(suppressions.reason, 'opted_out'),
        isNull(suppressions.liftedAt),
      ),
    );
  return row !== undefined;
}

async function findContact(ctx: Ctx, contactId: string) {
  const [found] = await ctx.tx
    .select({ customer: customers })
    .from(contacts)
    .innerJoin(customers, eq(customers.id, contacts.customerId))
    .where(eq(contacts.id, contactId));
  return found
    ? ((await readContacts(ctx, found.customer)).find(({ id }) => id === contactId) ?? null)
    : null;
}

/** "a…@example.com", "…0001": to the person themself it says enough, and to whoever looks over their shoulder little. */
const masked = (address: string): string =>
  address.includes('@') ? `${address[0]}…@${address.split('@').at(-1)}` : `…${address.slice(-4)}`;
