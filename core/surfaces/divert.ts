import { and, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import type { ChannelEvent } from '../../channels/contract.ts';
import type { SurfaceEvent, SurfaceRegistry } from '../../channels/surface-contract.ts';
import { addresses, surfaceApps, surfaceTurns } from '../../db/schema/index.ts';
import { addressHash } from '../consent/address-hash.ts';
import type { Ctx } from '../context.ts';
import { findOptOut } from '../replies/find-opt-out.ts';
import { readMailKind } from '../replies/mail-kind.ts';
import type { ChannelNormaliser } from '../replies/reply-input.ts';
import { isSenderProven } from '../replies/sender-proof.ts';
import { linkingCode } from './link-code.ts';
import { findLinked, redeemLinkCode } from './links.ts';
import { findSurfaceApp, type SurfaceApp } from './surface-apps.ts';

type Reply = Extract<ChannelEvent, { kind: 'reply' }>;
type Input = {
  accountId: string;
  channel: string;
  event: Reply;
  /** Of a mail. */
  headers?: Record<string, string>;
  surfaces: SurfaceRegistry;
  normalise: ChannelNormaliser;
};
export type Diverted = { app: SurfaceApp; from: string } & (
  | { kind: 'event'; event: SurfaceEvent }
  | { kind: 'linked' }
);

/** The accounts among these that people of the workspace talk to the agent by, too. */
export async function accountsOfAgent(ctx: Ctx, accountIds: readonly string[]): Promise<Set<string>> {
  if (accountIds.length === 0) return new Set();
  const rows = await ctx.tx
    .select({ accountId: surfaceApps.accountId })
    .from(surfaceApps)
    .where(and(inArray(surfaceApps.accountId, [...new Set(accountIds)]), eq(surfaceApps.isEnabled, true)));
  return new Set(rows.flatMap(({ accountId }) => accountId ?? []));
}

/**
 * Whose a message is that came by a channel which people of the workspace talk to the agent by, too. Null: a customer's,
 * and nothing of it is for the agent. A linked number's is for the agent and no customer's reply, with two exceptions,
 * both in favour of the customer that somebody may be as well: an answer to a message that we sent them, and a wish to
 * get no more from a number that is a contact's. A number that is not linked is never answered by the agent: a code
 * that fits links it, anything else is what a customer wrote. So is a mail in a linked person's name that nothing
 * proves to be theirs, and what their machine answers by itself: as it says of itself, or as it says the same for the
 * fourth time within the hour.
 */
export async function divertToAgent(ctx: Ctx, input: Input): Promise<Diverted | null> {
  const { accountId, event, surfaces } = input;
  const [row] = await ctx.tx
    .select({ id: surfaceApps.id })
    .from(surfaceApps)
    .where(and(eq(surfaceApps.accountId, accountId), eq(surfaceApps.isEnabled, true)));
  const from = row && input.normalise(input.channel, event.from);
  const app = row && from ? await findSurfaceApp(ctx, { appId: row.id, surfaces }) : null;
  if (!app || !from) return null;
  const account = { appId: app.id, externalId: from };
  const actor = await findLinked(ctx, { ...account, surface: app.surface.key });
  if (!actor) {
    const code = linkingCode(event.text);
    return code && (await redeemLinkCode(ctx, { ...account, code })) ? { app, from, kind: 'linked' } : null;
  }
  if (!isTheirs(ctx, input, from) || (await isCustomers(ctx, input, from))) return null;
  if (input.headers && (await isLoop(ctx, { ...account, event }))) return null;
  return { app, from, kind: 'event', event: toSurface(app, from, input) };
}

/** A provider signs who wrote; anybody can write a mail in somebody's name. */
function isTheirs(ctx: Ctx, { channel, headers }: Input, identifier: string): boolean {
  if (!headers) return true;
  if (readMailKind(headers)) return false;
  return isSenderProven(ctx, { channel, identifier, headers, isSenderProven: false });
}

// Somebody may ask the same three times within the hour; a machine asks for ever.
const MOST_ALIKE = 3;
const ALIKE_MS = 3_600_000;

/**
 * Whether a mailbox that does not say that it is a machine answers all that we say in the same words. A mail that another
 * look into the box has had heard by now is no repetition of itself.
 */
async function isLoop(
  ctx: Ctx,
  { appId, externalId, event }: { appId: string; externalId: string; event: Reply },
): Promise<boolean> {
  const said = await ctx.tx
    .select({ id: surfaceTurns.id })
    .from(surfaceTurns)
    .where(
      and(
        ...[eq(surfaceTurns.appId, appId), eq(surfaceTurns.speaker, externalId)],
        ...[eq(surfaceTurns.text, event.text), ne(surfaceTurns.externalId, event.externalId)],
        gt(surfaceTurns.createdAt, new Date(ctx.now.getTime() - ALIKE_MS)),
      ),
    )
    .limit(MOST_ALIKE);
  return said.length === MOST_ALIKE;
}

async function isCustomers(ctx: Ctx, { event }: Input, from: string): Promise<boolean> {
  if (event.payload === undefined && event.inReplyTo && (await isOurMessage(ctx, event.inReplyTo)))
    return true;
  if (findOptOut({ text: event.text, language: null })?.kind !== 'opt_out') return false;
  const [contact] = await ctx.tx
    .select({ id: addresses.contactId })
    .from(addresses)
    .where(eq(addresses.hash, addressHash(ctx.keys, from)))
    .limit(1);
  return contact !== undefined;
}

/** Whether a campaign or an answer carried it; what the agent itself says is in no outbox. */
async function isOurMessage(ctx: Ctx, providerId: string): Promise<boolean> {
  const { rows } = await ctx.tx.execute(sql`
    select 1 from messages where provider_id = ${providerId}
    union all select 1 from attempts where provider_id = ${providerId} limit 1`);
  return rows.length > 0;
}

function toSurface(app: SurfaceApp, from: string, { event, headers }: Input): SurfaceEvent {
  const { externalId, text, payload, inReplyTo } = event;
  const place = headers ? (app.surface.placeOf?.({ from, headers }) ?? from) : from;
  const press = payload ? app.surface.readPress?.(payload) : null;
  if (press) return { kind: 'pressed', externalId, from, place: from, press };
  return { kind: 'said', externalId, from, place, text, ...(inReplyTo ? { inReplyTo } : {}) };
}
