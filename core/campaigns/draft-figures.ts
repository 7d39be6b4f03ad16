import { drawCustomers, type Sizes } from '../audience/draw-customers.ts';
import type { Recipient } from '../audience/recipient.ts';
import { selectRecipients } from '../audience/select-recipients.ts';
import { campaignType } from '../content/find-type.ts';
import { previewPart } from '../content/preview-part.ts';
import type { Ctx } from '../context.ts';
import type { AudiencePart, PreviewPart } from '../parts.ts';
import { draftParts, type Only } from './draft-parts.ts';
import type { Campaign } from './read-campaign.ts';

/** How far a draft reaches, without the list of whom. */
export type DraftFigures = {
  audience: Pick<AudiencePart, 'words' | 'total' | 'reachable' | 'recipients'> & {
    /** Of a large audience some. */
    customers: readonly { id: string }[];
  };
  preview: PreviewPart;
  /** At those customers, in their order. */
  recipients: readonly Recipient[];
};

type How = { only?: Only; sizes?: Sizes };

/**
 * A draft's numbers and messages. Of a large audience they are told from customers drawn at random, and
 * `preview.estimated` says so: `total` is exact, `reachable`, `recipients` and the counts are estimates.
 */
export async function draftFigures(
  ctx: Ctx,
  campaign: Pick<Campaign, 'id' | 'draft'>,
  { only = {}, sizes }: How = {},
): Promise<DraftFigures> {
  const { id: campaignId, draft } = campaign;
  const drawn = await drawCustomers(ctx, { ...draft, sizes });
  if (!drawn) return draftParts(ctx, campaign, only);
  const { total, words, customerIds } = drawn;
  const rules = await campaignType(ctx, draft.type);
  const { recipients, unreachable } = await selectRecipients(ctx, { draft, customerIds, rules });
  const timesAll = (count: number) => Math.round((count * total) / customerIds.length);
  const audience = {
    ...{ words, total, customers: customerIds.map((id) => ({ id })) },
    reachable: timesAll(customerIds.length - unreachable.length),
    recipients: timesAll(recipients.length),
  };
  if (only.customerId) {
    const own = (await drawn.has(only.customerId)) ? [only.customerId] : [];
    const theirs = await selectRecipients(ctx, { draft, customerIds: own, rules });
    const preview = await previewPart(ctx, { campaignId, draft, recipients: theirs.recipients, only });
    return { audience, preview, recipients };
  }
  const estimated = { customers: customerIds.length, of: total };
  const preview = await previewPart(ctx, { campaignId, draft, recipients, only, estimated });
  return { audience, preview, recipients };
}
