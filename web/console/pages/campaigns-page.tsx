import { useState } from 'react';
import type { CampaignListed } from '../../../routes/campaign-view.ts';
import { Badge, InlineName, Problem } from '../cards/card.tsx';
import { LongList } from '../long-list.tsx';
import { useLate } from '../use-late.ts';
import { useListed } from '../use-listed.ts';
import { usePolled } from '../use-polled.ts';
import { rich } from '../words/rich.ts';
import { t } from '../words/t.ts';
import { CAMPAIGN_WORDS, plainWords, shareWords, timeWords } from '../words.ts';
import { Calendar } from './calendar.tsx';
import { Choice, Frame, Loading, Nothing } from './page.tsx';

const UNTOLD_EVERY_MS = 30_000;
const VIEWS = { list: t('List'), calendar: t('Calendar') } as const;
const partOf = ({ campaigns, next }: { campaigns: CampaignListed[]; next: string | null }) => ({
  rows: campaigns,
  next,
});

/** Every campaign: found by name and state, or on the days they go out. */
export function CampaignsPage() {
  const [view, setView] = useState<keyof typeof VIEWS>('list');
  return (
    <Frame
      title={t('Campaigns')}
      hint={view === 'list' ? t('Newest first.') : t('On the day they go out, or went.')}
      action={
        <>
          <a className="btn btn-sm" href="#/campaigns/templates">
            {t('Templates')}
          </a>
          <Choice label={t('How to see them')} of={VIEWS} chosen={view} onChoose={setView} />
        </>
      }
    >
      <Untold />
      {view === 'list' ? <List /> : <Calendar />}
    </Frame>
  );
}

/** Messages wait for a person to say whether they went out. */
function Untold() {
  const { data } = usePolled<{ messages: { id: string }[] }>('/messages/unknown', UNTOLD_EVERY_MS);
  if (!data || data.messages.length === 0) return null;
  return (
    <p className="mb-3 rounded-box border border-s-4 border-base-300 border-s-warning bg-base-100 px-4 py-2 text-sm">
      <a className="link" href="#/campaigns/unknown">
        {t('{n} {n|message|messages} of which nobody can tell whether they went out', {
          n: data.messages.length,
        })}
      </a>
    </p>
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
          placeholder={t('Search by name')}
          aria-label={t('Search campaigns')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <select
          className="select basis-44"
          aria-label={t('Which campaigns')}
          value={status}
          onChange={(event) => setStatus(event.target.value)}
        >
          <option value="">{t('whatever their state')}</option>
          {Object.entries(CAMPAIGN_WORDS).map(([key, { words }]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      </div>
      {problem && <Problem words={problem} onRetry={reload} />}
      {rows.length > 0 && (
        <LongList label={t('Campaigns')} rows={rows} keyOf={({ id }) => id} onEnd={readMore}>
          {(row) => <Row row={row} />}
        </LongList>
      )}
      {isReading && <Loading />}
      {!isReading && !problem && rows.length === 0 && (
        <Nothing>
          {asked || status
            ? t('None is like that.')
            : rich('There are none yet. Say in the {link} whom you want to write to.', {
                link: (
                  <a className="link" href="#/chat">
                    {t('chat')}
                  </a>
                ),
              })}
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
          {plainWords(row.type)} · {row.sendsAt ? '' : t('begun ')}
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
    {t('{n} {n|message|messages} · {share} delivered · {share2} replied', {
      n: counts.targeted,
      share: shareWords(counts.delivered / counts.targeted),
      share2: shareWords(counts.replied / counts.targeted),
    })}
    {counts.failed > 0 && t(' · {failed} failed', { failed: counts.failed })}
    {counts.unknown > 0 && t(' · {unknown} unknown', { unknown: counts.unknown })}
  </span>
);
