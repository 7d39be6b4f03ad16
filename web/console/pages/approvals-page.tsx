import { useState } from 'react';
import type { ApprovalPart } from '../../../core/parts.ts';
import { ApprovalCard } from '../cards/approval-card.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { Nothing, Page } from './page.tsx';

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
            {shown.map((one) => (
              <li key={one.id}>
                <ApprovalCard part={one} onDecided={() => setDecided((others) => [...others, one])} />
                <a className="link mb-6 -mt-1 block px-4 text-sm" href={`#/campaigns/${one.campaignId}`}>
                  {t('To whom it goes, and every message')}
                </a>
              </li>
            ))}
          </ul>
        );
      }}
    </Page>
  );
}
