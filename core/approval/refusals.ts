// Why a campaign cannot be frozen.
import { AppError } from '../../lib/errors.ts';
import { joinWords, plural } from '../../lib/text.ts';
import type { TestMode } from '../campaigns/draft.ts';
import type { CampaignRow } from '../campaigns/read-campaign.ts';
import type { PlannedMessage, PlanPage } from './plan.ts';

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

type Finding = { customerId: string; channel: string; message: string };
/** What must not go out, of all pages so far. */
export type Wrong = { count: number; first: Finding[]; messages: Set<string> };

/** Counts the errors of a page's messages. */
export function addErrors(wrong: Wrong, composed: readonly PlannedMessage[]): void {
  for (const { recipient, findings } of composed)
    for (const { severity, message } of findings) {
      if (severity !== 'error') continue;
      wrong.count += 1;
      if (wrong.messages.size < SHOWN) wrong.messages.add(message);
      const { customerId, channel } = recipient;
      if (wrong.first.length < SHOWN) wrong.first.push({ customerId, channel, message });
    }
}

export function refuseErrors({ count, first, messages }: Wrong): void {
  if (count === 0) return;
  throw new AppError(
    'campaign:content',
    `${plural(count, 'message')} must not go out as they are: ${[...messages].join('; ')}`,
    {
      nextStep: 'Correct the wording as the preview says, or leave those customers out.',
      where: { findings: first },
    },
  );
}

type Reached = { recipients: number; excluded: PlanPage['excluded']; notes: readonly string[] };

export function refuseEmpty({ recipients, excluded, notes }: Reached): void {
  if (recipients > 0) return;
  const reasons = [...Map.groupBy(excluded, ({ reason }) => reason)].map(
    ([reason, all]) => `${plural(all.length, 'customer')}: ${reason}`,
  );
  const why = reasons.length > 0 ? joinWords(reasons) : notes.join(' ') || 'no customer matches';
  throw new AppError('campaign:no_recipients', `Nobody would get this campaign (${why}).`, {
    nextStep: 'Widen the audience, or choose other channels or roles.',
    where: { excluded: excluded.length },
  });
}
