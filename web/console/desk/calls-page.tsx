import { useState } from 'react';
import type { Task, TaskOutcome } from '../../../core/shelf/tasks.ts';
import { post, problemWords } from '../api.ts';
import { Badge, InlineName, Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { Choice, Nothing, Page } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { rich } from '../words/rich.ts';
import { t } from '../words/t.ts';
import { timeWords } from '../words.ts';

const VIEWS = { open: t('To call'), done: t('Called') } as const;
const OUTCOMES: Record<TaskOutcome, string> = {
  reached: t('Reached'),
  not_reached: t('Not reached'),
  wrong_number: t('Wrong number'),
  no_more_calls: t('Wants no more calls'),
};
const EVERY_MS = 10_000;

/** Calls that campaigns ask people to make, and what came of each. */
export default function CallsPage() {
  const [view, setView] = useState<keyof typeof VIEWS>('open');
  const from = usePolled<{ tasks: Task[] }>(`/tasks?view=${view}`, EVERY_MS);
  return (
    <Page
      title={t('Calls')}
      hint={
        <a className="link" href="#/replies">
          {t('Replies')}
        </a>
      }
      action={<Choice label={t('Which calls')} of={VIEWS} chosen={view} onChoose={setView} />}
      from={from}
    >
      {({ tasks }) =>
        tasks.length === 0 ? (
          <Nothing>{view === 'open' ? t('Nobody waits for a call.') : t('Nobody was called yet.')}</Nothing>
        ) : (
          <ul aria-label={VIEWS[view]} className="space-y-3">
            {tasks.map((task) => (
              <li key={task.id} className="rounded-box border border-base-300 bg-base-100 px-4 py-3 text-sm">
                <Call task={task} onDone={() => void from.reload()} />
              </li>
            ))}
          </ul>
        )
      }
    </Page>
  );
}

function Call({ task, onDone }: { task: Task; onDone: () => void }) {
  const mayReply = useMay('reply');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const finish = (outcome: TaskOutcome) =>
    post(`/tasks/${task.id}/outcome`, { outcome, ...(note.trim() ? { note: note.trim() } : {}) }).then(
      onDone,
      (error: unknown) => setProblem(problemWords(error)),
    );
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <a className="btn btn-sm" href={`tel:${task.address}`}>
          {task.address}
        </a>
        <span className="min-w-0 grow font-medium wrap-anywhere">
          <InlineName>{task.contact ?? t('Somebody')}</InlineName>
          {task.customer && (
            <>
              {', '}
              <InlineName>{task.customer}</InlineName>
            </>
          )}
        </span>
        {task.isTest && <Badge>{t('test')}</Badge>}
      </p>
      <p className="quiet mt-1 text-xs">
        {rich('{campaign} · since {time}', {
          campaign: (
            <a className="link" href={`#/campaigns/${task.campaignId}`}>
              <InlineName>{task.campaign}</InlineName>
            </a>
          ),
          time: timeWords(task.at),
        })}
      </p>
      <p className="mt-2 border-s-2 border-base-300 ps-3 whitespace-pre-wrap wrap-anywhere" dir="auto">
        {task.text}
      </p>
      {task.outcome ? (
        <p className="mt-2 wrap-anywhere">
          <Badge tone={task.outcome === 'reached' ? 'good' : 'plain'}>{OUTCOMES[task.outcome]}</Badge>{' '}
          {[task.doneBy, task.doneAt && timeWords(task.doneAt), task.note].filter(Boolean).join(' · ')}
        </p>
      ) : (
        mayReply && (
          <div className="mt-3 flex flex-wrap gap-2">
            <input
              className="input input-sm min-w-0 grow basis-56 text-base sm:text-sm"
              aria-label={t('What was said')}
              placeholder={t('What was said (optional)')}
              maxLength={2000}
              dir="auto"
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
            {(Object.keys(OUTCOMES) as TaskOutcome[]).map((outcome) => (
              <button key={outcome} type="button" className="btn btn-sm" onClick={() => void finish(outcome)}>
                {OUTCOMES[outcome]}
              </button>
            ))}
          </div>
        )
      )}
      {problem && <Problem words={problem} />}
    </>
  );
}
