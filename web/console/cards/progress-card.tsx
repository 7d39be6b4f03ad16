import { useEffect, useState } from 'react';
import type { ProgressPart } from '../../../core/parts.ts';
import { ApiError, get, post } from '../api.ts';
import { Badge, Card, Stat } from './card.tsx';

const POLL_MS = 1500;
const isMoving = (status: ProgressPart['status']) => status === 'sending' || status === 'scheduled';

/** Live while the campaign moves. */
export function ProgressCard({ part: first }: { part: ProgressPart }) {
  const [part, setPart] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const read = () =>
      get<ProgressPart>(`/campaigns/${first.campaignId}/progress`).then(setPart, () => undefined);
    void read();
    if (!isMoving(part.status)) return;
    const timer = setInterval(read, POLL_MS);
    return () => clearInterval(timer);
  }, [first.campaignId, part.status]);

  const control = (action: 'pause' | 'resume' | 'stop') =>
    post<ProgressPart>(`/campaigns/${part.campaignId}/${action}`)
      .then((answer) => {
        setPart(answer);
        setProblem(null);
      })
      .catch((error: unknown) =>
        setProblem(error instanceof ApiError ? error.message : 'That did not work.'),
      );

  const gone = part.targeted - part.queued;
  return (
    <Card
      label="Progress"
      title={part.campaign}
      badge={<Badge tone={part.status === 'done' ? 'good' : 'wait'}>{part.status}</Badge>}
    >
      <progress
        className="progress progress-primary mb-3 w-full"
        value={gone}
        max={Math.max(part.targeted, 1)}
        aria-label="Handled messages"
      />
      <div className="flex flex-wrap gap-x-6 gap-y-2" aria-live="polite">
        <Stat value={part.targeted} label="targeted" />
        <Stat value={part.queued} label="queued" />
        <Stat value={part.submitted} label="submitted" />
        <Stat value={part.delivered} label="delivered" />
        <Stat value={part.read} label="read" />
        <Stat value={part.failed} label="failed" />
        <Stat value={part.dropped} label="held back" />
        {part.unknown > 0 && <Stat value={part.unknown} label="unknown" />}
        <Stat value={part.replied} label="replied" />
      </div>
      {Object.entries(part.reasons).length > 0 && (
        <ul className="mt-3">
          {Object.entries(part.reasons).map(([reason, count]) => (
            <li key={reason}>
              {reason}: {count}
            </li>
          ))}
        </ul>
      )}
      {part.nextAt && part.queued > 0 && (
        <p className="mt-3 opacity-80">
          Next at{' '}
          {new Date(part.nextAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}.
        </p>
      )}
      <div className="mt-3 flex gap-2">
        {isMoving(part.status) && (
          <button type="button" className="btn btn-sm" onClick={() => control('pause')}>
            Pause
          </button>
        )}
        {part.status === 'paused' && (
          <button type="button" className="btn btn-sm btn-primary" onClick={() => control('resume')}>
            Resume
          </button>
        )}
        {(isMoving(part.status) || part.status === 'paused') && (
          <button type="button" className="btn btn-sm" onClick={() => control('stop')}>
            Stop
          </button>
        )}
      </div>
      {problem && (
        <p role="alert" className="alert alert-error mt-3 py-2">
          {problem}
        </p>
      )}
    </Card>
  );
}
