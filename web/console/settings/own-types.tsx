import { useState } from 'react';
import type { OwnTypeInput } from '../../../core/content/own-type.ts';
import { problemWords, put, remove } from '../api.ts';
import { Change, TakeOut } from '../buttons.tsx';
import { Badge, Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { Loading, Panel } from '../pages/page.tsx';
import { UndoLine } from '../undo-line.tsx';
import { usePolled } from '../use-polled.ts';
import { inLanguage, t } from '../words/t.ts';
import { OwnTypeForm, typeInputOf } from './own-type-form.tsx';

export type TypeView = Omit<OwnTypeInput, 'letter' | 'words' | 'key'> & {
  key: string;
  words: Record<string, string[]>;
  letter?: OwnTypeInput['letter'];
  isBuiltIn: boolean;
  lacks: string[];
};

/** What campaigns can be about: the workspace's own types, which it writes, beside those that every one has. */
export function OwnTypes() {
  const mayWrite = useMay('draft');
  const { data, problem, reload } = usePolled<{ types: TypeView[] }>('/campaign-types', null);
  const [open, setOpen] = useState<string | 'new' | null>(null);
  const [taken, setTaken] = useState<TypeView | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  if (problem) return <Problem words={problem} onRetry={() => void reload()} />;
  if (!data) return <Loading />;
  const own = data.types.filter(({ isBuiltIn }) => !isBuiltIn);
  const builtIn = data.types.filter(({ isBuiltIn }) => isBuiltIn);
  const done = () => {
    setOpen(null);
    setWrong(null);
    void reload();
  };
  const attempt = (work: Promise<unknown>) =>
    void work.then(done, (error: unknown) => setWrong(problemWords(error)));
  const drop = (type: TypeView) => attempt(remove(`/campaign-types/${type.key}`).then(() => setTaken(type)));
  const putBack = () =>
    taken && attempt(put('/campaign-types', typeInputOf(taken)).then(() => setTaken(null)));
  return (
    <>
      {wrong && <Problem words={wrong} />}
      <UndoLine words={taken && t('“{name}” is taken out.', { name: taken.label })} onUndo={putBack} />
      <Panel title={t('Your own')}>
        {own.length === 0 && <p className="quiet">{t('There are none yet.')}</p>}
        <ul className="divide-y divide-base-300">
          {own.map((type) => (
            <li key={type.key} className="py-2.5">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <span className="min-w-0 wrap-anywhere">
                  <span className="font-medium">{type.label}</span> <Badge>{inLanguage(type.purpose)}</Badge>
                  <span className="quiet block text-xs">{type.callToAction}</span>
                </span>
                {mayWrite && (
                  <span className="flex gap-2">
                    <Change
                      label={type.label}
                      isOpen={open === type.key}
                      onPress={() => setOpen(open === type.key ? null : type.key)}
                    />
                    <TakeOut label={type.label} onPress={() => drop(type)} />
                  </span>
                )}
              </div>
              {open === type.key && <OwnTypeForm type={type} onDone={done} onCancel={() => setOpen(null)} />}
            </li>
          ))}
        </ul>
        {open === 'new' ? (
          <OwnTypeForm type={null} onDone={done} onCancel={() => setOpen(null)} />
        ) : (
          mayWrite && (
            <button type="button" className="btn btn-sm mt-2" onClick={() => setOpen('new')}>
              {t('Add a type')}
            </button>
          )
        )}
      </Panel>
      <Panel title={t('{n} that every workspace has', { n: builtIn.length })}>
        <ul className="space-y-1">
          {builtIn.map(({ key, label, purpose, lacks }) => (
            <li key={key} className="wrap-anywhere">
              {label} <span className="quiet">{inLanguage(purpose)}</span>
              {lacks.length > 0 && (
                <span className="quiet">
                  {' '}
                  {t('· not offered here, it needs {list}', { list: lacks.join(', ') })}
                </span>
              )}
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
