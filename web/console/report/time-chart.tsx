import type { TimeLine } from '../../../core/reports/report-times.ts';
import { Panel } from '../pages/page.tsx';
import { usePrinting } from '../use-printing.ts';
import { inLanguage, t } from '../words/t.ts';
import { numberWords, timeWords, workspaceDay } from '../words.ts';

const KINDS = [
  { key: 'submitted', color: 'bg-base-content/40' },
  { key: 'delivered', color: 'bg-primary' },
  { key: 'read', color: 'bg-success' },
  { key: 'replied', color: 'bg-warning' },
] as const;

const wordsOf = (at: string, each: TimeLine['each']) => (each === 'hour' ? timeWords(at) : workspaceDay(at));

/** Bars beside each other for every hour or day in which something happened; the same as a table behind it. */
export function TimeChart({ times: { each, points } }: { times: TimeLine }) {
  const isPrinting = usePrinting();
  if (points.length < 2) return null;
  const most = Math.max(...points.flatMap((point) => KINDS.map(({ key }) => point[key])));
  return (
    <Panel title={each === 'hour' ? t('Hour by hour') : t('Day by day')}>
      <p className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-xs">
        {KINDS.map(({ key, color }) => (
          <span key={key} className="flex items-center gap-1.5">
            <span className={`size-2.5 rounded-sm ${color}`} /> {inLanguage(key)}
          </span>
        ))}
      </p>
      <div className="flex h-32 items-end gap-1 overflow-x-auto border-b border-base-300" aria-hidden="true">
        {points.map((point) => (
          <span
            key={point.at}
            className="flex h-full min-w-3 grow items-end justify-center gap-px"
            title={wordsOf(point.at, each)}
          >
            {KINDS.map(({ key, color }) => (
              <span
                key={key}
                className={`max-w-4 grow rounded-t-sm ${color}`}
                style={{ height: `${(100 * point[key]) / most}%` }}
              />
            ))}
          </span>
        ))}
      </div>
      <details className="mt-2" open={isPrinting}>
        <summary>{t('In numbers')}</summary>
        <table className="mt-2 w-full">
          <thead>
            <tr className="quiet text-xs">
              <th scope="col" className="text-start font-normal">
                {t('From')}
              </th>
              {KINDS.map(({ key }) => (
                <th key={key} scope="col" className="text-end font-normal">
                  {inLanguage(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.at}>
                <th scope="row" className="text-start font-normal">
                  {wordsOf(point.at, each)}
                </th>
                {KINDS.map(({ key }) => (
                  <td key={key} className="text-end tabular-nums">
                    {numberWords(point[key])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Panel>
  );
}
