import { useState } from 'react';
import type { ImportPreview } from '../../../core/customers/import/preview-import.ts';
import type { ImportRow } from '../../../core/customers/import/read-imports.ts';
import { problemWords, upload } from '../api.ts';
import { Badge, Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { NoRight } from '../no-right.tsx';
import { Frame, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { navigate } from '../use-route.ts';
import { t } from '../words/t.ts';
import { timeWords } from '../words.ts';
import { Chooser } from './chooser.tsx';
import { STATUS } from './import-words.ts';

type Sending = { share: number; stop: AbortController };

/** Files are chosen or dropped here; what they would change is shown before anything is. */
export default function ImportPage() {
  const mayImport = useMay('import');
  const [files, setFiles] = useState<File[]>([]);
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  async function send() {
    const stop = new AbortController();
    const onSent = (share: number) => setSending({ share, stop });
    onSent(0);
    setProblem(null);
    try {
      const { importId } = await upload<ImportPreview>('/imports', { files, onSent, signal: stop.signal });
      navigate(`customers/import/${importId}`);
    } catch (error) {
      setProblem(stop.signal.aborted ? t('You cancelled this; nothing was kept.') : problemWords(error));
      setSending(null);
    }
  }
  return (
    <Frame
      title={t('Import')}
      hint={
        <a className="link" href="#/customers">
          {t('All customers')}
        </a>
      }
    >
      {!mayImport && <NoRight to={t('import')} />}
      {mayImport && (
        <>
          {problem && <Problem words={problem} />}
          {sending ? (
            <Upload {...sending} />
          ) : (
            <Chooser files={files} onFiles={setFiles} onSend={() => void send()} />
          )}
          <Earlier />
        </>
      )}
    </Frame>
  );
}

const Upload = ({ share, stop }: Sending) => {
  const isSent = share >= 1;
  return (
    <Panel>
      <p role="status" className="mb-3">
        {isSent ? t('Reading what the files say …') : t('Sending the files …')}
      </p>
      <progress
        className="progress progress-primary w-full"
        aria-label={t('Files sent')}
        max={1}
        {...(isSent ? {} : { value: share })}
      />
      {!isSent && (
        <button type="button" className="btn btn-sm mt-3" onClick={() => stop.abort()}>
          {t('Cancel')}
        </button>
      )}
    </Panel>
  );
};

function Earlier() {
  const { data, problem, reload } = usePolled<{ imports: ImportRow[] }>('/imports?limit=20', null);
  if (problem) return <Problem words={problem} onRetry={() => void reload()} />;
  if (!data || data.imports.length === 0) return null;
  return (
    <Panel title={t('Earlier imports')}>
      <ul className="-mx-4 divide-y divide-base-300">
        {data.imports.map((row) => (
          <li key={row.id}>
            <a
              href={`#/customers/import/${row.id}`}
              className="flex items-start justify-between gap-3 px-4 py-2 -outline-offset-2 hover:bg-base-200"
            >
              <span className="min-w-0 wrap-anywhere">
                <span className="font-medium">{row.files.join(', ')}</span>
                <span className="quiet block text-xs">
                  {timeWords(row.createdAt)} · {row.createdBy}
                  {row.position > 0 && ` · ${t('{n} {n|entry|entries}', { n: row.position })}`}
                </span>
              </span>
              <Badge tone={STATUS[row.status].tone}>{STATUS[row.status].words}</Badge>
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
