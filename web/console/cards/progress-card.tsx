import { useState } from 'react';
import type { ProgressPart } from '../../../core/parts.ts';
import { post, problemWords } from '../api.ts';
import { useFollowed } from '../use-followed.ts';
import { usePolled } from '../use-polled.ts';
import { CAMPAIGN_WORDS, plainWords, plural, shareWords, timeWords } from '../words.ts';
import { Badge, Card, Problem, Stat, Stats } from './card.tsx';

// What has been sent still changes: receipts and answers come in for days.
const REST_MS = 10_000;
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
    <Card label="Progress" title={part.campaign} badge={<Badge tone={tone}>{words}</Badge>} edge={tone}>
      <Bar part={part} />
      <Stats>
        <Stat value={part.targeted} label="in all" />
        {COUNTS.filter(({ key, always }) => always || part[key] > 0).map(({ key, label }) => (
          <Stat key={key} value={part[key]} label={label} />
        ))}
        <Stat value={part.replied} label="replied" />
        {part.survey && part.survey.score !== null && (
          <Stat value={part.survey.score} label={npsWords(part.survey)} />
        )}
      </Stats>
      <Rates part={part} />
      {reasons.length > 0 && (
        <ul className="mt-3 space-y-1">
          {reasons.map(([reason, count]) => (
            <li key={reason} className="wrap-anywhere">
              <span className="font-medium tabular-nums">{count.toLocaleString()}</span> {plainWords(reason)}
            </li>
          ))}
        </ul>
      )}
      {part.nextAt && part.queued > 0 && <p className="quiet mt-3">Next at {timeWords(part.nextAt)}.</p>}
      {part.heldBack && <p className="mt-3 wrap-anywhere">{part.heldBack}</p>}
      {part.twice !== undefined && part.twice > 0 && (
        <p className="mt-3">{plural(part.twice, 'person was', 'people were')} reached on two channels.</p>
      )}
      <Controls part={part} onPart={set} />
      {/* Heard when the state changes; every count would be too much. */}
      <p className="sr-only" role="status">
        {part.campaign}: {words}
        {part.status === 'done' && `, ${plural(part.targeted, 'message')}, ${part.failed} failed`}
      </p>
      {problem && <p className="quiet mt-3">Not up to date: {problem}</p>}
    </Card>
  );
}

/** As shares of what went out; a rate of nothing is none. */
function Rates({ part: { submitted, delivered, read, replied, failed } }: { part: ProgressPart }) {
  const tried = submitted + failed;
  if (tried === 0) return null;
  const rates = [
    `${shareWords(delivered / tried)} delivered`,
    read > 0 && `${shareWords(read / tried)} read`,
    `${shareWords(replied / tried)} replied`,
    failed > 0 && `${shareWords(failed / tried)} failed`,
  ];
  return <p className="quiet mt-2 text-xs">Of what was tried: {rates.filter(Boolean).join(' · ')}</p>;
}

const npsWords = ({ answers, low, high }: NonNullable<ProgressPart['survey']>): string =>
  `NPS of ${plural(answers, 'answer')}, 95 % from ${low} to ${high}`;

const COUNTS = [
  { key: 'submitted', label: 'submitted', always: true },
  { key: 'delivered', label: 'delivered', always: true },
  { key: 'read', label: 'read', always: false },
  { key: 'unknown', label: 'unknown', always: false },
  { key: 'failed', label: 'failed', always: true },
  { key: 'dropped', label: 'dropped', always: false },
  { key: 'queued', label: 'queued', always: true },
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
      aria-label="Messages handled"
      aria-valuemin={0}
      aria-valuemax={part.targeted}
      aria-valuenow={gone}
      aria-valuetext={`${gone} of ${part.targeted}`}
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
  async function control(action: 'pause' | 'resume' | 'stop') {
    setAsking(false);
    setProblem(null);
    try {
      onPart(await post<ProgressPart>(`/campaigns/${part.campaignId}/${action}`));
    } catch (error) {
      setProblem(problemWords(error));
    }
  }
  if (!isMoving(part.status) && !isPaused) return problem && <Problem words={problem} />;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2">
      {isAsking ? (
        <>
          <p className="w-full sm:w-auto">What is queued is dropped for good.</p>
          <button type="button" className="btn btn-sm btn-error" onClick={() => control('stop')}>
            Stop for good
          </button>
          <button type="button" className="btn btn-sm" onClick={() => setAsking(false)}>
            Keep it
          </button>
        </>
      ) : (
        <>
          <button
            type="button"
            className={`btn btn-sm ${isPaused ? 'btn-primary' : ''}`}
            onClick={() => control(isPaused ? 'resume' : 'pause')}
          >
            {isPaused ? 'Resume' : 'Pause'}
          </button>
          <button type="button" className="btn btn-sm" onClick={() => setAsking(true)}>
            Stop …
          </button>
        </>
      )}
      {problem && <Problem words={problem} />}
    </div>
  );
}
