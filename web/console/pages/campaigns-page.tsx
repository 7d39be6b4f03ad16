import { useState } from 'react';
import type { CampaignListed } from '../../../routes/campaign-view.ts';
import { Badge, InlineName, Problem } from '../cards/card.tsx';
import { LongList } from '../long-list.tsx';
import { useLate } from '../use-late.ts';
import { useListed } from '../use-listed.ts';
import { CAMPAIGN_WORDS, plainWords, plural, shareWords, timeWords } from '../words.ts';
import { Calendar } from './calendar.tsx';
import { Choice, Frame, Loading, Nothing } from './page.tsx';

const VIEWS = { list: 'List', calendar: 'Calendar' } as const;
const partOf = ({ campaigns, next }: { campaigns: CampaignListed[]; next: string | null }) => ({
  rows: campaigns,
  next,
});

/** Every campaign: found by name and state, or on the days they go out. */
export function CampaignsPage() {
  const [view, setView] = useState<keyof typeof VIEWS>('list');
  return (
    <Frame
      title="Campaigns"
      hint={view === 'list' ? 'Newest first.' : 'On the day they go out, or went.'}
      action={<Choice label="How to see them" of={VIEWS} chosen={view} onChoose={setView} />}
    >
      {view === 'list' ? <List /> : <Calendar />}
    </Frame>
  );
}

function List() {
  const [search, setSearch] = useState('');
  const [status, setStatus] = useState('');
  const asked = useLate(search.trim());
  const query = new URLSearchParams({ limit: '100' });
  if (asked) query.set('search', asked);
  if (status) query.set('status', status);
  const { rows, problem, isReading, readMore, reload } = useListed(`/campaigns?${query}`, partOf);
  return (
    <>
      <div className="mb-3 flex flex-wrap gap-2">
        <input
          type="search"
          className="input min-w-0 grow basis-56 text-base sm:text-sm"
          placeholder="Search by name"
          aria-label="Search campaigns"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <select
          className="select basis-44"
          aria-label="Which campaigns"
          value={status}
          onChange={(event) => setStatus(event.target.value)}
        >
          <option value="">whatever their state</option>
          {Object.entries(CAMPAIGN_WORDS).map(([key, { words }]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      </div>
      {problem && <Problem words={problem} onRetry={reload} />}
      {rows.length > 0 && (
        <LongList label="Campaigns" rows={rows} keyOf={({ id }) => id} onEnd={readMore}>
          {(row) => <Row row={row} />}
        </LongList>
      )}
      {isReading && <Loading />}
      {!isReading && !problem && rows.length === 0 && (
        <Nothing>
          {asked || status ? (
            'None is like that.'
          ) : (
            <>
              There are none yet. Say in the{' '}
              <a className="link" href="#/chat">
                chat
              </a>{' '}
              whom you want to write to.
            </>
          )}
        </Nothing>
      )}
    </>
  );
}

function Row({ row }: { row: CampaignListed }) {
  const { words, tone } = CAMPAIGN_WORDS[row.status];
  const when = row.sendsAt ?? row.createdAt;
  return (
    <a
      href={`#/campaigns/${row.id}`}
      className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 px-4 py-3 -outline-offset-2 hover:bg-base-200"
    >
      <span className="min-w-0 grow basis-48">
        <span className="block font-medium">
          <InlineName>{row.name}</InlineName>
        </span>
        <span className="quiet block text-xs">
          {plainWords(row.type)} · {row.sendsAt ? '' : 'begun '}
          {timeWords(when)}
        </span>
        {row.counts.targeted > 0 && <Numbers counts={row.counts} />}
      </span>
      <Badge tone={tone}>{words}</Badge>
    </a>
  );
}

const Numbers = ({ counts }: Pick<CampaignListed, 'counts'>) => (
  <span className="quiet block text-xs tabular-nums">
    {plural(counts.targeted, 'message')} · {shareWords(counts.delivered / counts.targeted)} delivered ·{' '}
    {shareWords(counts.replied / counts.targeted)} replied
    {counts.failed > 0 && ` · ${counts.failed.toLocaleString()} failed`}
    {counts.unknown > 0 && ` · ${counts.unknown.toLocaleString()} unknown`}
  </span>
);
