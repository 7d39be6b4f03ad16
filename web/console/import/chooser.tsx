import { type DragEvent, useRef, useState } from 'react';
import { Panel } from '../pages/page.tsx';
import { t } from '../words/t.ts';
import { sizeWords } from '../words.ts';

type Props = { files: File[]; onFiles: (files: File[]) => void; onSend: () => void };

/** Several files at once, dropped or chosen. */
export function Chooser({ files, onFiles, onSend }: Props) {
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
        <p className="mb-3">{t('Drop files here: a venue book, or tables with a line per customer.')}</p>
        <button
          type="button"
          className={`btn ${files.length === 0 ? 'btn-primary' : ''}`}
          onClick={() => input.current?.click()}
        >
          {files.length === 0 ? t('Choose files') : t('Choose more')}
        </button>
        <input
          ref={input}
          type="file"
          multiple
          className="sr-only"
          tabIndex={-1}
          aria-label={t('Files to import')}
          onChange={(event) => {
            add(event.target.files ?? []);
            event.target.value = '';
          }}
        />
        <p className="quiet mt-3 text-xs">
          {t('Markdown, CSV, JSON or XLSX. You see what would change first.')}
        </p>
      </div>
      {files.length > 0 && (
        <>
          <ul aria-label={t('Chosen files')} className="mt-4 divide-y divide-base-300">
            {files.map((file) => (
              <li key={file.name} className="flex items-center justify-between gap-3 py-2">
                <span className="min-w-0 wrap-anywhere">
                  {file.name} <span className="quiet">{sizeWords(file.size)}</span>
                </span>
                <button
                  type="button"
                  className="btn btn-sm"
                  aria-label={t('Take out {name}', { name: file.name })}
                  onClick={() => onFiles(files.filter((one) => one !== file))}
                >
                  {t('Take out')}
                </button>
              </li>
            ))}
          </ul>
          <button type="button" className="btn btn-primary mt-3" onClick={onSend}>
            {files.length === 1 ? t('Look at this file') : t('Look at these {n} files', { n: files.length })}
          </button>
        </>
      )}
    </Panel>
  );
}
