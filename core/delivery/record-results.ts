import type { SendResult, Verdict } from '../../channels/contract.ts';
import { byKeys } from '../../db/queries/by-keys.ts';
import { executeKept } from '../../db/queries/kept.ts';
import { type ResultRow, recordAttempts } from '../../db/queries/record-results.ts';
import type { messages } from '../../db/schema/index.ts';
import { coverAddresses } from '../../lib/cover-address.ts';
import type { Ctx } from '../context.ts';
import type { Claimed } from './claim-batch.ts';
import { learnVerdicts } from './learn-verdict.ts';
import { monthOf } from './month-of.ts';
import type { FailReason } from './status.ts';

/** `answeredAt`: by `performance.now()`, when the provider had said all it will. */
export type Tried = { message: Claimed; result: SendResult; answeredAt: number };
export type Outcomes = Partial<Record<(typeof messages.$inferSelect)['status'], number>>;

// Half a day of tries, thinning out; then it has failed and says so.
export const RETRIES = { maxAttempts: 6, deadlineHours: 24 };
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;

/** Writes what the provider said, in one statement, and learns from it: who opted out there, what does not exist. */
export async function recordResults(ctx: Ctx, tried: readonly Tried[]): Promise<Outcomes> {
  if (tried.length === 0) return {};
  const results = tried.map(toRow);
  await ctx.tx.execute(byKeys);
  const { rows } = await executeKept<{ id: string; status: keyof Outcomes }>(
    ctx.tx,
    recordAttempts({ results, now: ctx.now, month: monthOf(ctx), ...RETRIES }),
  );
  await learnVerdicts(
    ctx,
    tried.flatMap(({ message: { channel, addressHash, messageId }, result }) =>
      result.outcome === 'rejected' ? [{ ...result, channel, addressHash, messageId }] : [],
    ),
  );
  const counts: Outcomes = {};
  for (const { status } of rows) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function toRow({ message, result, answeredAt }: Tried): ResultRow {
  const row: ResultRow = {
    messageId: message.messageId,
    number: message.number,
    outcome: result.outcome === 'unreachable' ? 'retry' : result.outcome,
    code: 'code' in result ? clean(result.code) : null,
    detail: 'detail' in result ? clean(result.detail) : null,
    providerId: 'providerId' in result ? result.providerId : null,
    reason: result.outcome === 'rejected' ? failReason(result) : null,
    isElsewhere: result.outcome === 'rejected' && !STOPPED.has(result.suppress),
    retryMs: null,
    agoMs: performance.now() - answeredAt,
  };
  if (result.outcome === 'unreachable') return { ...row, code: 'unreachable', retryMs: waitMs(message) };
  if (result.outcome !== 'retry') return row;
  return { ...row, retryMs: Math.max(waitMs(message), result.retryAfterMs ?? 0) };
}

// A provider's words are outside text: no zero byte (the database refuses it), no page of it, and nobody's address.
const clean = (text: string): string => coverAddresses(text.replaceAll('\0', '')).slice(0, 500);

const failReason = (result: Extract<SendResult, { outcome: 'rejected' }>): FailReason =>
  result.code === 'address_invalid' ? 'address_invalid' : REASONS[result.suppress ?? 'none'];

// Who told the provider to stop is not written to another way.
const STOPPED: ReadonlySet<Verdict['suppress']> = new Set(['opted_out', 'marketing_stopped'] as const);

const REASONS = {
  opted_out: 'opted_out',
  marketing_stopped: 'opted_out',
  no_such_address: 'no_such_address',
  none: 'rejected',
} as const satisfies Record<string, FailReason>;

/** Doubles each time; the jitter keeps a thousand messages from coming back at once. */
const waitMs = ({ number }: Claimed): number =>
  Math.min(FIRST_WAIT_MS * 2 ** (number - 1), LONGEST_WAIT_MS) * (0.5 + Math.random());
