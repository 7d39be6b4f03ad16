import { useState } from 'react';
import type { SegmentView } from '../../../core/segments/segment.ts';
import type { FieldView } from '../../../routes/fields.ts';
import { patch, post, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { NoRight } from '../no-right.tsx';
import { Choice, Page, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { navigate } from '../use-route.ts';
import { t } from '../words/t.ts';
import { AskAbout } from './ask-about.tsx';
import { Facets } from './facets.tsx';
import { FieldsContext } from './fields-context.ts';
import { GroupView } from './group-view.tsx';
import { LiveCount } from './live-count.tsx';
import { filterOf, type Group, newCondition, newGroup, replaceNode, treeOf } from './tree.ts';

type Known = { currency: string; fields: FieldView[] };

/** An audience by hand: conditions, how many they mean, and a name to find it again. */
export default function BuilderPage({ id }: { id?: string }) {
  const mayDraft = useMay('draft');
  const fields = usePolled<Known>('/fields', null);
  const segment = usePolled<SegmentView>(id ? `/segments/${id}` : null, null);
  const isReady = fields.data !== null && (!id || segment.data !== null);
  const from = {
    ...fields,
    data: isReady ? fields.data : null,
    problem: fields.problem ?? segment.problem,
    reload: async () => void (await Promise.all([fields.reload(), segment.reload()])),
  };
  return (
    <Page
      title={id ? t('Change {name}', { name: segment.data?.name ?? t('a segment') }) : t('New segment')}
      hint={
        <a className="link" href={id ? `#/segments/${id}` : '#/segments'}>
          {id ? t('Leave it as it is') : t('All segments')}
        </a>
      }
      from={from}
    >
      {(known) =>
        mayDraft ? <Builder known={known} segment={segment.data} /> : <NoRight to={t('save segments')} />
      }
    </Page>
  );
}

function Builder({ known, segment }: { known: Known; segment: SegmentView | null }) {
  const [root, setRoot] = useState<Group>(() => (segment ? treeOf(segment.filter) : newGroup('all')));
  const filter = JSON.stringify(filterOf(root));
  const change = (id: number, by: Parameters<typeof replaceNode>[2]) =>
    setRoot((before) => replaceNode(before, id, by));
  const add = (field: string, value: string) =>
    setRoot((before) => {
      const condition = newCondition({ op: 'in', field, values: [value] });
      return before.mode === 'all'
        ? { ...before, nodes: [...before.nodes, condition] }
        : newGroup('all', [before, condition]);
    });
  return (
    <FieldsContext value={known}>
      <Panel title={t('Who is meant')}>
        <GroupView group={root} onChange={change} />
      </Panel>
      <LiveCount filter={filter} />
      <Save filter={filter} segment={segment} />
      <AskAbout filter={filter} segmentId={segment?.id} />
      <Facets filter={filter} onAdd={add} />
    </FieldsContext>
  );
}

const KINDS = { dynamic: t('Whoever matches, at any time'), frozen: t('Those who match now') } as const;

function Save({ filter, segment }: { filter: string; segment: SegmentView | null }) {
  const [name, setName] = useState(segment?.name ?? '');
  const [kind, setKind] = useState<keyof typeof KINDS>(segment?.kind ?? 'dynamic');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function save() {
    setBusy(true);
    setProblem(null);
    const body = { ...(name.trim() ? { name: name.trim() } : {}), kind, filter: JSON.parse(filter) };
    try {
      const saved = segment
        ? await patch<SegmentView>(`/segments/${segment.id}`, body)
        : await post<SegmentView>('/segments', body);
      navigate(`segments/${saved.id}`);
    } catch (error) {
      setProblem(problemWords(error));
      setBusy(false);
    }
  }
  return (
    <Panel title={t('Keep it')}>
      <input
        className="input mb-3 w-full text-base sm:text-sm"
        placeholder={t('Name (made of who it is, when left empty)')}
        aria-label={t('Name of the segment')}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Choice label={t('Kind of segment')} of={KINDS} chosen={kind} onChoose={setKind} />
      <button type="button" className="btn btn-primary mt-3" disabled={isBusy} onClick={() => void save()}>
        {segment ? t('Save as a new version') : t('Save the segment')}
      </button>
      {problem && <Problem words={problem} />}
    </Panel>
  );
}
