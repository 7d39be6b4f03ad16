import { audienceIds } from '../../audience/resolve-audience.ts';
import { selectRecipients } from '../../audience/select-recipients.ts';
import type { Campaign } from '../../campaigns/read-campaign.ts';
import type { Ctx } from '../../context.ts';
import { writeAll } from '../compose-messages.ts';
import type { Composed } from '../compose-one.ts';
import { campaignType } from '../find-type.ts';

/** The built-in letters of all recipients of a campaign as it stands, without HTML and without anybody's own text. */
export async function composeCampaign(
  ctx: Ctx,
  { id, draft }: Pick<Campaign, 'id' | 'draft'>,
): Promise<Composed[]> {
  const { recipients } = await selectRecipients(ctx, {
    draft,
    customerIds: await audienceIds(ctx, draft),
    rules: await campaignType(ctx, draft.type),
  });
  return writeAll(ctx, { draft, recipients, codesFor: id }, () => null);
}
