import { audiencePart } from '../audience/audience-part.ts';
import { selectRecipients } from '../audience/select-recipients.ts';
import { campaignType } from '../content/find-type.ts';
import { previewPart } from '../content/preview-part.ts';
import type { Ctx } from '../context.ts';
import type { AudiencePart, PreviewPart } from '../parts.ts';
import type { Campaign } from './read-campaign.ts';

type Only = { channel?: string | undefined; customerId?: string | undefined };

/** A draft as a person sees it: who it reaches, and what they would read; `only` narrows the messages shown. */
export async function draftParts(
  ctx: Ctx,
  { id: campaignId, draft }: Pick<Campaign, 'id' | 'draft'>,
  only: Only = {},
): Promise<{ audience: AudiencePart; preview: PreviewPart }> {
  const rules = await campaignType(ctx, draft.type);
  const audience = await audiencePart(ctx, { filter: draft.filter, draft, campaignId, rules });
  const customerIds = audience.customers
    .map(({ id }) => id)
    .filter((id) => !only.customerId || id === only.customerId);
  const { recipients } = await selectRecipients(ctx, { draft, customerIds, rules });
  // All of them go along: who is greeted how depends on how many at a customer get it.
  return { audience, preview: await previewPart(ctx, { campaignId, draft, recipients, only }) };
}
