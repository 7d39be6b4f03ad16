import type { CampaignsPart, ProgressPart } from '../../../core/parts.ts';
import { ProgressCard } from '../cards/progress-card.tsx';
import { Page } from './page.tsx';
import { usePolled } from './use-polled.ts';

type Campaign = CampaignsPart['campaigns'][number];

export function CampaignsPage() {
  const { data, problem } = usePolled<{ campaigns: Campaign[] }>('/campaigns');
  return (
    <Page title="Campaigns" hint="Newest first." problem={problem} isLoading={!data}>
      {data?.campaigns.length === 0 && <p>There are none yet. Say in the chat whom you want to write to.</p>}
      {data?.campaigns.map((one) => (
        <ProgressCard key={one.id} part={atRest(one)} />
      ))}
    </Page>
  );
}

/** The card reads the real counts as soon as it is there. */
const atRest = ({ id, name, status }: Campaign): ProgressPart => ({
  kind: 'progress',
  campaignId: id,
  campaign: name,
  status,
  targeted: 0,
  queued: 0,
  submitted: 0,
  delivered: 0,
  read: 0,
  failed: 0,
  dropped: 0,
  unknown: 0,
  replied: 0,
  reasons: {},
  nextAt: null,
});
