import type { SendResult, Verdict } from '../../channels/contract.ts';
import { byKeys } from '../../db/queries/by-keys.ts';
import { executeKept } from '../../db/queries/kept.ts';
import { type ResultRow, recordAttempts } from '../../db/queries/record-results.ts';
import type { messages } from '../../db/schema/index.ts';
import { coverAddresses } from '../../lib/cover-address.ts';
import { type ToldStatus, takeStatus } from '../content/message-templates/take-status.ts';
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
  await learnTemplates(ctx, tried);
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

/** What the provider takes from nobody now is held by the next claim, however many there are of it. */
async function learnTemplates(ctx: Ctx, tried: readonly Tried[]): Promise<void> {
  const withdrawn = new Map<string, ToldStatus>();
  for (const { message, result } of tried) {
    const { template } = message.rendered;
    if (result.outcome !== 'retry' || !result.isTemplate || !template) continue;
    const told = { ...template, channel: message.channel, at: ctx.now };
    withdrawn.set(`${template.name} ${template.language}`, {
      ...told,
      status: 'paused',
      reason: clean(result.detail),
    });
  }
  for (const told of withdrawn.values()) await takeStatus(ctx, told);
}

function toRow({ message, result, answeredAt }: Tried): ResultRow {
  const { messageId, number } = message;
  const agoMs = Math.floor((performance.now() - answeredAt) * 10) / 10;
  const row = { messageId, number, agoMs };
  if (result.outcome === 'submitted') return { ...row, outcome: 'submitted', providerId: result.providerId };
  const detail = clean(result.detail);
  if (result.outcome === 'unknown') return { ...row, outcome: 'unknown', detail };
  if (result.outcome === 'unreachable')
    return { ...row, outcome: 'retry', code: 'unreachable', detail, retryMs: waitMs(message) };
  const said = { ...row, code: clean(result.code), detail };
  if (result.outcome === 'retry') {
    const reason: FailReason | undefined = result.isTemplate && 'template_withdrawn';
    return {
      ...said,
      outcome: 'retry',
      reason,
      retryMs: Math.max(waitMs(message), result.retryAfterMs ?? 0),
    };
  }
  const isElsewhere = !STOPPED.has(result.suppress);
  return { ...said, outcome: 'rejected', reason: failReason(result), isElsewhere };
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
