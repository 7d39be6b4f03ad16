// Why a campaign cannot be frozen.
import { AppError } from '../../lib/errors.ts';
import { joinWords, plural } from '../../lib/text.ts';
import type { TestMode } from '../campaigns/draft.ts';
import type { CampaignRow } from '../campaigns/read-campaign.ts';
import type { Plan } from './plan.ts';

/** A campaign is frozen before it is approved; a test of it while it has not come to its end. */
export function refuseState(campaign: CampaignRow, test: TestMode | null): void {
  if (campaign.isAnswer)
    throw new AppError('campaign:state', 'An answer to one person is no campaign.', {
      nextStep: 'Answer the reply again.',
    });
  const open: readonly CampaignRow['status'][] = test
    ? ['draft', 'waiting', 'scheduled', 'sending']
    : ['draft', 'waiting'];
  if (open.includes(campaign.status)) return;
  throw new AppError('campaign:state', `"${campaign.name}" is ${campaign.status} and cannot be sent again.`, {
    nextStep: 'Look at its progress, or prepare a new campaign.',
    where: { campaignId: campaign.id, status: campaign.status },
  });
}

// Enough to see what is wrong; the preview has them all.
const SHOWN = 5;

export function refuseErrors(plan: Plan): void {
  const wrong = plan.composed.flatMap(({ recipient, findings }) =>
    findings
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => ({ customerId: recipient.customerId, channel: recipient.channel, message })),
  );
  if (wrong.length === 0) return;
  const first = [...new Set(wrong.map(({ message }) => message))].slice(0, SHOWN);
  throw new AppError(
    'campaign:content',
    `${plural(wrong.length, 'message')} must not go out as they are: ${first.join('; ')}`,
    { nextStep: 'Look at the preview and correct the wording.', where: { findings: wrong.slice(0, SHOWN) } },
  );
}

export function refuseEmpty(plan: Plan): void {
  if (plan.composed.length > 0) return;
  const reasons = [...Map.groupBy(plan.excluded, ({ reason }) => reason)].map(
    ([reason, all]) => `${plural(all.length, 'customer')}: ${reason}`,
  );
  const why = reasons.length > 0 ? joinWords(reasons) : plan.notes.join(' ') || 'no customer matches';
  throw new AppError('campaign:no_recipients', `Nobody would get this campaign (${why}).`, {
    nextStep: 'Widen the audience, or choose other channels or roles.',
    where: { excluded: plan.excluded.length },
  });
}
