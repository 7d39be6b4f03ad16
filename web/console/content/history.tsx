import { useState } from 'react';
import { post, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { timeWords } from '../words.ts';
import { CompareVersions } from './compare-versions.tsx';
import { Differences, type Version } from './differences.tsx';

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
                  aria-label={t('Back to it: version {version}', { version: one.version })}
                  onClick={() => void restore(one.version)}
                >
                  {t('Back to it')}
                </button>
              )}
            </div>
            <Differences of={one} />
          </li>
        ))}
      </ol>
      <CompareVersions id={id} versions={versions} />
    </details>
  );
}
