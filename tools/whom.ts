// Whom a question is about: a filter, or a campaign's own audience.
import { z } from 'zod';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import type { Ctx } from '../core/context.ts';
import { AppError } from '../lib/errors.ts';
import { campaignId, filter } from './schemas.ts';

export const whom = z.strictObject({
  campaignId: campaignId.optional(),
  filter: filter.optional().describe('Whom, when it is not about a campaign: one of the two.'),
});

/** The filter and those taken out by hand; `type` of a campaign only. */
export async function readWhom(ctx: Ctx, { campaignId: id, filter: given }: z.infer<typeof whom>) {
  if (id && !given) {
    const { draft } = await readCampaign(ctx, id);
    return { filter: draft.filter, excludedCustomerIds: draft.excludedCustomerIds, type: draft.type };
  }
  if (given && !id) return { filter: given, excludedCustomerIds: [], type: null };
  throw new AppError('input:invalid', 'Either a campaign or a filter says whom this is about.', {
    nextStep: 'Give one of campaignId and filter.',
  });
}
