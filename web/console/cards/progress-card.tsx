import { useState } from 'react';
import type { ProgressPart } from '../../../core/parts.ts';
import { post, problemWords } from '../api.ts';
import { useMay } from '../me.ts';
import { useFollowed } from '../use-followed.ts';
import { usePolled } from '../use-polled.ts';
import { fromServer, t } from '../words/t.ts';
import { CAMPAIGN_WORDS, numberWords, plainWords, shareWords, timeWords } from '../words.ts';
import { Badge, Card, Problem, Stat, Stats } from './card.tsx';
import { npsWords } from './nps-words.ts';

// What has been sent still changes: receipts and answers come in for days.
const REST_MS = 4000;
const isOver = ({ status }: ProgressPart) => status === 'done' || status === 'stopped';
const isMoving = (status: ProgressPart['status']) => status === 'sending' || status === 'scheduled';

/** Live by events until the campaign is over; then now and again. */
export function ProgressCard({ part: first }: { part: ProgressPart }) {
  const path = `/campaigns/${first.campaignId}/progress`;
  const { data, problem, set } = useFollowed<ProgressPart>(isOver(first) ? null : path, isOver);
  const live = data ?? first;
  const rested = usePolled<ProgressPart>(isOver(live) ? path : null, REST_MS);
  const part = rested.data ?? live;
  const { words, tone } = CAMPAIGN_WORDS[part.status];
  const reasons = Object.entries(part.reasons);
  return (
    <Card label={t('Progress')} title={part.campaign} badge={<Badge tone={tone}>{words}</Badge>} edge={tone}>
      <Bar part={part} />
      <Stats>
        <Stat value={part.targeted} label={t('in all')} />
        {COUNTS.filter(({ key, always }) => always || part[key] > 0).map(({ key, label }) => (
          <Stat key={key} value={part[key]} label={label} />
        ))}
        <Stat value={part.replied} label={t('replied')} />
        {part.survey && part.survey.score !== null && (
          <Stat value={part.survey.score} label={npsWords(part.survey)} />
        )}
      </Stats>
      <Rates part={part} />
      {reasons.length > 0 && (
        <ul className="mt-3 space-y-1">
          {reasons.map(([reason, count]) => (
            <li key={reason} className="wrap-anywhere">
              <span className="font-medium tabular-nums">{numberWords(count)}</span>{' '}
              {fromServer(plainWords(reason))}
            </li>
          ))}
        </ul>
      )}
      {part.nextAt && part.queued > 0 && (
        <p className="quiet mt-3">{t('Next at {time}.', { time: timeWords(part.nextAt) })}</p>
      )}
      {part.heldBack && <p className="mt-3 wrap-anywhere">{fromServer(part.heldBack)}</p>}
      {part.twice !== undefined && part.twice > 0 && (
        <p className="mt-3">
          {t('{n} {n|person was|people were} reached on two channels.', { n: part.twice })}
        </p>
      )}
      <Controls part={part} onPart={set} />
      {/* Heard when the state changes; every count would be too much. */}
      <p className="sr-only" role="status">
        {part.campaign}: {words}
        {part.status === 'done' &&
          t(', {n} {n|message|messages}, {failed} failed', { n: part.targeted, failed: part.failed })}
      </p>
      {problem && <p className="quiet mt-3">{t('Not up to date: {problem}', { problem })}</p>}
    </Card>
  );
}

/** As shares of what went out; a rate of nothing is none. */
function Rates({ part: { submitted, delivered, read, replied, failed } }: { part: ProgressPart }) {
  const tried = submitted + failed;
  if (tried === 0) return null;
  const rates = [
    t('{share} delivered', { share: shareWords(delivered / tried) }),
    read > 0 && t('{share} read', { share: shareWords(read / tried) }),
    t('{share} replied', { share: shareWords(replied / tried) }),
    failed > 0 && t('{share} failed', { share: shareWords(failed / tried) }),
  ];
  return (
    <p className="quiet mt-2 text-xs">
      {t('Of what was tried: {list}', { list: rates.filter(Boolean).join(' · ') })}
    </p>
  );
}

const COUNTS = [
  { key: 'submitted', label: t('submitted'), always: true },
  { key: 'delivered', label: t('delivered'), always: true },
  { key: 'read', label: t('read'), always: false },
  { key: 'unknown', label: t('unknown'), always: false },
  { key: 'failed', label: t('failed'), always: true },
  { key: 'dropped', label: t('dropped'), always: false },
  { key: 'queued', label: t('queued'), always: true },
] as const;

// Read messages are among the delivered ones, and those among the submitted: each piece is what is only that.
const piecesOf = (part: ProgressPart) => [
  { color: 'bg-success', count: part.delivered },
  { color: 'bg-primary', count: part.submitted - part.delivered },
  { color: 'bg-warning', count: part.unknown },
  { color: 'bg-error', count: part.failed },
  { color: 'bg-base-content/40', count: part.dropped },
];

function Bar({ part }: { part: ProgressPart }) {
  const gone = part.targeted - part.queued;
  return (
    <div
      role="progressbar"
      aria-label={t('Messages handled')}
      aria-valuemin={0}
      aria-valuemax={part.targeted}
      aria-valuenow={gone}
      aria-valuetext={t('{n} of {all}', { n: gone, all: part.targeted })}
      className="mb-4 flex h-2.5 w-full overflow-hidden rounded-full bg-base-300"
    >
      {piecesOf(part).map(({ color, count }) => (
        <span
          key={color}
          className={`${color} transition-[width]`}
          style={{ width: `${(100 * count) / Math.max(part.targeted, 1)}%` }}
        />
      ))}
    </div>
  );
}

function Controls({ part, onPart }: { part: ProgressPart; onPart: (part: ProgressPart) => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const isPaused = part.status === 'paused';
  const mayControl = useMay('control');
  async function control(action: 'pause' | 'resume' | 'stop') {
    setAsking(false);
    setProblem(null);
    try {
      onPart(await post<ProgressPart>(`/campaigns/${part.campaignId}/${action}`));
    } catch (error) {
      setProblem(problemWords(error));
    }
  }
  if (!mayControl || (!isMoving(part.status) && !isPaused)) return problem && <Problem words={problem} />;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2">
      {isAsking ? (
        <>
          <p className="w-full sm:w-auto">{t('What is queued is dropped for good.')}</p>
          <button type="button" className="btn btn-sm btn-error" onClick={() => control('stop')}>
            {t('Stop for good')}
          </button>
          <button type="button" className="btn btn-sm" onClick={() => setAsking(false)}>
            {t('Keep it')}
          </button>
        </>
      ) : (
        <>
          <button
            type="button"
            className={`btn btn-sm ${isPaused ? 'btn-primary' : ''}`}
            onClick={() => control(isPaused ? 'resume' : 'pause')}
          >
            {isPaused ? t('Resume') : t('Pause')}
          </button>
          <button type="button" className="btn btn-sm" onClick={() => setAsking(true)}>
            {t('Stop …')}
          </button>
        </>
      )}
      {problem && <Problem words={problem} />}
    </div>
  );
}
