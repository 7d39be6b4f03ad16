// A recipient's own text beside the letter that it replaces, and whether it still may.
import { and, eq, sql } from 'drizzle-orm';
import { writtenMessages } from '../../../db/schema/index.ts';
import { sha256 } from '../../../lib/crypto.ts';
import type { Ctx } from '../../context.ts';
import type { Composed } from '../compose-one.ts';
import type { EmailShell } from '../email-shell.ts';
import type { Finding } from '../verify/finding.ts';
import { acceptWritten, writerInput } from '../written.ts';

export type WrittenRow = typeof writtenMessages.$inferSelect;

/** One recipient has one text of a campaign on a channel. */
export const ONE_TEXT = [
  writtenMessages.tenantId,
  writtenMessages.campaignId,
  writtenMessages.contactId,
  writtenMessages.channel,
];

/** What a text is written from, hashed. Days left are not in it: they change every night, and the checks see them. */
export function basisOf(composed: Composed): string {
  const input = writerInput(composed);
  const facts = { ...input.facts, contract: { ...composed.made.view.contract, days_left: null } };
  return sha256(JSON.stringify({ ...input, facts }));
}

/** The own texts of a campaign's recipients, by `keyOf`. */
export async function readWritten(
  ctx: Ctx,
  { campaignId, contactIds }: { campaignId: string; contactIds: readonly string[] },
): Promise<Map<string, WrittenRow>> {
  if (contactIds.length === 0) return new Map();
  const rows = await ctx.tx
    .select()
    .from(writtenMessages)
    .where(
      and(
        eq(writtenMessages.campaignId, campaignId),
        // As one parameter: a statement holds no more than 65,535.
        sql`${writtenMessages.contactId} = any(${sql.param([...new Set(contactIds)])}::uuid[])`,
      ),
    );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

export const keyOf = ({ contactId, channel }: { contactId: string; channel: string }): string =>
  `${contactId} ${channel}`;

type Keyed = Parameters<typeof keyOf>[0];
/** The order in which rows are locked: two that lock them in two orders wait for each other. */
export const byKey = (a: Keyed, b: Keyed): number => (keyOf(a) < keyOf(b) ? -1 : 1);

type With = { row: WrittenRow | undefined; shell: EmailShell | null };

/** The message with its own text where it has one that passes the checks; else the letter, and why. */
export function withWritten(composed: Composed, { row, shell }: With): Composed {
  if (!row) return composed;
  if (row.status === 'wanted')
    return noted(composed, {
      message: 'Its own text is still being written; the built-in one is shown.',
      repair: 'Look again in a moment.',
    });
  if (row.status !== 'written' || row.body === null)
    return noted(composed, {
      message: `It has no text of its own, the built-in one is used: ${row.reason ?? 'not written'}`,
      repair: 'Have it written once more, or write it by hand.',
    });
  const isStale = row.basis !== basisOf(composed);
  if (isStale && row.author === 'model')
    return noted(composed, {
      message: 'Its own text was written for other words or facts; the built-in one is used.',
      repair: 'Have it written once more, or write it by hand.',
    });
  const text = { text: row.body, ...(row.subject === null ? {} : { subject: row.subject }) };
  const accepted = acceptWritten(
    composed,
    { ...text, author: row.author === 'model' ? 'writer' : 'person' },
    shell,
  );
  return isStale
    ? noted(accepted, {
        message: 'Somebody wrote it for other words or facts.',
        repair: 'Read it once more, and save it if it still holds.',
      })
    : accepted;
}

const noted = (composed: Composed, said: Pick<Finding, 'message' | 'repair'>): Composed => ({
  ...composed,
  findings: [...composed.findings, { severity: 'warning', place: 'body', ...said }],
});
