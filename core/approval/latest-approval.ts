import { desc, eq } from 'drizzle-orm';
import { approvals, manifests } from '../../db/schema/index.ts';
import { canonical } from '../../lib/canonical.ts';
import { AppError } from '../../lib/errors.ts';
import type { TestMode } from '../campaigns/draft.ts';
import { readCampaign } from '../campaigns/read-campaign.ts';
import type { Ctx } from '../context.ts';
import { manifestHeader } from './header.ts';

export type AskedApproval = {
  id: string;
  status: (typeof approvals.$inferSelect)['status'];
  digest: string;
  version: number;
  occurrence: number;
  test: TestMode | null;
};

/** Every approval that was asked for of a campaign, the newest first; `campaign:unknown`. */
export async function listApprovals(ctx: Ctx, campaignId: string): Promise<AskedApproval[]> {
  await readCampaign(ctx, campaignId);
  const rows = await ctx.tx
    .select({ approval: approvals, manifest: manifests })
    .from(approvals)
    .innerJoin(manifests, eq(manifests.id, approvals.manifestId))
    .where(eq(approvals.campaignId, campaignId))
    .orderBy(desc(approvals.createdAt), desc(approvals.id));
  return rows.map(({ approval, manifest }) => ({
    id: approval.id,
    status: approval.status,
    digest: approval.digest,
    version: manifest.version,
    occurrence: manifest.occurrence,
    test: manifestHeader.parse(manifest.header).test,
  }));
}

/**
 * The approval that a decision on a campaign is about: the one with the digest that the person saw, else the newest,
 * so that a stale digest is refused as such. `approval:unknown` when none was asked for.
 */
export async function latestApproval(
  ctx: Ctx,
  { campaignId, digest }: { campaignId: string; digest?: string },
): Promise<AskedApproval> {
  const asked = await listApprovals(ctx, campaignId);
  const found = asked.find((one) => one.digest === digest) ?? asked[0];
  if (found) return found;
  throw new AppError('approval:unknown', 'No approval of this campaign was asked for.', {
    nextStep: 'Ask for it by sending the campaign.',
    where: { campaignId },
  });
}

/** What was approved of the campaign as it stands now: the real send, or the test of that kind. */
export async function approvedAlready(
  ctx: Ctx,
  { campaignId, version, test }: { campaignId: string; version: number; test: TestMode | null },
): Promise<AskedApproval | null> {
  const asked = await listApprovals(ctx, campaignId);
  const wanted = canonical(test);
  const newest = asked.find((one) => one.version === version && canonical(one.test) === wanted);
  return newest?.status === 'approved' ? newest : null;
}
