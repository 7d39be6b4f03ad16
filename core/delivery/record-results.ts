import { inArray } from 'drizzle-orm';
import type { SendResult } from '../../channels/contract.ts';
import { type ResultRow, recordAttempts } from '../../db/queries/record-results.ts';
import { addresses, type messages } from '../../db/schema/index.ts';
import { suppress } from '../consent/suppress.ts';
import type { Ctx } from '../context.ts';
import type { Claimed } from './claim-batch.ts';

export type Tried = { message: Claimed; result: SendResult };
export type Outcomes = Partial<Record<(typeof messages.$inferSelect)['status'], number>>;

// Half a day of tries, thinning out; then it has failed and says so.
export const RETRIES = { maxAttempts: 6, deadlineHours: 24 };
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;

/** Writes what the provider said, in one statement, and learns from it: who opted out there, what does not exist. */
export async function recordResults(ctx: Ctx, tried: readonly Tried[]): Promise<Outcomes> {
  if (tried.length === 0) return {};
  const results = tried.map(toRow);
  const { rows } = await ctx.tx.execute<{ id: string; status: keyof Outcomes }>(
    recordAttempts({ results, now: ctx.now, ...RETRIES }),
  );
  await learn(ctx, tried);
  const counts: Outcomes = {};
  for (const { status } of rows) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function toRow({ message, result }: Tried): ResultRow {
  const row: ResultRow = {
    messageId: message.messageId,
    number: message.number,
    outcome: result.outcome === 'unreachable' ? 'retry' : result.outcome,
    code: 'code' in result ? clean(result.code) : null,
    detail: 'detail' in result ? clean(result.detail) : null,
    providerId: 'providerId' in result ? result.providerId : null,
    reason: result.outcome === 'rejected' ? failReason(result) : null,
    retryMs: null,
  };
  if (result.outcome === 'unreachable') return { ...row, code: 'unreachable', retryMs: waitMs(message) };
  if (result.outcome !== 'retry') return row;
  return { ...row, retryMs: Math.max(waitMs(message), result.retryAfterMs ?? 0) };
}

// A provider's words are outside text: no zero byte (the database refuses it), and no page of it.
const clean = (text: string): string => text.replaceAll('\0', '').slice(0, 500);

const failReason = (result: Extract<SendResult, { outcome: 'rejected' }>): string =>
  result.code === 'address_invalid' ? 'address_invalid' : (result.suppress ?? 'rejected');

/** Doubles each time; the jitter keeps a thousand messages from coming back at once. */
const waitMs = ({ number }: Claimed): number =>
  Math.min(FIRST_WAIT_MS * 2 ** (number - 1), LONGEST_WAIT_MS) * (0.5 + Math.random());

async function learn(ctx: Ctx, tried: readonly Tried[]): Promise<void> {
  for (const { message, result } of tried) {
    if (result.outcome !== 'rejected' || result.suppress !== 'opted_out') continue;
    const { addressHash } = message;
    await suppress(ctx, { addressHash, scope: 'all', reason: 'opted_out', source: 'provider' });
  }
  const dead = tried.filter(
    ({ result }) => result.outcome === 'rejected' && result.suppress === 'no_such_address',
  );
  await markUnusable(
    ctx,
    dead.map(({ message }) => message.addressHash),
  );
}

/** An address that does not exist is written to no more; that is no opt-out. */
export async function markUnusable(ctx: Ctx, addressHashes: readonly string[]): Promise<void> {
  if (addressHashes.length === 0) return;
  await ctx.tx
    .update(addresses)
    .set({ usable: false })
    .where(inArray(addresses.hash, [...addressHashes]));
}
