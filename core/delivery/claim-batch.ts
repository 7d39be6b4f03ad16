import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Rendered } from '../../channels/contract.ts';
import { byKeys } from '../../db/queries/by-keys.ts';
import { type ClaimedRow, claimDue, lockAccounts } from '../../db/queries/claim.ts';
import { executeKept } from '../../db/queries/kept.ts';
import { attempts, messages } from '../../db/schema/index.ts';
import { type FrozenContent, hashRow, type RowContent } from '../approval/digest.ts';
import { fromFrozen } from '../approval/html-frame.ts';
import type { Ctx } from '../context.ts';
import { type Authority, proveAuthorities } from './authority.ts';
import { monthOf } from './month-of.ts';
import { openPlaces, type Place } from './sending-hours.ts';

export type ClaimInput = {
  accountId: string;
  channel: string;
  batch: number;
  owner: string;
  leaseMs: number;
  /** Where to look (`knownPlaces`); nobody elsewhere is written to. */
  places: readonly Place[];
};

/** A message in our hands until its lease ends: exactly what was approved. */
export type Claimed = {
  messageId: string;
  number: number;
  contactId: string;
  channel: string;
  addressHash: string;
  address: string;
  rendered: Rendered;
  sender: Authority['sender'];
  /** What it goes out under, and because of which request that was asked for. */
  approvalId: string;
  requestId: string | null;
};
/** `moved` went on to another of their channels, and are claimed there; `held` wait for their template. */
export type ClaimedBatch = { claimed: Claimed[]; dropped: number; moved: number; held: number };

/** Claims what is due on an account and proves each row against what was approved; the others are dropped. */
export async function claimBatch(ctx: Ctx, input: ClaimInput): Promise<ClaimedBatch> {
  const { settings } = ctx.tenant;
  await ctx.tx.execute(byKeys);
  // A statement sees what was committed before it began, so the lock comes in one of its own.
  await ctx.tx.execute(lockAccounts);
  const { rows } = await executeKept<ClaimedRow>(
    ctx.tx,
    claimDue({
      ...input,
      now: ctx.now,
      ...openPlaces(input.places, { at: ctx.now, hours: settings }),
      cap: settings.frequencyCap,
      month: monthOf(ctx),
      monthly: settings.monthlyBudget,
    }),
  );
  const taken = rows.filter(({ status }) => status === 'claimed');
  const authorities = await proveAuthorities(ctx, [...new Set(taken.map((row) => row.approvalId))]);
  const [claimed, forged] = [[] as Claimed[], [] as string[]];
  for (const row of taken) {
    const authority = authorities.get(row.approvalId);
    const going = authority?.hashes.has(hashOf(row)) ? toClaimed(row, authority, input) : null;
    if (going) claimed.push(going);
    else forged.push(row.id);
  }
  await dropForged(ctx, forged);
  const held = rows.filter(({ isHeld }) => isHeld).length;
  const moved = rows.filter(({ status }) => status === 'queued').length - held;
  return { claimed, dropped: rows.length - taken.length - moved - held + forged.length, moved, held };
}

function hashOf(row: ClaimedRow): string {
  const { customerId, contactId, channel, address, addressHash, plannedAt, variant } = row;
  const rendered = row.rendered as RowContent['rendered'];
  const consent = row.consent as RowContent['consent'];
  const fallbacks = row.fallbacks as RowContent['fallbacks'] | null;
  const content = { customerId, contactId, channel, address, addressHash, plannedAt, rendered, consent };
  const optional = { ...(fallbacks ? { fallbacks } : {}), ...(variant ? { variant } : {}) };
  return hashRow({ ...content, ...optional }, row.salt);
}

type Going = Pick<ClaimInput, 'channel'>;

function toClaimed(row: ClaimedRow, authority: Authority, { channel }: Going): Claimed | null {
  const { id: messageId, number, contactId, approvalId, fallback } = row;
  const { sender, requestId, htmlFrame } = authority;
  const { address, addressHash, rendered: frozen } = fallback === 0 ? row : row.fallbacks![fallback - 1]!;
  const rendered = fromFrozen(frozen as FrozenContent, htmlFrame);
  const to = { address, addressHash };
  return (
    rendered && { messageId, number, contactId, channel, ...to, rendered, sender, approvalId, requestId }
  );
}

/** Somebody changed a frozen row: it does not go out, and the account's room is given back. */
async function dropForged(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.tx
    .update(messages)
    .set({ status: 'dropped', reason: 'tampered', leaseOwner: null, leaseUntil: null })
    .where(inArray(messages.id, [...ids]));
  await ctx.tx
    .update(attempts)
    .set({ outcome: 'rejected', code: 'unreachable', detail: 'tampered', endedAt: sql`clock_timestamp()` })
    .where(and(inArray(attempts.messageId, [...ids]), eq(attempts.outcome, 'open')));
}
