import type { CampaignsPart } from '../../../core/parts.ts';
import { CampaignRows } from '../cards/small-cards.tsx';
import { usePolled } from '../use-polled.ts';
import { Nothing, Page, Panel } from './page.tsx';

export function CampaignsPage() {
  const from = usePolled<Pick<CampaignsPart, 'campaigns'>>('/campaigns');
  return (
    <Page title="Campaigns" hint="Newest first." from={from}>
      {({ campaigns }) =>
        campaigns.length === 0 ? (
          <Nothing>
            There are none yet. Say in the{' '}
            <a className="link" href="#/chat">
              chat
            </a>{' '}
            whom you want to write to.
          </Nothing>
        ) : (
          <Panel>
            <CampaignRows campaigns={campaigns} />
          </Panel>
        )
      }
    </Page>
  );
}
