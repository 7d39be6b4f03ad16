import { useState } from 'react';
import type { Draft } from '../../../core/campaigns/draft.ts';
import type { ProgressPart } from '../../../core/parts.ts';
import { ProgressCard } from '../cards/progress-card.tsx';
import { History } from '../content/history.tsx';
import { Offer } from '../content/offer.tsx';
import { Report } from '../report/report.tsx';
import { UnknownMessages } from '../report/unknown-messages.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { Approval, Audience, Preview } from './campaign-parts.tsx';

type Props = { id: string; draft: Draft; status: string; onChanged: () => void };

/** A campaign that goes out, or went: how it goes, what came of it, what was approved. Printed, it is its report. */
export const CampaignSent = ({ id, draft, status, onChanged }: Props) => (
  <>
    <Progress id={id} />
    <UnknownMessages id={id} />
    <Report id={id} />
    <Approval key={status} id={id} onDecided={onChanged} />
    <div className="print:hidden">
      <Offer id={id} offer={draft.offer} mayEdit={false} onChanged={onChanged} />
      <Today id={id} onChanged={onChanged} />
      <History id={id} mayEdit={false} onRestored={onChanged} />
    </div>
  </>
);

function Progress({ id }: { id: string }) {
  const { data } = usePolled<ProgressPart>(`/campaigns/${id}/progress`, null);
  return data && <ProgressCard part={data} />;
}

/** The same conditions and words over the data of today, which is not what was sent: read when somebody opens it. */
function Today({ id, onChanged }: { id: string; onChanged: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="mb-4 text-sm" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('Whom it would reach today, and what they would read')}</summary>
      {isOpen && (
        <>
          <Audience id={id} at="" mayEdit={false} onChanged={onChanged} />
          <Preview id={id} mayEdit={false} onChanged={onChanged} />
        </>
      )}
    </details>
  );
}
