import { useState } from 'react';
import type { z } from 'zod';
import type { auditPage } from '../../../core/audit/search-audit.ts';
import type { AuditVerdict } from '../../../core/audit/verify-audit.ts';
import { BASE, post, problemWords } from '../api.ts';
import { Badge, Problem } from '../cards/card.tsx';
import { LongList } from '../long-list.tsx';
import { useMay } from '../me.ts';
import { NoRight } from '../no-right.tsx';
import { Loading, Nothing, Panel } from '../pages/page.tsx';
import { useLate } from '../use-late.ts';
import { useListed } from '../use-listed.ts';
import { t } from '../words/t.ts';
import { timeWords } from '../words.ts';

type Page = z.infer<typeof auditPage>;
type Event = Page['events'][number];
const partOf = ({ events, next }: Page) => ({ rows: events, next: next === null ? null : String(next) });
const keyOf = ({ seq }: Event) => String(seq);

/** Who did what when; whole, it can be kept and checked elsewhere. */
export function AuditLog() {
  const mayRead = useMay('administer');
  return mayRead ? <Log /> : <NoRight to={t('read the log')} />;
}

function Log() {
  const [action, setAction] = useState('');
  const asked = useLate(action.trim().toLowerCase());
  const isWhole = /^[a-z_]{1,40}(\.[a-z_]{1,40})?$/.test(asked);
  const query = new URLSearchParams({ limit: '200', ...(isWhole ? { action: asked } : {}) });
  const listed = useListed<Event, Page>(`/audit?${query}`, partOf, 'before');
  return (
    <>
      <Chain />
      <input
        type="search"
        className="input mb-3 w-full text-base sm:text-sm"
        placeholder={t('What was done: campaign, approval.decided, settings …')}
        aria-label={t('What was done')}
        value={action}
        onChange={({ target }) => setAction(target.value)}
      />
      {listed.problem && <Problem words={listed.problem} onRetry={listed.reload} />}
      {listed.isReading && listed.rows.length === 0 && <Loading />}
      {!listed.isReading && !listed.problem && listed.rows.length === 0 && (
        <Nothing>{t('There is none.')}</Nothing>
      )}
      {listed.rows.length > 0 && (
        <LongList label={t('Log')} rows={listed.rows} keyOf={keyOf} onEnd={listed.readMore} rowHeight={64}>
          {(event) => <EventRow event={event} />}
        </LongList>
      )}
    </>
  );
}

const EventRow = ({ event: { seq, at, actor, action, subject, data } }: { event: Event }) => (
  <div className="px-4 py-2">
    <p className="flex flex-wrap items-center gap-x-2">
      <span className="font-medium wrap-anywhere">{action}</span>
      <span className="quiet text-xs">
        {seq} · {timeWords(at)} · <bdi>{actor.name}</bdi>
        {actor.kind === 'person' && t(', by {surface}', { surface: String(actor.surface) })}
      </span>
    </p>
    {subject && <p className="quiet text-xs break-all">{subject}</p>}
    {Object.keys(data).length > 0 && (
      <p className="line-clamp-3 font-mono text-xs break-all">{JSON.stringify(data)}</p>
    )}
  </div>
);

/** Whether every entry still follows from the one before it. */
function Chain() {
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function check() {
    setBusy(true);
    setProblem(null);
    try {
      setVerdict(await post<AuditVerdict>('/audit/check'));
    } catch (error) {
      setProblem(problemWords(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Panel>
      <p className="quiet">
        {t(
          'Each entry carries the hash of the one before it, and heads of the chain are signed. Keep an export elsewhere: only that shows what somebody with the key changed.',
        )}
      </p>
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <button type="button" className="btn btn-sm" disabled={isBusy} onClick={() => void check()}>
          {isBusy ? t('Checking …') : t('Check the chain')}
        </button>
        <a className="btn btn-sm" href={`${BASE}/audit/export`} download>
          {t('Export the log')}
        </a>
        <span role="status">
          {verdict && (
            <Badge tone={verdict.ok ? 'good' : 'bad'}>
              {verdict.ok
                ? t('{n} {n|entry|entries}, all as written', { n: verdict.events })
                : t('does not hold')}
            </Badge>
          )}
        </span>
      </p>
      {verdict?.findings.map((finding) => (
        <p key={finding} className="mt-1 wrap-anywhere">
          {finding}
        </p>
      ))}
      {problem && <Problem words={problem} />}
    </Panel>
  );
}
