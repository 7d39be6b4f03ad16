import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Filter } from '../../../core/audience/filter.ts';
import type { AudiencePart } from '../../../core/parts.ts';
import { get, patch, post, problemWords } from '../api.ts';
import { useMay } from '../me.ts';
import { Loading } from '../pages/page.tsx';
import { fromServer, t } from '../words/t.ts';
import { audiencePath } from './audience-path.ts';
import { Problem } from './card.tsx';

const EditFilter = lazy(() => import('../audience/edit-filter.tsx'));
const Compare = lazy(() => import('../audience/compare.tsx').then((module) => ({ default: module.Compare })));

type Props = {
  part: AudiencePart;
  /** Of a campaign that is still to be sent: its conditions may be changed here. */
  onPart: ((part: AudiencePart) => void) | null;
};

/** The conditions as chips, each of them taken out by a press, edited together, kept as a segment, or compared. */
export function AudienceTools({ part, onPart }: Props) {
  const mayDraft = useMay('draft');
  const [open, setOpen] = useState<'edit' | 'keep' | 'compare' | null>(null);
  const [before, setBefore] = useState<Filter | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const mayEdit = mayDraft && onPart !== null && part.campaignId !== null;
  async function use(filter: Filter, undoes = false) {
    await patch(`/campaigns/${part.campaignId}`, { filter });
    onPart?.(await get<AudiencePart>(audiencePath(part.campaignId!)));
    setBefore(undoes ? null : part.filter);
    setOpen(null);
  }
  const attempt = (work: Promise<void>) =>
    work.then(
      () => setProblem(null),
      (error: unknown) => setProblem(problemWords(error)),
    );
  const toggle = (which: typeof open) => setOpen(open === which ? null : which);
  return (
    <div className="mt-3 print:hidden">
      {part.chips && part.chips.length > 0 && (
        <ul aria-label={t('Conditions')} className="mb-2 flex flex-wrap gap-1.5">
          {part.chips.map((words, at) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may say the same
              key={`${at} ${words}`}
              className="flex max-w-full items-center rounded-full border border-base-300 bg-base-200 ps-3 pe-1 text-xs"
            >
              <span className="min-w-0 py-1 pe-2 wrap-anywhere" dir="auto">
                {fromServer(words)}
              </span>
              {mayEdit && part.chips!.length > 1 && (
                <button
                  type="button"
                  className="btn btn-ghost btn-circle btn-xs"
                  aria-label={t('Take out: {words}', { words })}
                  onClick={() => void attempt(use(withoutChip(part.filter, at)))}
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="flex flex-wrap gap-2">
        {mayEdit && (
          <button type="button" className="btn btn-xs" onClick={() => toggle('edit')}>
            {t('Edit the conditions')}
          </button>
        )}
        {mayEdit && before && (
          <button type="button" className="btn btn-xs" onClick={() => void attempt(use(before, true))}>
            {t('Undo')}
          </button>
        )}
        {mayDraft && (
          <button type="button" className="btn btn-xs" onClick={() => toggle('keep')}>
            {t('Keep as a segment')}
          </button>
        )}
        <button type="button" className="btn btn-xs" onClick={() => toggle('compare')}>
          {t('Compare')}
        </button>
      </p>
      {problem && <Problem words={problem} />}
      <Suspense fallback={<Loading />}>
        {open === 'edit' && (
          <EditFilter filter={part.filter} onSave={(filter) => use(filter)} onCancel={() => setOpen(null)} />
        )}
        {open === 'compare' && <Compare filter={JSON.stringify(part.filter)} />}
      </Suspense>
      {open === 'keep' && <Keep filter={part.filter} />}
    </div>
  );
}

const withoutChip = (filter: Filter, at: number): Filter =>
  'all' in filter ? { all: filter.all.filter((_, index) => index !== at) } : { all: [] };

function Keep({ filter }: { filter: Filter }) {
  const [name, setName] = useState('');
  const [saved, setSaved] = useState<{ id: string; name: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim() ? { name: name.trim() } : {};
    post<{ id: string; name: string }>('/segments', { ...given, kind: 'dynamic', filter }).then(
      (segment) => {
        setProblem(null);
        setSaved(segment);
      },
      (error: unknown) => setProblem(problemWords(error)),
    );
  };
  if (saved)
    return (
      <p role="status" className="mt-2 wrap-anywhere">
        <a className="link" href={`#/segments/${saved.id}`}>
          {t('Kept as “{name}”.', { name: saved.name })}
        </a>
      </p>
    );
  return (
    <form onSubmit={keep} className="mt-2 flex flex-wrap gap-2">
      <input
        ref={field}
        className="input input-sm min-w-0 grow basis-48 text-base sm:text-sm"
        placeholder={t('Name (made of who it is, when left empty)')}
        aria-label={t('Name of the segment')}
        maxLength={120}
        dir="auto"
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className="btn btn-sm btn-primary">
        {t('Save the segment')}
      </button>
      {problem && <Problem words={problem} />}
    </form>
  );
}
