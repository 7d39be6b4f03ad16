import { useState } from 'react';
import type { z } from 'zod';
import type { timelinePage } from '../../../core/customers/read-timeline.ts';
import { post } from '../api.ts';
import { Badge, Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { OneLine } from '../one-line.tsx';
import { Loading, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { inLanguage, t } from '../words/t.ts';
import { timeWords } from '../words.ts';

const FIRST = 30;
const MOST = 500;

/** What happened with a customer, the newest first, and room for a remark. */
export function Timeline({ customerId }: { customerId: string }) {
  const mayNote = useMay('draft');
  const [limit, setLimit] = useState(FIRST);
  const { data, problem, reload } = usePolled<z.infer<typeof timelinePage>>(
    `/customers/${customerId}/timeline?limit=${limit}`,
    null,
  );
  return (
    <Panel title={t('What happened')}>
      {mayNote && <AddNote customerId={customerId} onAdded={() => void reload()} />}
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading />}
      {data?.entries.length === 0 && <p className="quiet">{t('Nothing yet.')}</p>}
      <ol className="space-y-2">
        {data?.entries.map((entry) => (
          <li key={entry.id}>
            <p className="wrap-anywhere" dir="auto">
              <Badge>{inLanguage(entry.kind)}</Badge> {entry.title}
            </p>
            {entry.detail && (
              <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
                {entry.detail}
              </p>
            )}
            <p className="quiet text-xs">
              {timeWords(entry.at)}
              {entry.by && ` · ${entry.by}`}
            </p>
          </li>
        ))}
      </ol>
      {data?.next &&
        (limit === FIRST ? (
          <button type="button" className="btn btn-sm mt-3" onClick={() => setLimit(MOST)}>
            {t('Show older ones')}
          </button>
        ) : (
          <p className="quiet mt-2">{t('These are the newest {n}.', { n: data.entries.length })}</p>
        ))}
    </Panel>
  );
}

const AddNote = ({ customerId, onAdded }: { customerId: string; onAdded: () => void }) => (
  <div className="mb-3">
    <OneLine
      label={t('Note on this customer')}
      hint={t('Add a note')}
      maxLength={4000}
      button={t('Add')}
      onSend={async (text) => {
        await post(`/customers/${customerId}/notes`, { text });
        onAdded();
      }}
    />
  </div>
);
