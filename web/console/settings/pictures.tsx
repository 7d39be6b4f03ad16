import { type FormEvent, useState } from 'react';
import type { ListedImage } from '../../../core/images/read-images.ts';
import type { ImageVersion } from '../../../core/images/restore-image.ts';
import { post, problemWords, remove, sendFile } from '../api.ts';
import { TakeOut } from '../buttons.tsx';
import { Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { Loading, Panel } from '../pages/page.tsx';
import { UndoLine } from '../undo-line.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { timeWords } from '../words.ts';

const KINDS = 'image/png,image/jpeg,image/gif';

/** The pictures that messages may show. */
export function Pictures() {
  const mayDraft = useMay('draft');
  const { data, problem, reload } = usePolled<{ images: ListedImage[] }>('/images', null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [added, setAdded] = useState(0);
  const [taken, setTaken] = useState<ListedImage | null>(null);
  const attempt = (work: Promise<unknown>) => {
    setWrong(null);
    return work.then(
      () => void reload(),
      (error: unknown) => setWrong(problemWords(error)),
    );
  };
  if (problem) return <Problem words={problem} onRetry={() => void reload()} />;
  if (!data) return <Loading />;
  return (
    <>
      {wrong && <Problem words={wrong} />}
      {mayDraft && (
        <Panel title={t('Add a picture')}>
          <NewPicture
            key={added}
            onAdd={(path, file) => attempt(sendFile('POST', path, file).then(() => setAdded(added + 1)))}
          />
        </Panel>
      )}
      <Panel title={t('In the library')}>
        <UndoLine
          words={taken && t('“{name}” is taken out. What was sent keeps showing it.', { name: taken.name })}
          onUndo={() => void attempt(post(`/images/${taken?.id}/restore`).then(() => setTaken(null)))}
        />
        {data.images.length === 0 && <p className="quiet">{t('There are none yet.')}</p>}
        <ul className="grid gap-4 sm:grid-cols-2">
          {data.images.map((image) => (
            <li key={image.id} className="rounded-box border border-base-300 p-3">
              <Picture image={image} />
              {mayDraft && (
                <div className="mt-2 flex flex-wrap gap-2">
                  <label className="btn btn-sm">
                    {t('Replace')}
                    <input
                      type="file"
                      accept={KINDS}
                      className="sr-only"
                      onChange={({ currentTarget: { files } }) =>
                        files?.[0] && void attempt(sendFile('PUT', `/images/${image.id}/file`, files[0]))
                      }
                    />
                  </label>
                  <TakeOut
                    label={image.name}
                    onPress={() => void attempt(remove(`/images/${image.id}`).then(() => setTaken(image)))}
                  />
                </div>
              )}
              {image.version > 1 && (
                <Files
                  key={image.version}
                  image={image}
                  onRestore={
                    mayDraft
                      ? (version) => void attempt(post(`/images/${image.id}/restore`, { version }))
                      : null
                  }
                />
              )}
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

type FilesProps = { image: ListedImage; onRestore: ((version: number) => void) | null };

/** Every file that a picture was; read when somebody opens it. */
function Files({ image, onRestore }: FilesProps) {
  const [isOpen, setOpen] = useState(false);
  const { data, problem, reload } = usePolled<{ versions: ImageVersion[] }>(
    isOpen ? `/images/${image.id}/versions` : null,
    null,
  );
  const earlier = data?.versions.filter(({ version }) => version !== image.version) ?? [];
  return (
    <details className="mt-2" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('Earlier versions')}</summary>
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      <ul aria-label={t('Earlier versions')} className="mt-2 space-y-2">
        {earlier.map(({ version, url, createdAt, by }) => (
          <li key={version} className="flex flex-wrap items-center gap-2">
            <img src={new URL(url).pathname} alt="" className="h-12 w-16 bg-base-200 object-contain" />
            <span className="quiet min-w-0 grow basis-32 text-xs wrap-anywhere">
              {version} · {timeWords(createdAt)}
              {by && ` · ${by}`}
            </span>
            {onRestore && (
              <button
                type="button"
                className="btn btn-xs"
                aria-label={t('Back to it: version {version}', { version })}
                onClick={() => onRestore(version)}
              >
                {t('Back to it')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

const Picture = ({ image }: { image: ListedImage }) => (
  <>
    <img
      src={new URL(image.url).pathname}
      alt={image.alternative}
      className="mb-2 h-36 w-full rounded bg-base-200 object-contain"
    />
    <p className="font-medium wrap-anywhere" dir="auto">
      {image.name}
    </p>
    <p className="wrap-anywhere" dir="auto">
      {image.alternative}
    </p>
    <p className="quiet text-xs">
      {t('{width} × {height}, {size} kB, version {version}', {
        ...{ width: image.width, height: image.height, version: image.version },
        size: Math.ceil(image.size / 1000),
      })}
    </p>
  </>
);

function NewPicture({ onAdd }: { onAdd: (path: string, file: File) => Promise<unknown> }) {
  const [given, setGiven] = useState({ name: '', alternative: '' });
  const [file, setFile] = useState<File | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) void onAdd(`/images?${new URLSearchParams(given)}`, file);
  };
  return (
    <form onSubmit={submit} className="space-y-3">
      <label className="block">
        <span className="block">{t('File: JPEG, PNG or GIF, up to 5 MB')}</span>
        <input
          type="file"
          required
          accept={KINDS}
          className="file-input file-input-sm mt-1 w-full max-w-md"
          onChange={({ currentTarget: { files } }) => setFile(files?.[0] ?? null)}
        />
      </label>
      <label className="block">
        <span className="block">{t('Name')}</span>
        <input
          required
          minLength={2}
          maxLength={120}
          className="input input-sm mt-1 w-full max-w-md"
          value={given.name}
          onChange={({ currentTarget: { value } }) => setGiven((was) => ({ ...was, name: value }))}
        />
      </label>
      <label className="block">
        <span className="block">{t('What it shows: read where pictures are off, and aloud')}</span>
        <input
          required
          minLength={2}
          maxLength={120}
          className="input input-sm mt-1 w-full max-w-md"
          value={given.alternative}
          onChange={({ currentTarget: { value } }) => setGiven((was) => ({ ...was, alternative: value }))}
        />
      </label>
      <button type="submit" className="btn btn-sm btn-primary">
        {t('Add')}
      </button>
    </form>
  );
}
