import { eq, inArray } from 'drizzle-orm';
import { approvals, manifestRows, manifests, standingApprovals, tenants } from '../../db/schema/index.ts';
import { sha256 } from '../../lib/crypto.ts';
import { type DecisionPayload, openDecision } from '../approval/envelope.ts';
import { manifestHeader } from '../approval/header.ts';
import type { HtmlFrame } from '../approval/html-frame.ts';
import { type RowHashes, readHashes } from '../approval/read-hashes.ts';
import { openStanding, type StandingTerms, standingDigest } from '../approval/standing.ts';
import type { Ctx } from '../context.ts';

/**
 * What one approval covers: the hash of every row it was given on, and from whom the messages go out. `requestId`:
 * because of which it was asked for. `htmlFrame`: what its rows' HTML has in common.
 */
export type Authority = {
  hashes: RowHashes;
  sender: { name: string; email: string };
  htmlFrame: HtmlFrame | undefined;
  requestId: string | null;
};

// What was proved of a digest stays proved: the set cannot change without another digest. Bounded, because a
// manifest may have a million rows: 32 bytes each.
const KEPT_ROWS = 2_000_000;
const KEPT = 5_000;
const proved = new Map<string, Authority>();
let provedRows = 0;

/**
 * Proves once per approval that its signature is the workspace's, over this very digest, and that the digest is that
 * of the stored header and rows. One of which anything differs is not in the answer: then nothing of it may go out.
 */
export async function proveAuthorities(
  ctx: Ctx,
  approvalIds: readonly string[],
): Promise<Map<string, Authority>> {
  const signed = await readSigned(ctx, approvalIds);
  const unproved = signed.filter((one) => !proved.has(keyOf(one)));
  const answer = await proveRows(ctx, unproved);
  for (const one of signed) {
    const known = proved.get(keyOf(one));
    if (known) answer.set(one.approvalId, known);
  }
  for (const one of unproved) {
    const authority = answer.get(one.approvalId);
    if (authority) keep(keyOf(one), authority);
  }
  return answer;
}

/** The same of one, whatever was proved before: whether everything is there as it was frozen. */
export async function isAsFrozen(ctx: Ctx, approvalId: string): Promise<boolean> {
  return (await proveRows(ctx, await readSigned(ctx, [approvalId]))).has(approvalId);
}

type Signed = { approvalId: string; manifestId: string; digest: string; requestId: string | null };

const keyOf = ({ approvalId, digest }: Signed): string => `${approvalId} ${digest}`;

/** What was signed, of those whose signature is good. */
async function readSigned(ctx: Ctx, approvalIds: readonly string[]): Promise<Signed[]> {
  if (approvalIds.length === 0) return [];
  const rows = await ctx.tx
    .select({ approval: approvals, publicKey: tenants.publicKey })
    .from(approvals)
    .innerJoin(tenants, eq(tenants.id, approvals.tenantId))
    .where(inArray(approvals.id, [...approvalIds]));
  const good: Signed[] = [];
  for (const { approval, publicKey } of rows) {
    const { id: approvalId, manifestId, digest, requestId } = approval;
    const signed = openOnce(approval.envelope, publicKey);
    if (signed?.approvalId !== approvalId || signed.digest !== digest) continue;
    if (approval.standingId !== (signed.standing?.id ?? null)) continue;
    if (signed.standing && !(await isUnderStanding(ctx, { signed, manifestId, publicKey }))) continue;
    good.push({ approvalId, manifestId, digest, requestId });
  }
  return good;
}

// By what was signed and by whose key: of the same bytes the answer is always the same.
const opened = new Map<string, DecisionPayload>();

function openOnce(envelope: unknown, publicKey: string): DecisionPayload | null {
  const key = sha256(`${publicKey} ${JSON.stringify(envelope)}`);
  const known = opened.get(key);
  if (known) return known;
  const signed = openDecision(envelope, publicKey);
  if (!signed) return null;
  opened.set(key, signed);
  for (const oldest of opened.keys()) {
    if (opened.size <= KEPT) break;
    opened.delete(oldest);
  }
  return signed;
}

/** Those whose header and rows are what was signed. */
async function proveRows(ctx: Ctx, signed: readonly Signed[]): Promise<Map<string, Authority>> {
  const answer = new Map<string, Authority>();
  if (signed.length === 0) return answer;
  const rows = await ctx.tx
    .select({ manifestId: manifests.id, header: manifests.header })
    .from(manifests)
    .where(
      inArray(
        manifests.id,
        signed.map(({ manifestId }) => manifestId),
      ),
    );
  const headers = new Map(rows.map(({ manifestId, header }) => [manifestId, header]));
  const read = await readHashes(ctx, headers);
  for (const { approvalId, manifestId, digest, requestId } of signed) {
    const found = read.get(manifestId);
    if (found?.digest !== digest) continue;
    const { sender, htmlFrame } = manifestHeader.parse(headers.get(manifestId));
    answer.set(approvalId, { hashes: found.hashes, sender, htmlFrame, requestId });
  }
  return answer;
}

type Standing = { signed: DecisionPayload; manifestId: string; publicKey: string };

/** What was approved ahead allows fixed texts only: the row must be one of them, word by word. */
async function isUnderStanding(ctx: Ctx, { signed, manifestId, publicKey }: Standing): Promise<boolean> {
  const [row] = await ctx.tx
    .select()
    .from(standingApprovals)
    .where(eq(standingApprovals.id, signed.standing!.id));
  const given = row && openStanding(row.envelope, publicKey);
  if (!given || given.digest !== signed.standing!.digest || given.digest !== standingDigest(given.terms))
    return false;
  // The claim reads the terms beside the envelope.
  if (standingDigest(row.terms as StandingTerms) !== given.digest) return false;
  const rows = await ctx.tx
    .select({ rendered: manifestRows.rendered })
    .from(manifestRows)
    .where(eq(manifestRows.manifestId, manifestId));
  const texts = Object.values(given.terms.texts);
  return rows.every(({ rendered }) => texts.includes((rendered as { text?: string }).text ?? ''));
}

function keep(key: string, authority: Authority): void {
  // Another batch may have proved it meanwhile.
  if (proved.has(key)) return;
  proved.set(key, authority);
  provedRows += authority.hashes.count;
  for (const [oldest, { hashes }] of proved) {
    if ((proved.size <= KEPT && provedRows <= KEPT_ROWS) || oldest === key) break;
    proved.delete(oldest);
    provedRows -= hashes.count;
  }
}
