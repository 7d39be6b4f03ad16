// One of the several subjects or calls to action that are proposed beside a draft becomes its own.
import { AppError } from '../../lib/errors.ts';
import { sampleMessages } from '../content/sample-messages.ts';
import { type Suggested, suggestContent } from '../content/suggest-content.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import type { Draft } from './draft.ts';
import { draftFigures } from './draft-figures.ts';
import { editCampaign } from './edit-campaign.ts';
import { type Campaign, readCampaign } from './read-campaign.ts';

export const CHOSEN = ['subject', 'ask'] as const;
/** `number` counts from 1 as they are proposed; without channels, on every channel that has so many. */
type Choice = {
  campaignId: string;
  of: (typeof CHOSEN)[number];
  number: number;
  channels?: string[] | undefined;
  change: string;
};

/**
 * Takes the `number`th subject or call to action as it is proposed for a draft that has none of its own, so that the
 * numbers stay after one was chosen. Throws `input:invalid` where there are not so many, `campaign:unknown`, and what
 * `editCampaign` throws.
 */
export async function chooseSuggestion(
  ctx: Ctx,
  { campaignId, of, number, channels, change }: Choice,
): Promise<Campaign> {
  demand(ctx.actor, 'draft');
  const campaign = await readCampaign(ctx, campaignId);
  const draft = { ...campaign.draft, wording: without(campaign.draft.wording, of) };
  const { audience } = await draftFigures(ctx, { id: campaignId, draft });
  const samples = await sampleMessages(ctx, { draft, customerIds: audience.customers.map(({ id }) => id) });
  const patches = samples.flatMap((sample) => {
    const { channel } = sample.recipient;
    if (channels && !channels.includes(channel)) return [];
    const suggested = suggestContent(sample);
    const chosen = listOf(suggested, of)[number - 1];
    const key = `${channel}/${suggested.language}`;
    const own = draft.wording[key] ?? draft.wording[channel];
    // The letter's own needs no words.
    return chosen ? [[key, { ...own, ...(chosen.wording ? { [of]: chosen.wording } : {}) }] as const] : [];
  });
  if (patches.length === 0)
    throw new AppError('input:invalid', 'There are not so many to choose from.', {
      nextStep: 'Choose one of those that stand in the plan, or give words of your own.',
      where: { path: 'number' },
    });
  const wording = { ...draft.wording, ...Object.fromEntries(patches) };
  return editCampaign(ctx, { campaignId, patch: { wording: saying(wording) }, change });
}

const listOf = ({ subjects, callsToAction }: Suggested, of: Choice['of']) =>
  of === 'subject' ? subjects : callsToAction;

const without = (wording: Draft['wording'], of: Choice['of']): Draft['wording'] =>
  saying(Object.fromEntries(Object.entries(wording).map(([key, own]) => [key, { ...own, [of]: undefined }])));

/** What says nothing is no wording. */
const saying = (wording: Draft['wording']): Draft['wording'] =>
  Object.fromEntries(
    Object.entries(wording).filter(([, own]) => Object.values(own).some((one) => one !== undefined)),
  );
