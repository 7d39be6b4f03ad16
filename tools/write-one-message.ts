import { z } from 'zod';
import { draftFigures } from '../core/campaigns/draft-figures.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import { dropHandWritten, writeToCustomer } from '../core/content/writing/write-by-hand.ts';
import { previewSummary } from './audience-summary.ts';
import { defineTool } from './define.ts';
import { campaignId } from './schemas.ts';

export const writeOneMessage = defineTool({
  name: 'write_one_message',
  description:
    'Gives the recipients at one customer of a draft a text of their own, word by word as the person said it; null is the ' +
    'built-in letter again. Makes a new version and voids a pending or unlaunched approval.',
  effect: 'draft',
  input: z.strictObject({
    campaignId,
    customerId: z.uuid(),
    subject: z.string().trim().min(1).max(200).optional(),
    body: z.string().trim().min(1).max(8000).nullable(),
  }),
  run: (scope, { body, ...to }) =>
    scope.within(async (ctx) => {
      const { status } = await readCampaign(ctx, to.campaignId);
      const written = body === null ? null : await writeToCustomer(ctx, { ...to, body });
      if (!written) await dropHandWritten(ctx, to);
      const campaign = await readCampaign(ctx, to.campaignId);
      const { preview } = await draftFigures(ctx, campaign, { only: { customerId: to.customerId } });
      return {
        forModel: {
          ...{ campaignId: to.campaignId, version: campaign.version, written: written?.length ?? 0 },
          ...(status === 'draft' ? {} : { isVoid: true }),
          ...previewSummary(preview),
        },
        parts: [preview],
      };
    }),
});
