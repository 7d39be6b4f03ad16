import { useState } from 'react';
import type { Filter } from '../../../core/audience/filter.ts';
import type { FieldView } from '../../../routes/fields.ts';
import { problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { Loading } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { FieldsContext } from './fields-context.ts';
import { GroupView } from './group-view.tsx';
import { LiveCount } from './live-count.tsx';
import { filterOf, type Group, replaceNode, treeOf } from './tree.ts';

type Props = { filter: Filter; onSave: (filter: Filter) => Promise<void>; onCancel: () => void };

/** The conditions of an audience by hand, where it stands, with how many they mean. */
export default function EditFilter({ filter, onSave, onCancel }: Props) {
  const fields = usePolled<{ currency: string; fields: FieldView[] }>('/fields', null);
  const [root, setRoot] = useState<Group>(() => treeOf(filter));
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (!fields.data) return fields.problem ? <Problem words={fields.problem} /> : <Loading />;
  const edited = filterOf(root);
  const save = () => {
    setBusy(true);
    setProblem(null);
    onSave(edited)
      .catch((error: unknown) => setProblem(problemWords(error)))
      .finally(() => setBusy(false));
  };
  return (
    <FieldsContext value={fields.data}>
      <div className="mt-3 border-t border-base-300 pt-3">
        <GroupView group={root} onChange={(id, by) => setRoot((before) => replaceNode(before, id, by))} />
        <div className="mt-3">
          <LiveCount filter={JSON.stringify(edited)} />
        </div>
        {problem && <Problem words={problem} />}
        <p className="flex flex-wrap gap-2">
          <button type="button" className="btn btn-sm btn-primary" disabled={isBusy} onClick={save}>
            {t('Write to these')}
          </button>
          <button type="button" className="btn btn-sm" onClick={onCancel}>
            {t('Cancel')}
          </button>
        </p>
      </div>
    </FieldsContext>
  );
}
