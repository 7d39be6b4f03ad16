import { useState } from 'react';
import type { ApprovalPart, PreviewPart } from '../../../core/parts.ts';
import { ApprovalCard } from '../cards/approval-card.tsx';
import { PreviewCard } from '../cards/preview-card.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { Loading, Nothing, Page } from './page.tsx';

/** Every campaign that waits for a yes or a no; those decided here stay until the page is left, with what came of it. */
export function ApprovalsPage() {
  const from = usePolled<{ approvals: ApprovalPart[] }>('/approvals', 10_000);
  const [decided, setDecided] = useState<readonly ApprovalPart[]>([]);
  return (
    <Page
      title={t('Approvals')}
      hint={t('What waits for a decision, that which expires first in front.')}
      from={from}
    >
      {({ approvals }) => {
        const over = decided.filter(({ id }) => approvals.every((one) => one.id !== id));
        const shown = [...approvals, ...over];
        if (shown.length === 0) return <Nothing>{t('Nothing waits for a decision.')}</Nothing>;
        return (
          <ul>
            {shown.map((one, at) => (
              <li key={one.id}>
                <ApprovalCard part={one} onDecided={() => setDecided((others) => [...others, one])}>
                  <Messages campaignId={one.campaignId} isFirst={at === 0} />
                </ApprovalCard>
              </li>
            ))}
          </ul>
        );
      }}
    </Page>
  );
}

/** Nobody decides about texts that are not in sight: those of the first are, of the others at one press. */
function Messages({ campaignId, isFirst }: { campaignId: string; isFirst: boolean }) {
  const [isOpen, setOpen] = useState(isFirst);
  const { data } = usePolled<PreviewPart>(isOpen ? `/campaigns/${campaignId}/preview` : null, null);
  return (
    <details className="mt-3" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('What they would read')}</summary>
      {isOpen && (data ? <PreviewCard part={data} mayEdit={false} /> : <Loading />)}
      <a className="link" href={`#/campaigns/${campaignId}`}>
        {t('To whom it goes, and every message')}
      </a>
    </details>
  );
}
