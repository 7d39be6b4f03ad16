import { useState } from 'react';
import type { AudiencePart } from '../../../core/parts.ts';
import type { SegmentView } from '../../../core/segments/segment.ts';
import { get, post, problemWords, remove } from '../api.ts';
import { AudienceCard } from '../cards/audience-card.tsx';
import { segmentPath } from '../cards/audience-path.ts';
import { Badge, InlineName, Problem, Stat, Stats } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { UndoLine } from '../undo-line.tsx';
import { usePolled } from '../use-polled.ts';
import { fromServer, inLanguage, t } from '../words/t.ts';
import { plainWords, shareWords, timeWords } from '../words.ts';
import { MembersChart } from './members-chart.tsx';
import { Loading, Page, Panel } from './page.tsx';

/** One saved audience: who is in it now, how it grew, what it was used for and what came of that. */
export function SegmentPage({ id }: { id: string }) {
  const from = usePolled<SegmentView>(`/segments/${id}`, null);
  const [isDeleted, setDeleted] = useState(false);
  const { data } = from;
  return (
    <Page
      title={data?.name ?? t('Segment')}
      hint={data && <Hint segment={data} />}
      from={from}
      action={data && <Actions id={id} isDeleted={isDeleted} onDeleted={setDeleted} />}
    >
      {(segment) =>
        !isDeleted && (
          <>
            <MembersChart members={segment.members} />
            <Performance segment={segment} />
            <Uses segment={segment} />
            <Members id={id} />
            <Versions segment={segment} />
          </>
        )
      }
    </Page>
  );
}

const Hint = ({ segment }: { segment: SegmentView }) => (
  <>
    <a className="link" href="#/segments">
      {t('All segments')}
    </a>
    {t(' · {kind} · version {version} · ', { kind: inLanguage(segment.kind), version: segment.version })}
    <span dir="auto" className="wrap-anywhere">
      {fromServer(segment.words)}
    </span>
  </>
);

type ActionsProps = { id: string; isDeleted: boolean; onDeleted: (isDeleted: boolean) => void };

function Actions({ id, isDeleted, onDeleted }: ActionsProps) {
  const mayDraft = useMay('draft');
  const [problem, setProblem] = useState<string | null>(null);
  if (!mayDraft) return null;
  const attempt = (work: Promise<unknown>, then: boolean) =>
    work.then(
      () => {
        setProblem(null);
        onDeleted(then);
      },
      (error: unknown) => setProblem(problemWords(error)),
    );
  return (
    <>
      {!isDeleted && (
        <>
          <a className="btn btn-sm" href={`#/segments/${id}/edit`}>
            {t('Change')}
          </a>
          <button
            type="button"
            className="btn btn-sm"
            onClick={() => void attempt(remove(`/segments/${id}`), true)}
          >
            {t('Delete')}
          </button>
        </>
      )}
      <UndoLine
        words={isDeleted ? t('Deleted.') : null}
        onUndo={() => void attempt(post(`/segments/${id}/restore`), false)}
      />
      {problem && <Problem words={problem} />}
    </>
  );
}

function Performance({ segment: { performance } }: { segment: SegmentView }) {
  const { campaigns } = performance;
  return (
    <Panel title={t('What came of it')}>
      {campaigns.length === 0 ? (
        <p className="quiet">{t('No campaign has used it yet.')}</p>
      ) : (
        <>
          <Stats>
            <Stat value={performance.targeted} label={t('targeted')} />
            <Stat
              value={performance.reached}
              label={t('reached, {share}', { share: shareWords(performance.reachRate) })}
            />
            <Stat
              value={performance.replied}
              label={t('replied, {share}', { share: shareWords(performance.replyRate) })}
            />
            <Stat
              value={performance.converted}
              label={t('converted, {share}', { share: shareWords(performance.conversionRate) })}
            />
          </Stats>
          <table className="table table-sm mt-3 w-full table-fixed">
            <thead>
              <tr>
                <th className="ps-0">{t('Campaign')}</th>
                <th className="w-16 text-end">{t('Reach')}</th>
                <th className="w-16 text-end">{t('Replies')}</th>
                <th className="w-16 pe-0 text-end">{t('Yes')}</th>
              </tr>
            </thead>
            <tbody>
              {campaigns.map((one) => (
                <tr key={one.id}>
                  <td className="ps-0">
                    <a className="link" href={`#/campaigns/${one.id}`}>
                      <InlineName>{one.name}</InlineName>
                    </a>
                  </td>
                  <td className="text-end tabular-nums">{shareWords(one.reachRate)}</td>
                  <td className="text-end tabular-nums">{shareWords(one.replyRate)}</td>
                  <td className="pe-0 text-end tabular-nums">{shareWords(one.conversionRate)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {performance.unread > 0 && (
            <p className="quiet mt-2">
              {t('{unread} answers are not read yet; they may be more.', { unread: performance.unread })}
            </p>
          )}
        </>
      )}
    </Panel>
  );
}

const Uses = ({ segment: { usedBy } }: { segment: SegmentView }) => (
  <Panel title={t('Used by')}>
    {usedBy.length === 0 && <p className="quiet">{t('Nothing yet.')}</p>}
    <ul className="space-y-1">
      {usedBy.map((use) => (
        <li key={use.id} className="flex flex-wrap items-center gap-2">
          <a className="link" href={`#/${use.kind === 'campaign' ? 'campaigns' : 'segments'}/${use.id}`}>
            <InlineName>{use.name}</InlineName>
          </a>
          <span className="quiet">
            {[inLanguage(use.kind), use.status && plainWords(use.status)].filter(Boolean).join(', ')}
          </span>
          {use.needs && <Badge tone="wait">{t('needs it')}</Badge>}
        </li>
      ))}
    </ul>
  </Panel>
);

function Members({ id }: { id: string }) {
  const { data, problem, reload } = usePolled<AudiencePart>(segmentPath(id), null);
  if (problem) return <Problem words={problem} onRetry={() => void reload()} />;
  if (!data) return <Loading />;
  return <AudienceCard part={data} behind={(after) => get<AudiencePart>(segmentPath(id, after))} />;
}

const Versions = ({ segment: { versions } }: { segment: SegmentView }) => (
  <details className="text-sm">
    <summary>{t('History')}</summary>
    <ul className="mt-2 space-y-1">
      {versions.map((one) => (
        <li key={one.version} className="wrap-anywhere">
          <span className="quiet">
            {one.version} · {timeWords(one.at)}
            {one.by && ` · ${one.by}`}
          </span>{' '}
          {one.change}
        </li>
      ))}
    </ul>
  </details>
);
