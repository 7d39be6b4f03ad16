// Who looks at the panel of a web site as a customer. A visitor is a name that the server made and signed, nothing more:
// it opens the visitor's own conversation and no door of the workspace.
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../../db/client.ts';
import { addresses, contacts, customers } from '../../db/schema/index.ts';
import { equalInConstantTime, hmac, type Keyring } from '../../lib/crypto.ts';
import { newId } from '../../lib/ids.ts';
import { recordAudit } from '../audit/record.ts';
import { addressHash } from '../consent/address-hash.ts';
import type { Ctx, Tenant } from '../context.ts';
import type { ChannelNormaliser } from '../replies/reply-input.ts';
import { listTenants } from '../tenants/workspace.ts';
import { isSignedBy, readIdentity, widgetSecret } from './identity.ts';
import { isWidgetOn } from './is-widget-on.ts';

export const WIDGET_CHANNEL = 'widget';

/** Of the channel `widget`: "visitor:<id>" for somebody unknown, "contact:<id>" for whom the site vouched. */
export type Visitor = { name: string; contactId: string | null };

const KNOWN = /^contact:(.+)$/;
const visitorOf = (name: string): Visitor => ({ name, contactId: KNOWN.exec(name)?.[1] ?? null });

/** The workspace whose sites may show the panel to customers; null where there is none or it is not for them. */
export async function findVisitedTenant(database: Database, slug: string): Promise<Tenant | null> {
  const found = (await listTenants(database)).find((tenant) => tenant.slug === slug);
  return found && isWidgetOn(found) && found.settings.widget.forVisitors ? found : null;
}

const signature = (keys: Keyring, tenantId: string, named: string) =>
  hmac(keys.link, `visitor ${tenantId} ${named}`);

/** What the panel keeps: the name, until when, and our signature. Of another workspace it is worth nothing. */
export function signVisitor(
  keys: Keyring,
  { tenantId, name, until }: { tenantId: string; name: string; until: number },
): string {
  const named = `${name}~${until}`;
  return `${named}~${signature(keys, tenantId, named)}`;
}

/** Null for what we did not sign for this workspace, or what is over (`now` in milliseconds). */
export function readVisitor(
  keys: Keyring,
  { tenantId, token, now }: { tenantId: string; token: string; now: number },
): Visitor | null {
  const [name = '', until = '', given = '', more] = token.split('~');
  if (more !== undefined || token.length > 300) return null;
  if (!equalInConstantTime(given, signature(keys, tenantId, `${name}~${until}`))) return null;
  return Number(until) > now ? visitorOf(name) : null;
}

export const strangerName = (): string => `visitor:${newId()}`;

const stillOver = z.number().max(3600);

/**
 * The one active contact with the e-mail address that the site's own program vouches for (role `customer`, signed with
 * the workspace's secret, ending within the hour). Null where that names nobody, or several: then nobody is guessed.
 */
export async function findVouched(
  ctx: Ctx,
  { identity, normalise }: { identity: string; normalise: ChannelNormaliser },
): Promise<Visitor | null> {
  const named = readIdentity(identity);
  const { id: tenantId, slug, settings } = ctx.tenant;
  const secret = widgetSecret(ctx.keys, { tenantId, number: settings.widget.keyNumber });
  if (named?.role !== 'customer' || named.iss !== slug || !isSignedBy(secret, identity)) return null;
  const left = named.exp - Date.now() / 1000;
  if (left <= 0 || !stillOver.safeParse(left).success) return null;
  const address = normalise('email', named.sub);
  if (!address) return null;
  const found = await ctx.tx
    .selectDistinct({ id: contacts.id })
    .from(addresses)
    .innerJoin(contacts, eq(contacts.id, addresses.contactId))
    .innerJoin(customers, eq(customers.id, contacts.customerId))
    .where(
      and(
        eq(addresses.channel, 'email'),
        eq(addresses.hash, addressHash(ctx.keys, address)),
        isNull(contacts.leftAt),
        eq(customers.status, 'active'),
      ),
    );
  const [only] = found;
  if (!only || found.length > 1) return null;
  await giveAddress(ctx, only.id);
  return visitorOf(`contact:${only.id}`);
}

/** The contact is reached here too from now on: what the desk answers has somewhere to go. */
async function giveAddress(ctx: Ctx, contactId: string): Promise<void> {
  const name = `contact:${contactId}`;
  const added = await ctx.tx
    .insert(addresses)
    .values({
      tenantId: ctx.tenant.id,
      ...{ contactId, channel: WIDGET_CHANNEL, address: name, normalised: name },
      hash: addressHash(ctx.keys, name),
    })
    .onConflictDoNothing()
    .returning({ id: addresses.id });
  if (added.length > 0)
    await recordAudit(ctx, {
      action: 'contact.address_added',
      subject: contactId,
      data: { channel: WIDGET_CHANNEL },
    });
}
