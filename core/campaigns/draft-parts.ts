import { reachAudience } from '../audience/audience-part.ts';
import type { Recipient } from '../audience/recipient.ts';
import { previewPart } from '../content/preview-part.ts';
import type { Ctx } from '../context.ts';
import type { AudiencePart, PreviewPart } from '../parts.ts';
import type { Campaign } from './read-campaign.ts';

export type Only = { channel?: string | undefined; customerId?: string | undefined };

/** A draft as a person sees it: who it reaches, and what they would read; `only` narrows the messages shown. */
export async function draftParts(
  ctx: Ctx,
  { id: campaignId, draft }: Pick<Campaign, 'id' | 'draft'>,
  only: Only = {},
): Promise<{ audience: AudiencePart; preview: PreviewPart; recipients: Recipient[] }> {
  const { audience, recipients } = await reachAudience(ctx, { filter: draft.filter, draft, campaignId });
  // All of them go along: who is greeted how depends on how many at a customer get it.
  const preview = await previewPart(ctx, { campaignId, draft, recipients, only });
  return { audience, preview, recipients };
}
