import { useCallback, useState } from 'react';
import type { ReviewDecision, ReviewOutcome } from '../../../core/customers/review/decide-review.ts';
import type { ReviewRow } from '../../../core/customers/review/list-reviews.ts';
import { post, problemWords } from '../api.ts';
import { Badge, InlineName, Problem } from '../cards/card.tsx';
import { LongList } from '../long-list.tsx';
import { useMay } from '../me.ts';
import { useListed } from '../use-listed.ts';
import { plainWords, plural } from '../words.ts';
import { Choice, Frame, Loading, Nothing } from './page.tsx';

const STATUSES = { open: 'Open', confirmed: 'Confirmed', discarded: 'Discarded' } as const;
const PAGE = 500;
type Decision = ReviewDecision['decision'];

// A full page means that there may be more.
const partOf = ({ reviews }: { reviews: ReviewRow[] }) => ({
  rows: reviews,
  next: reviews.length === PAGE ? reviews.at(-1)!.id : null,
});

/** What looked wrong in files, decided one by one or many at once. */
export default function ReviewsPage() {
  const mayDecide = useMay('import');
  const [status, setStatus] = useState<keyof typeof STATUSES>('open');
  const [reason, setReason] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const {
    rows,
    isReading,
    problem: unread,
    readMore,
    reload,
  } = useListed(`/reviews?status=${status}&limit=${PAGE}`, partOf);
  const shown = reason ? rows.filter((row) => row.reason === reason) : rows;

  const decide = useCallback(
    async (ids: string[], decision: Decision) => {
      setProblem(null);
      try {
        const done = await post<ReviewOutcome>('/reviews', { ids, decision });
        setSaid(outcomeWords(done, decision));
        setChosen(new Set());
        reload();
      } catch (error) {
        setProblem(problemWords(error));
      }
    },
    [reload],
  );
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const canChoose = mayDecide && status === 'open';
  return (
    <Frame
      title="Review list"
      hint="What looked wrong in imported files. Blocking items keep their customer out of audiences."
      action={
        <a className="btn btn-sm" href="#/customers">
          Customers
        </a>
      }
    >
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Choice
          label="Which items"
          of={STATUSES}
          chosen={status}
          onChoose={(next) => {
            setStatus(next);
            setReason(null);
            setChosen(new Set());
          }}
        />
        <Reasons rows={rows} chosen={reason} onChoose={setReason} />
      </div>
      {problem && <Problem words={problem} />}
      {unread && <Problem words={unread} onRetry={reload} />}
      <p role="status" className="text-sm">
        {said}
      </p>
      {canChoose && shown.length > 0 && (
        <Bulk
          count={chosen.size}
          isAll={chosen.size === shown.length}
          onAll={() =>
            setChosen(chosen.size === shown.length ? new Set() : new Set(shown.map(({ id }) => id)))
          }
          onDecide={(decision) => void decide([...chosen], decision)}
        />
      )}
      {isReading && rows.length === 0 && <Loading />}
      {!isReading && !unread && shown.length === 0 && (
        <Nothing>{status === 'open' ? 'Nothing waits for a look.' : 'There are none.'}</Nothing>
      )}
      {shown.length > 0 && (
        <LongList
          label="What looked wrong"
          rows={shown}
          keyOf={({ id }) => id}
          onEnd={readMore}
          rowHeight={84}
        >
          {(row) => (
            <Item
              row={row}
              {...(canChoose
                ? { isChosen: chosen.has(row.id), onToggle: () => toggle(row.id), onDecide: decide }
                : {})}
            />
          )}
        </LongList>
      )}
    </Frame>
  );
}

const outcomeWords = ({ decided, activated, discarded }: ReviewOutcome, decision: Decision) =>
  decision === 'confirm'
    ? `${plural(decided, 'item')} confirmed; ${plural(activated, 'customer')} now in audiences.`
    : `${plural(decided, 'item')} discarded; ${plural(discarded, 'customer')} taken out.`;

type ReasonsProps = { rows: ReviewRow[]; chosen: string | null; onChoose: (reason: string | null) => void };

function Reasons({ rows, chosen, onChoose }: ReasonsProps) {
  const counts = new Map<string, number>();
  for (const { reason } of rows) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return (
    <select
      className="select select-sm w-full sm:w-auto"
      aria-label="Reason"
      value={chosen ?? ''}
      onChange={(event) => onChoose(event.target.value || null)}
    >
      <option value="">Every reason</option>
      {[...counts].map(([reason, count]) => (
        <option key={reason} value={reason}>
          {plainWords(reason)} ({count})
        </option>
      ))}
    </select>
  );
}

type BulkProps = { count: number; isAll: boolean; onAll: () => void; onDecide: (decision: Decision) => void };

const Bulk = ({ count, isAll, onAll, onDecide }: BulkProps) => (
  <div className="mb-3 flex flex-wrap items-center gap-2">
    <label className="flex items-center gap-2 text-sm">
      <input type="checkbox" className="checkbox checkbox-sm" checked={isAll} onChange={onAll} />
      All shown
    </label>
    <button
      type="button"
      className="btn btn-sm btn-primary"
      disabled={count === 0}
      onClick={() => onDecide('confirm')}
    >
      Confirm {count || ''}
    </button>
    <button type="button" className="btn btn-sm" disabled={count === 0} onClick={() => onDecide('discard')}>
      Discard {count || ''}
    </button>
  </div>
);

type ItemProps = {
  row: ReviewRow;
  isChosen?: boolean;
  onToggle?: () => void;
  onDecide?: (ids: string[], decision: Decision) => void;
};

const Item = ({ row, isChosen = false, onToggle, onDecide }: ItemProps) => (
  <div className="flex items-start gap-3 px-4 py-3">
    {onToggle && (
      <input
        type="checkbox"
        className="checkbox checkbox-sm mt-0.5"
        aria-label={`Choose ${row.customer ?? 'this item'}: ${plainWords(row.reason)}`}
        checked={isChosen}
        onChange={onToggle}
      />
    )}
    <div className="min-w-0 grow">
      <p className="flex flex-wrap items-center gap-2">
        {row.customerId ? (
          <a className="link font-medium" href={`#/customers/${row.customerId}`}>
            <InlineName>{row.customer ?? 'Without a name'}</InlineName>
          </a>
        ) : (
          <span className="font-medium">No customer</span>
        )}
        <Badge tone={row.isBlocking ? 'bad' : 'wait'}>{plainWords(row.reason)}</Badge>
      </p>
      <p className="wrap-anywhere" dir="auto">
        {row.detail}
      </p>
      <p className="quiet text-xs wrap-anywhere">
        {row.file}, line {row.line.toLocaleString()}
      </p>
    </div>
    {onDecide && (
      <div className="flex shrink-0 flex-col gap-1 sm:flex-row">
        <button type="button" className="btn btn-sm" onClick={() => onDecide([row.id], 'confirm')}>
          Right
        </button>
        <button type="button" className="btn btn-sm" onClick={() => onDecide([row.id], 'discard')}>
          Discard
        </button>
      </div>
    )}
  </div>
);
