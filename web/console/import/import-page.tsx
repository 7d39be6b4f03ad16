import { type DragEvent, useRef, useState } from 'react';
import type { ImportReport } from '../../../core/customers/import/report.ts';
import { problemWords, upload } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { NoRight } from '../no-right.tsx';
import { Frame, Panel } from '../pages/page.tsx';
import { sizeWords } from '../words.ts';
import { ImportReportView } from './import-report.tsx';

type State =
  | { step: 'choosing'; problem: string | null }
  | { step: 'running'; share: number; stop: AbortController }
  | { step: 'done'; report: ImportReport };

/** Files into customers: choose or drop, wait, read what became of every line. */
export default function ImportPage() {
  const mayImport = useMay('import');
  const [files, setFiles] = useState<File[]>([]);
  const [state, setState] = useState<State>({ step: 'choosing', problem: null });
  async function run() {
    const stop = new AbortController();
    const onSent = (share: number) => setState({ step: 'running', share, stop });
    onSent(0);
    try {
      const report = await upload<ImportReport>('/customers/import', { files, onSent, signal: stop.signal });
      setState({ step: 'done', report });
      setFiles([]);
    } catch (error) {
      const words = stop.signal.aborted ? 'You cancelled this; nothing was imported.' : problemWords(error);
      setState({ step: 'choosing', problem: words });
    }
  }
  return (
    <Frame
      title="Import"
      hint={
        <a className="link" href="#/customers">
          All customers
        </a>
      }
    >
      {!mayImport && <NoRight to="import" />}
      {mayImport && state.step === 'choosing' && (
        <>
          {state.problem && <Problem words={state.problem} />}
          <Chooser files={files} onFiles={setFiles} onRun={() => void run()} />
        </>
      )}
      {state.step === 'running' && <Running share={state.share} onCancel={() => state.stop.abort()} />}
      {state.step === 'done' && (
        <ImportReportView
          report={state.report}
          onAgain={() => setState({ step: 'choosing', problem: null })}
        />
      )}
    </Frame>
  );
}

type ChooserProps = { files: File[]; onFiles: (files: File[]) => void; onRun: () => void };

function Chooser({ files, onFiles, onRun }: ChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  // One name, one file: choosing it again takes the newer one.
  const add = (more: Iterable<File>) =>
    onFiles([...new Map([...files, ...more].map((file) => [file.name, file])).values()]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  return (
    <Panel>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the second way; the button is the first */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`rounded-box border-2 border-dashed px-4 py-10 text-center ${isOver ? 'border-primary bg-base-200' : 'border-base-300'}`}
      >
        <p className="mb-3">Drop files here: a venue book, or tables with a line per customer.</p>
        <button type="button" className="btn btn-primary" onClick={() => input.current?.click()}>
          Choose files
        </button>
        <input
          ref={input}
          type="file"
          multiple
          className="sr-only"
          tabIndex={-1}
          aria-label="Files to import"
          onChange={(event) => {
            add(event.target.files ?? []);
            event.target.value = '';
          }}
        />
      </div>
      {files.length > 0 && (
        <>
          <ul aria-label="Chosen files" className="mt-4 divide-y divide-base-300">
            {files.map((file) => (
              <li key={file.name} className="flex items-center justify-between gap-3 py-2">
                <span className="min-w-0 wrap-anywhere">
                  {file.name} <span className="quiet">{sizeWords(file.size)}</span>
                </span>
                <button
                  type="button"
                  className="btn btn-sm"
                  aria-label={`Take ${file.name} out`}
                  onClick={() => onFiles(files.filter((one) => one !== file))}
                >
                  Take out
                </button>
              </li>
            ))}
          </ul>
          <button type="button" className="btn btn-primary mt-3" onClick={onRun}>
            Import {files.length === 1 ? 'this file' : `these ${files.length} files`}
          </button>
          <p className="quiet mt-2 text-xs">Nobody is doubled: who is known already is brought up to date.</p>
        </>
      )}
    </Panel>
  );
}

const Running = ({ share, onCancel }: { share: number; onCancel: () => void }) => {
  const isSent = share >= 1;
  return (
    <Panel>
      <p role="status" className="mb-3">
        {isSent ? 'Reading what the files say …' : 'Sending the files …'}
      </p>
      <progress
        className="progress progress-primary w-full"
        aria-label="Files sent"
        max={1}
        {...(isSent ? {} : { value: share })}
      />
      {!isSent && (
        <button type="button" className="btn btn-sm mt-3" onClick={onCancel}>
          Cancel
        </button>
      )}
    </Panel>
  );
};
