import { useEffect, useState } from 'react';
import type { ImportPreview } from '../../../core/customers/import/preview-import.ts';
import { problemWords, upload } from '../api.ts';
import { Problem, Stat, Stats } from '../cards/card.tsx';
import { t } from '../words/t.ts';

type Props = { files: readonly File[]; onClose: () => void };

/** Files handed over in the conversation: sent, looked at, and what they would change; nothing is imported by that. */
export function Attachment({ files, onClose }: Props) {
  const [share, setShare] = useState(0);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    upload<ImportPreview>('/imports', { files, onSent: setShare, signal: stop.signal }).then(
      setPreview,
      (error: unknown) => {
        if (!stop.signal.aborted) setProblem(problemWords(error));
      },
    );
    return () => stop.abort();
  }, [files]);
  const names = files.map(({ name }) => name).join(', ');
  return (
    <section
      aria-label={t('Attached files')}
      className="border-t border-base-300 bg-base-100 px-3 py-3 text-sm sm:px-4"
    >
      <div className="mx-auto w-full max-w-3xl">
        <div className="flex items-start justify-between gap-3">
          <p className="min-w-0 font-medium wrap-anywhere" dir="auto">
            {names}
          </p>
          <button type="button" className="btn btn-xs" onClick={onClose}>
            {preview ? t('Close') : t('Cancel')}
          </button>
        </div>
        {problem && <Problem words={problem} />}
        {!preview && !problem && (
          <>
            <p role="status" className="quiet">
              {share < 1 ? t('Sending the files …') : t('Reading what the files say …')}
            </p>
            <progress
              className="progress progress-primary w-full"
              aria-label={t('Files sent')}
              max={1}
              {...(share < 1 ? { value: share } : {})}
            />
          </>
        )}
        {preview && <Looked preview={preview} />}
      </div>
    </section>
  );
}

const Looked = ({ preview: { importId, counts } }: { preview: ImportPreview }) => (
  <div className="mt-2" role="status">
    <Stats>
      <Stat value={counts.created} label={t('new')} />
      <Stat value={counts.updated} label={t('updated')} />
      <Stat value={counts.unchanged} label={t('unchanged')} />
      <Stat value={counts.inReview} label={t('to the review list')} />
    </Stats>
    <a className="btn btn-sm btn-primary mt-3" href={`#/customers/import/${importId}`}>
      {t('See what would change, and import')}
    </a>
  </div>
);
