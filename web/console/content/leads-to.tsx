import { type FormEvent, useId, useState } from 'react';
import type { ListedImage } from '../../../core/images/read-images.ts';
import { patch, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';

type Given = { link: string | null; image: string | null };
type Props = { id: string; draft: Given; onChanged: () => void };

/** The picture above a campaign's letter, and where its call to action leads. */
export function LeadsTo({ id, draft, onChanged }: Props) {
  const { data } = usePolled<{ images: ListedImage[] }>('/images', null);
  const [given, setGiven] = useState<Given>({ link: draft.link, image: draft.image });
  const [wrong, setWrong] = useState<string | null>(null);
  const problemId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWrong(null);
    patch(`/campaigns/${id}`, given).then(onChanged, (error: unknown) => setWrong(problemWords(error)));
  };
  return (
    <Panel title={t('Picture and link')}>
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <label className="min-w-0 grow basis-40">
          <span className="block">{t('Picture')}</span>
          <select
            className="select select-sm mt-1 w-full"
            value={given.image ?? ''}
            onChange={({ currentTarget: { value } }) => setGiven((was) => ({ ...was, image: value || null }))}
          >
            <option value="">{t('no picture')}</option>
            {data?.images.map(({ id: key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="min-w-0 grow basis-56">
          <span className="block">{t('Where a tap or a button leads')}</span>
          <input
            type="url"
            className={`input input-sm mt-1 w-full ${wrong ? 'input-error' : ''}`}
            aria-invalid={wrong !== null}
            aria-describedby={wrong ? problemId : undefined}
            value={given.link ?? ''}
            onChange={({ currentTarget: { value } }) => setGiven((was) => ({ ...was, link: value || null }))}
          />
        </label>
        {wrong && (
          <div id={problemId} className="order-last w-full">
            <Problem words={wrong} />
          </div>
        )}
        <button
          type="submit"
          className="btn btn-sm"
          disabled={given.link === draft.link && given.image === draft.image}
        >
          {t('Save')}
        </button>
      </form>
    </Panel>
  );
}
