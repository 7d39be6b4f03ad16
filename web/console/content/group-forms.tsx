import { useState } from 'react';
import type { Draft } from '../../../core/campaigns/draft.ts';
import { patch, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { Panel } from '../pages/page.tsx';
import { t } from '../words/t.ts';
import { GroupForm } from './group-form.tsx';
import { roleWords } from './group-roles.tsx';
import { Means } from './group-whom.tsx';
import { Line, otherwise } from './line.tsx';

/** As many as core/campaigns/draft.ts allows. */
const MOST = 10;

type Props = { id: string; draft: Draft; onChanged: () => void };

/** What some of a campaign's readers are told otherwise: added, changed and taken out by hand. */
export function GroupForms({ id, draft: { groups, ...draft }, onChanged }: Props) {
  /** Which of them is being changed; one after the last is new. */
  const [open, setOpen] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const save = (next: Draft['groups']) => {
    setProblem(null);
    return patch(`/campaigns/${id}`, { groups: next }).then(onChanged, (error: unknown) =>
      setProblem(problemWords(error)),
    );
  };
  const form = (at: number) => (
    <GroupForm
      draft={{ ...draft, groups }}
      at={at}
      onSave={(group) => save(groups.toSpliced(at, 1, group))}
      onCancel={() => setOpen(null)}
    />
  );
  return (
    <Panel title={t('Words for a group')}>
      <p className="quiet">
        {t('The same campaign said otherwise to some; of several groups the last that says a thing counts.')}
      </p>
      <ul className="mt-2 divide-y divide-base-300 empty:hidden">
        {groups.map(({ filter, roles, ...said }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place in the list
          <li key={at} className="py-2">
            {open === at ? (
              form(at)
            ) : (
              <Line
                title={
                  <>
                    {roles && `${roleWords(roles)} · `}
                    <Means filter={filter} />
                  </>
                }
                words={otherwise(said)}
                edit={t('Edit group {n}', { n: at + 1 })}
                remove={t('Remove group {n}', { n: at + 1 })}
                onEdit={() => setOpen(at)}
                onRemove={() => void save(groups.toSpliced(at, 1))}
              />
            )}
          </li>
        ))}
        {open === groups.length && <li className="py-2">{form(groups.length)}</li>}
      </ul>
      {problem && <Problem words={problem} />}
      {open !== groups.length && groups.length < MOST && (
        <button type="button" className="btn btn-sm mt-1" onClick={() => setOpen(groups.length)}>
          {t('Say it otherwise to a group')}
        </button>
      )}
    </Panel>
  );
}
