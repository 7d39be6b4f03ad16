import { useState } from 'react';
import type { ImportRow } from '../../../core/customers/import/read-imports.ts';
import type { RevertOutcome } from '../../../core/customers/import/revert-import.ts';
import { post, problemWords } from '../api.ts';
import { Badge, Problem } from '../cards/card.tsx';
import { Frame, Loading, Panel } from '../pages/page.tsx';
import { useFollowed } from '../use-followed.ts';
import { fromServer, t } from '../words/t.ts';
import { sizeWords } from '../words.ts';
import { Draft } from './draft.tsx';
import { ImportReportView } from './import-report.tsx';
import { STATUS } from './import-words.ts';

const isOver = ({ status }: ImportRow) => status !== 'running';

/** One import, wherever it stands: looked at, running, stopped, done, taken back. */
export default function RunPage({ id }: { id: string }) {
  const { data: row, problem: unread, set, reload } = useFollowed<ImportRow>(`/imports/${id}`, isOver);
  const [problem, setProblem] = useState<string | null>(null);
  const [undone, setUndone] = useState<RevertOutcome | null>(null);
  const doing = (work: () => Promise<void>) => async () => {
    setProblem(null);
    await work().catch((error: unknown) => setProblem(problemWords(error)));
  };
  const start = doing(async () => set(await post<ImportRow>(`/imports/${id}/start`)));
  const cancel = doing(async () => set(await post<ImportRow>(`/imports/${id}/cancel`)));
  const revert = doing(async () => {
    setUndone(await post<RevertOutcome>(`/imports/${id}/revert`));
    await reload();
  });
  return (
    <Frame
      title={row ? row.files.join(', ') : t('Import')}
      hint={
        <a className="link" href="#/customers/import">
          {t('All imports')}
        </a>
      }
      action={row && <Badge tone={STATUS[row.status].tone}>{STATUS[row.status].words}</Badge>}
    >
      {problem && <Problem words={problem} />}
      {unread && <Problem words={unread} onRetry={() => void reload()} />}
      {!row && !unread && <Loading />}
      {row?.status === 'draft' && <Draft id={id} onStart={start} />}
      {row?.status === 'running' && <Running row={row} onCancel={cancel} />}
      {row && (row.status === 'cancelled' || row.status === 'failed') && (
        <Stopped row={row} onStart={start} onRevert={revert} />
      )}
      {row?.status === 'done' && <ImportReportView row={row} onRevert={revert} />}
      {row?.status === 'reverted' && <TakenBack outcome={undone} />}
    </Frame>
  );
}

const Running = ({ row, onCancel }: { row: ImportRow; onCancel: () => void }) => (
  <Panel>
    <p className="mb-3" role="status">
      {t('Importing …')}
    </p>
    <progress
      className="progress progress-primary w-full"
      aria-label={t('Imported')}
      max={Math.max(row.totalBytes, 1)}
      value={row.readBytes}
    />
    <p className="quiet mt-2 tabular-nums">
      {t('{n} {n|entry|entries} · {size} of {size2}', {
        n: row.position,
        size: sizeWords(row.readBytes),
        size2: sizeWords(row.totalBytes),
      })}
    </p>
    <p className="quiet mt-2 text-xs">
      {t('You may leave this page: it goes on, and can be taken back as a whole.')}
    </p>
    <button type="button" className="btn btn-sm mt-3" onClick={onCancel}>
      {t('Stop')}
    </button>
  </Panel>
);

type StoppedProps = { row: ImportRow; onStart: () => void; onRevert: () => void };

const Stopped = ({ row, onStart, onRevert }: StoppedProps) => (
  <Panel title={row.status === 'failed' ? t('It could not go on') : t('It was stopped')}>
    {row.problem && (
      <p className="mb-2 wrap-anywhere">
        {fromServer([row.problem.message, row.problem.nextStep].filter(Boolean).join(' '))}
      </p>
    )}
    <p>
      {row.position === 0
        ? t('Nothing was imported yet.')
        : t('{n} {n|entry is|entries are} in, and the place is kept.', { n: row.position })}
    </p>
    <div className="mt-3 flex flex-wrap gap-2">
      <button type="button" className="btn btn-sm btn-primary" onClick={onStart}>
        {row.position === 0 ? t('Import after all') : t('Go on from there')}
      </button>
      {row.position > 0 && (
        <button type="button" className="btn btn-sm" onClick={onRevert}>
          {t('Take back what is in')}
        </button>
      )}
    </div>
  </Panel>
);

const TakenBack = ({ outcome }: { outcome: RevertOutcome | null }) => (
  <Panel title={t('Taken back')}>
    <p role="status">
      {outcome
        ? [
            t('{n} {n|customer|customers} removed', { n: outcome.removed }),
            outcome.discarded > 0 &&
              t('{n} {n|customer|customers} discarded, because messages refer to them', {
                n: outcome.discarded,
              }),
            t('{n} {n|customer|customers} as before', { n: outcome.restored }),
            outcome.kept > 0 &&
              t('{n} {n|customer|customers} left as they are, because they were changed since', {
                n: outcome.kept,
              }),
          ]
            .filter(Boolean)
            .join('; ')
        : t('What this import did was undone')}
      .
    </p>
    <a className="btn btn-sm mt-3" href="#/customers/import">
      {t('Import something else')}
    </a>
  </Panel>
);
