import { useState } from 'react';
import type { z } from 'zod';
import type { versionView } from '../../../routes/campaign-view.ts';
import { post, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { timeWords } from '../words.ts';

type Version = z.infer<typeof versionView>;
type Props = { id: string; mayEdit: boolean; onRestored: () => void };

/** What each version changed, and back to any of them. */
export function History({ id, mayEdit, onRestored }: Props) {
  const { data, reload } = usePolled<{ versions: Version[] }>(`/campaigns/${id}/versions`, null);
  const [problem, setProblem] = useState<string | null>(null);
  const versions = data?.versions ?? [];
  if (versions.length < 2) return null;
  const restore = (version: number) =>
    post(`/campaigns/${id}/restore`, { version }).then(
      () => {
        setProblem(null);
        void reload();
        onRestored();
      },
      (error: unknown) => setProblem(problemWords(error)),
    );
  return (
    <details className="my-4 rounded-box border border-base-300 bg-base-100 px-4 py-2 text-sm">
      <summary>{t('History ({n} versions)', { n: versions.length })}</summary>
      {problem && <Problem words={problem} />}
      <ol aria-label={t('Versions')} className="mt-2 divide-y divide-base-300">
        {versions.map((one, at) => (
          <li key={one.version} className="py-2">
            <div className="flex items-start justify-between gap-3">
              <p className="min-w-0 wrap-anywhere">
                <span className="font-medium">
                  {one.version}: {one.change}
                </span>
                <span className="quiet block text-xs">
                  {timeWords(one.createdAt)}
                  {one.by && ` · ${one.by}`}
                </span>
              </p>
              {mayEdit && at > 0 && (
                <button
                  type="button"
                  className="btn btn-sm"
                  aria-label={t('Back to version {version}', { version: one.version })}
                  onClick={() => void restore(one.version)}
                >
                  {t('Back to it')}
                </button>
              )}
            </div>
            {one.differences.length > 0 && (
              <details className="mt-1">
                <summary className="quiet text-xs">
                  {one.differences.map(({ field }) => field).join(', ')}
                </summary>
                <dl className="mt-1 space-y-1.5 text-xs">
                  {one.differences.map(({ field, before, after }) => (
                    <div key={field}>
                      <dt className="font-medium">{field}</dt>
                      <dd className="quiet whitespace-pre-wrap line-through wrap-anywhere">{said(before)}</dd>
                      <dd className="whitespace-pre-wrap wrap-anywhere">{said(after)}</dd>
                    </div>
                  ))}
                </dl>
              </details>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

const said = (value: unknown): string =>
  value === null || value === undefined
    ? t('nothing')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value, null, 1);
