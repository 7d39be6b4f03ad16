import { eq } from 'drizzle-orm';
import { approvals, manifestRows, manifests, standingApprovals, tenants } from '../../db/schema/index.ts';
import { type DecisionPayload, openDecision } from '../approval/envelope.ts';
import { manifestHeader } from '../approval/header.ts';
import { type RowHashes, readHashes } from '../approval/read-hashes.ts';
import { openStanding, type StandingTerms, standingDigest } from '../approval/standing.ts';
import type { Ctx } from '../context.ts';

/**
 * What one approval covers: the hash of every row it was given on, and from whom the messages go out. `requestId`:
 * because of which it was asked for.
 */
export type Authority = {
  hashes: RowHashes;
  sender: { name: string; email: string };
  requestId: string | null;
};

// What was proved of a digest stays proved: the set cannot change without another digest. Bounded, because a
// manifest may have a million rows: 32 bytes each.
const KEPT_ROWS = 2_000_000;
const KEPT = 500;
const proved = new Map<string, Authority>();

/**
 * Proves once per approval that its signature is the workspace's, over this very digest, and that the digest is that
 * of the stored header and rows. Null when anything differs: then nothing of it may go out.
 */
export async function proveAuthority(ctx: Ctx, approvalId: string): Promise<Authority | null> {
  const signed = await readSigned(ctx, approvalId);
  if (!signed) return null;
  const key = `${approvalId} ${signed.digest}`;
  const known = proved.get(key);
  if (known) return known;
  const authority = await proveRows(ctx, signed);
  return authority && keep(key, authority);
}

/** The same whatever was proved before: whether everything is there as it was frozen. */
export async function isAsFrozen(ctx: Ctx, approvalId: string): Promise<boolean> {
  const signed = await readSigned(ctx, approvalId);
  return signed !== null && (await proveRows(ctx, signed)) !== null;
}

type Signed = { manifestId: string; digest: string; requestId: string | null };

/** What was signed, where the signature is good. */
async function readSigned(ctx: Ctx, approvalId: string): Promise<Signed | null> {
  const [row] = await ctx.tx
    .select({ approval: approvals, publicKey: tenants.publicKey })
    .from(approvals)
    .innerJoin(tenants, eq(tenants.id, approvals.tenantId))
    .where(eq(approvals.id, approvalId));
  if (!row) return null;
  const { approval, publicKey } = row;
  const { manifestId, digest, requestId } = approval;
  const signed = openDecision(approval.envelope, publicKey);
  if (signed?.approvalId !== approvalId || signed.digest !== digest) return null;
  if (approval.standingId !== (signed.standing?.id ?? null)) return null;
  if (signed.standing && !(await isUnderStanding(ctx, { signed, manifestId, publicKey }))) return null;
  return { manifestId, digest, requestId };
}

async function proveRows(
  ctx: Ctx,
  { manifestId, digest: wanted, requestId }: Signed,
): Promise<Authority | null> {
  const [manifest] = await ctx.tx
    .select({ header: manifests.header })
    .from(manifests)
    .where(eq(manifests.id, manifestId));
  if (!manifest) return null;
  const { header } = manifest;
  const { digest, hashes } = await readHashes(ctx, { manifestId, header });
  return digest === wanted ? { hashes, sender: manifestHeader.parse(header).sender, requestId } : null;
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

function keep(key: string, authority: Authority): Authority {
  proved.set(key, authority);
  let rows = [...proved.values()].reduce((sum, { hashes }) => sum + hashes.count, 0);
  for (const [oldest, { hashes }] of proved) {
    if ((proved.size <= KEPT && rows <= KEPT_ROWS) || oldest === key) break;
    proved.delete(oldest);
    rows -= hashes.count;
  }
  return authority;
}
