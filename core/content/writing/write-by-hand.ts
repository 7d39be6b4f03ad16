// One recipient's message in a person's own words, and back.
import { and, eq } from 'drizzle-orm';
import { writtenMessages } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { addVersion, demandEditable } from '../../campaigns/edit-campaign.ts';
import { lockCampaign } from '../../campaigns/read-campaign.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import type { Composed } from '../compose-one.ts';
import { acceptWritten } from '../written.ts';
import { composeCampaign } from './compose-campaign.ts';
import { changeTexts, dropTexts } from './text-versions.ts';
import { basisOf } from './written-text.ts';

type To = { campaignId: string; contactId: string };
export type HandWritten = To & { subject?: string | undefined; body: string };

/**
 * Gives one recipient of a draft a message of their own; whatever was asked or approved is void. It is checked as a person's
 * words are, now and whenever it is composed. Throws `campaign:state`, `input:invalid` for somebody who is no recipient,
 * `campaign:content` for words that may not go out.
 */
export async function writeByHand(
  ctx: Ctx,
  { campaignId, contactId, subject, body }: HandWritten,
): Promise<Composed> {
  demand(ctx.actor, 'draft');
  const campaign = await lockCampaign(ctx, campaignId);
  demandEditable(campaign);
  const composed = await composeCampaign(ctx, campaign);
  const letter = composed.find(({ recipient }) => recipient.contactId === contactId);
  if (!letter)
    throw new AppError('input:invalid', 'This contact is no recipient of the campaign.', {
      nextStep: 'Take one of those that the preview shows.',
      where: { path: 'contactId' },
    });
  const text = { text: body, ...(subject === undefined ? {} : { subject }) };
  const { refused, ...accepted } = acceptWritten(letter, { ...text, author: 'person' }, null);
  if (refused)
    throw new AppError('campaign:content', `This message may not go out: ${refused.slice(0, 3).join(' ')}`, {
      nextStep: 'Correct what is named.',
    });
  const { channel } = letter.recipient;
  const own = {
    ...{ contactId, channel, author: 'person' as const, basis: basisOf(letter) },
    ...{ subject: subject ?? null, body },
  };
  await changeTexts(ctx, { campaignId, version: campaign.version, texts: [own] });
  await addVersion(ctx, { campaign, draft: campaign.draft, change: `one message by hand (${channel})` });
  return accepted;
}

/** Goes back to the built-in letter for one recipient. Throws `campaign:state`, `message:unknown` where there is none. */
export async function dropHandWritten(ctx: Ctx, { campaignId, contactId }: To): Promise<void> {
  demand(ctx.actor, 'draft');
  const campaign = await lockCampaign(ctx, campaignId);
  demandEditable(campaign);
  const gone = await ctx.tx
    .select()
    .from(writtenMessages)
    .where(and(eq(writtenMessages.campaignId, campaignId), eq(writtenMessages.contactId, contactId)));
  if (gone.length === 0) throw new AppError('message:unknown', 'This contact has no message of their own.');
  await dropTexts(ctx, { campaign, rows: gone });
  await addVersion(ctx, {
    campaign,
    draft: campaign.draft,
    change: 'one message back to the built-in letter',
  });
}
