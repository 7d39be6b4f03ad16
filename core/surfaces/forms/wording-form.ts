import { and, eq } from 'drizzle-orm';
import type { Form } from '../../../channels/surface-contract.ts';
import { approvals } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { draftFigures } from '../../campaigns/draft-figures.ts';
import { editCampaign } from '../../campaigns/edit-campaign.ts';
import { readCampaign } from '../../campaigns/read-campaign.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import { atField, type Filled, type Taken } from './taken.ts';

/** The campaign's own words for the channel that most of it goes by; left empty, the built-in letter stands. */
export async function wordingForm(ctx: Ctx, campaignId: string): Promise<Form> {
  demand(ctx.actor, 'draft');
  const campaign = await readCampaign(ctx, campaignId);
  const { preview } = await draftFigures(ctx, campaign);
  const [channel] = Object.entries(preview.counts).toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const first = preview.previews.find((one) => one.channel === channel);
  if (!channel || !first)
    throw new AppError('input:invalid', 'Nobody can be reached yet, so there is no text to change.');
  const own = campaign.draft.wording[channel];
  const hint = 'What differs stands in braces, such as {{ greeting }} or {{ customer.name }}.';
  const subject = { key: 'subject', label: 'Subject', most: 200, isOptional: true };
  const body = { key: 'body', label: 'Text', most: 3000, isLong: true, isOptional: true, hint };
  return {
    ...{ name: 'wording', about: `${campaign.id} ${channel} ${campaign.version}` },
    ...{ title: 'Change the text', submit: 'Change' },
    intro: `By ${channel}, now, to ${first.customer}:\n${[first.subject, first.body].filter(Boolean).join('\n\n')}`,
    fields: [
      ...(first.subject ? [{ ...subject, ...(own?.subject ? { value: own.subject } : {}) }] : []),
      { ...body, ...(own?.body ? { value: own.body } : {}) },
    ],
  };
}

/** Changes the text of the version that the form showed, and no other. */
export async function takeWording(
  ctx: Ctx,
  { about, filled }: { about: string; filled: Filled },
): Promise<Taken> {
  demand(ctx.actor, 'draft');
  const [campaignId = '', channel = '', version] = about.split(' ');
  const { draft, ...campaign } = await readCampaign(ctx, campaignId);
  if (String(campaign.version) !== version)
    throw atField('body', 'Somebody has changed the campaign meanwhile: look at it, and try again.');
  const { [channel]: _, ...others } = draft.wording;
  const [subject, body] = [filled('subject'), filled('body')];
  const own = { ...(subject ? { subject } : {}), ...(body ? { body } : {}) };
  const wording = subject || body ? { ...others, [channel]: own } : others;
  const asked = await ctx.tx
    .select({ id: approvals.id })
    .from(approvals)
    .where(and(eq(approvals.campaignId, campaignId), eq(approvals.status, 'requested')));
  const change = `changed the text by ${channel}`;
  const edited = await editCampaign(ctx, { campaignId, patch: { wording }, change });
  const { preview } = await draftFigures(ctx, edited, { only: { channel } });
  const wrong = preview.findings.find(({ severity }) => severity === 'error');
  if (wrong) throw atField(wrong.message.startsWith('The subject') ? 'subject' : 'body', wrong.message);
  return {
    // What shows that it was asked for is to say that it decides nothing any more.
    subjectId: asked[0]?.id ?? campaignId,
    tell: `The text of “${campaign.name}” is changed. What was asked about it decides nothing any more: say “ask for approval” when it is right.`,
  };
}
