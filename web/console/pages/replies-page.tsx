import { useState } from 'react';
import type { RepliesPart } from '../../../core/parts.ts';
import { patch, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { ReplyList } from '../cards/replies-card.tsx';
import { usePolled } from '../use-polled.ts';
import { Nothing, Page, Panel } from './page.tsx';

type Status = 'open' | 'done';

export function RepliesPage() {
  const [status, setStatus] = useState<Status>('open');
  const [problem, setProblem] = useState<string | null>(null);
  const from = usePolled<Pick<RepliesPart, 'replies'>>(`/replies?status=${status}`);
  const other: Status = status === 'open' ? 'done' : 'open';
  const mark = (id: string) =>
    patch(`/replies/${id}`, { status: other })
      .then(() => setProblem(null))
      .catch((error: unknown) => setProblem(problemWords(error)))
      .finally(() => void from.reload());
  return (
    <Page title="Replies" hint="What customers answered, and how it was read." from={from}>
      {({ replies }) => (
        <>
          <div className="mb-3 flex gap-2">
            {(['open', 'done'] as const).map((one) => (
              <button
                key={one}
                type="button"
                className={`btn btn-sm ${one === status ? 'btn-primary' : ''}`}
                aria-pressed={one === status}
                onClick={() => setStatus(one)}
              >
                {one === 'open' ? 'Open' : 'Done'}
              </button>
            ))}
          </div>
          {problem && <Problem words={problem} />}
          {replies.length === 0 ? (
            <Nothing>{status === 'open' ? 'No reply is open.' : 'None has been dealt with yet.'}</Nothing>
          ) : (
            <Panel>
              <ReplyList
                replies={replies}
                action={({ id }) => (
                  <button type="button" className="btn btn-sm mt-2" onClick={() => void mark(id)}>
                    {status === 'open' ? 'Mark as done' : 'Open it again'}
                  </button>
                )}
              />
            </Panel>
          )}
        </>
      )}
    </Page>
  );
}
