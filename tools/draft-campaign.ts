import { z } from 'zod';
import { scheduleWords } from '../core/approval/schedule-words.ts';
import { createCampaign } from '../core/campaigns/create-campaign.ts';
import { defaultSchedule, feastSchedule } from '../core/campaigns/default-schedule.ts';
import { budgetSchema } from '../core/campaigns/draft.ts';
import { nameCampaign } from '../core/campaigns/name-campaign.ts';
import { campaignType } from '../core/content/find-type.ts';
import { offerFor } from '../core/content/renewal-offer.ts';
import type { Ctx } from '../core/context.ts';
import { focusThread } from '../core/threads/focus-thread.ts';
import { defineTool } from './define.ts';
import { campaignAnswer, planAnswer } from './draft-answer.ts';
import { draftFields, withPicture } from './schemas.ts';

const input = z.strictObject({
  ...draftFields,
  brief: z
    .strictObject({
      objective: z.string().max(500).optional().describe('What it is to achieve, in the person’s words.'),
      budget: budgetSchema.optional().describe('In minor units of the currency.'),
      unused: z
        .array(z.string().max(500))
        .max(20)
        .optional()
        .describe('What of the brief nothing was made of, in its own words; it becomes an open question.'),
    })
    .optional()
    .describe('Only for a brief, or when a whole campaign is to be worked out: everything is then proposed.'),
  offerByHistory: z
    .boolean()
    .optional()
    .describe('Only if a renewal is to offer what each one’s history earns, by the workspace’s own rules.'),
});

export const draftCampaign = defineTool({
  name: 'draft_campaign',
  description:
    'Makes a new draft campaign: who it is for, what kind, on which channels and when. Sends nothing. Leave out ' +
    'what the person did not say. Restrict the audience by every condition in the sentence; if a condition cannot be ' +
    'expressed as a filter, use ask_person instead of leaving it out. To change a draft use edit_campaign.',
  effect: 'draft',
  input,
  run: (scope, { brief, offerByHistory, ...said }) =>
    scope.within(async (ctx) => {
      const fields = await withPicture(ctx, said);
      const name = fields.name ?? (await nameCampaign(ctx, fields));
      const { assumed, ...filled } = brief ? await fillBrief(ctx, fields) : await timeGreeting(ctx, fields);
      const { unused = [], ...kept } = brief ?? {};
      const draft = { ...fields, ...kept, ...filled, name };
      const campaign = await createCampaign(ctx, { draft, threadId: scope.threadId });
      await focusThread(ctx, { threadId: scope.threadId, campaignId: campaign.id });
      const answer = brief
        ? await planAnswer(ctx, { campaign, assumed, unused })
        : await campaignAnswer(ctx, campaign);
      if (!offerByHistory) return answer;
      return { ...answer, parts: [{ kind: 'text', text: historyWords(ctx) }, ...answer.parts] };
    }),
});

/** A greeting that nobody gave a time waits for its feast. */
async function timeGreeting(ctx: Ctx, { type: key, schedule, topic }: Fields) {
  const type = await campaignType(ctx, key);
  const feast = schedule ? null : feastSchedule(ctx, { type, topic });
  return { assumed: [], ...(feast ? { schedule: feast } : {}) };
}

type Fields = Omit<z.output<typeof input>, 'brief' | 'offerByHistory'>;

const NONE_BY_HISTORY =
  'No offers for renewals are set here, so nothing is offered by history: an admin sets them in the settings, under Campaign types.';
const EACH_BY_HISTORY =
  'Each gets the first of these that fits their history; beside the messages stands how many get which.';

/** What each history earns here, in the order in which it is looked at. */
function historyWords({ tenant: { settings } }: Ctx): string {
  const { renewalOffers } = settings;
  if (renewalOffers.length === 0) return NONE_BY_HISTORY;
  const lines = renewalOffers.map((offer) => `- ${offerFor(offer, settings)}: ${offer.says}`);
  return [EACH_BY_HISTORY, ...lines].join('\n\n');
}

/** What a brief leaves open, and the words for it. */
async function fillBrief(ctx: Ctx, { type: key, schedule, topic, channels, tone }: Fields) {
  const type = await campaignType(ctx, key);
  const chosen = schedule ?? feastSchedule(ctx, { type, topic }) ?? defaultSchedule(ctx, type);
  return {
    schedule: chosen,
    assumed: [
      `The kind of campaign: ${type.label} (${type.purpose}).`,
      ...(schedule ? [] : [`The time: ${scheduleWords(ctx, chosen)}.`]),
      ...(channels?.length ? [] : ['The channels: each contact’s own.']),
      ...(tone ? [] : ['The tone: by brand and type.']),
    ],
  };
}
