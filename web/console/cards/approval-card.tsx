import { useCallback, useEffect, useState } from 'react';
import type { ApprovalPart } from '../../../core/parts.ts';
import { ApiError, get, post } from '../api.ts';
import { Badge, Card, Stat } from './card.tsx';
import { channelName } from './message-bubble.tsx';

const TONE = {
  requested: 'wait',
  approved: 'good',
  rejected: 'bad',
  voided: 'plain',
  expired: 'plain',
} as const;
const WORDS = {
  requested: 'waits for a decision',
  approved: 'approved',
  rejected: 'rejected',
  voided: 'void: the campaign was changed',
  expired: 'expired',
} as const;

const time = (iso: string) =>
  new Date(iso).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Shows the approval as it is now, not as it was when the card was made: it may have been decided elsewhere. */
export function ApprovalCard({ part: first, onDecided }: { part: ApprovalPart; onDecided: () => void }) {
  const [part, setPart] = useState(first);
  const [comment, setComment] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const reload = useCallback(async () => {
    setPart(await get<ApprovalPart>(`/approvals/${first.id}`));
  }, [first.id]);
  useEffect(() => {
    reload().catch(() => undefined);
  }, [reload]);

  async function decide(decision: 'approve' | 'reject') {
    setBusy(true);
    setProblem(null);
    try {
      setPart(
        await post<ApprovalPart>(`/approvals/${part.id}`, {
          decision,
          digest: part.digest,
          ...(comment ? { comment } : {}),
        }),
      );
      onDecided();
    } catch (error) {
      setProblem(
        error instanceof ApiError
          ? [error.message, error.nextStep].filter(Boolean).join(' ')
          : 'That did not work.',
      );
      await reload().catch(() => undefined);
    } finally {
      setBusy(false);
    }
  }

  const channels = Object.entries(part.channels).map(
    ([channel, count]) => `${channelName(channel)} ${count}`,
  );
  return (
    <Card
      label="Approval"
      title={`${part.isTest ? 'Test of' : 'Approve'} “${part.campaign}”, version ${part.version}`}
      badge={<Badge tone={TONE[part.status]}>{WORDS[part.status]}</Badge>}
    >
      <div className="mb-3 flex flex-wrap gap-x-6 gap-y-2">
        <Stat value={part.recipients} label="messages" />
        <Stat value={part.customers} label="customers" />
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="opacity-70">When</dt>
        <dd>{part.scheduleWords}</dd>
        <dt className="opacity-70">How</dt>
        <dd>{channels.join(' · ')}</dd>
        {part.valueWords && (
          <>
            <dt className="opacity-70">Value</dt>
            <dd>{part.valueWords}</dd>
          </>
        )}
        <dt className="opacity-70">Cost</dt>
        <dd>{part.costWords}</dd>
        <dt className="opacity-70">Who decides</dt>
        <dd>
          {part.policyWords} Until {time(part.expiresAt)}.
        </dd>
        <dt className="opacity-70">Digest</dt>
        <dd
          className="font-mono text-xs break-all"
          title="The fingerprint of exactly these recipients and texts"
        >
          {part.digest}
        </dd>
      </dl>
      {part.warnings.map((warning) => (
        <p key={warning} className="alert alert-warning mt-3 py-2">
          {warning}
        </p>
      ))}
      {part.excluded.length > 0 && (
        <details className="mt-3">
          <summary className="cursor-pointer">Left out: {part.excluded.length}</summary>
          <ul className="mt-1 max-h-48 overflow-auto">
            {part.excluded.map((one) => (
              <li key={`${one.id} ${one.reason}`}>
                <bdi>{one.name}</bdi> <span className="opacity-70">· {one.reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {part.decidedBy && part.decidedAt && (
        <p className="mt-3">
          {WORDS[part.status]} by {part.decidedBy}, {time(part.decidedAt)}
          {part.comment && <>: “{part.comment}”</>}
        </p>
      )}
      {part.status === 'requested' && part.canDecide && (
        <div className="mt-4 flex flex-wrap items-center gap-2">
          <button
            type="button"
            className="btn btn-primary"
            disabled={isBusy}
            onClick={() => decide('approve')}
          >
            {part.isTest ? 'Send the test' : `Approve ${part.recipients} messages`}
          </button>
          <button type="button" className="btn" disabled={isBusy} onClick={() => decide('reject')}>
            Reject
          </button>
          <input
            className="input input-sm min-w-40 grow"
            aria-label="Comment"
            placeholder="Comment (optional)"
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        </div>
      )}
      {part.status === 'requested' && !part.canDecide && (
        <p className="mt-3 opacity-80">You cannot decide this one.</p>
      )}
      {problem && (
        <p role="alert" className="alert alert-error mt-3 py-2">
          {problem}
        </p>
      )}
    </Card>
  );
}
