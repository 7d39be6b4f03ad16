import { useState } from 'react';
import type { SegmentRow } from '../../../core/segments/segment.ts';
import { Badge, InlineName } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { useLate } from '../use-late.ts';
import { usePolled } from '../use-polled.ts';
import { fromServer, inLanguage, t } from '../words/t.ts';
import { dateWords } from '../words.ts';
import { Nothing, Page, Panel } from './page.tsx';

export function SegmentsPage() {
  const mayDraft = useMay('draft');
  const [search, setSearch] = useState('');
  const asked = useLate(search.trim());
  const from = usePolled<{ segments: SegmentRow[] }>(
    `/segments${asked ? `?search=${encodeURIComponent(asked)}` : ''}`,
    null,
  );
  return (
    <Page
      title={t('Segments')}
      hint={t('Audiences to use again.')}
      from={from}
      action={
        mayDraft && (
          <a className="btn btn-sm btn-primary" href="#/segments/new">
            {t('New segment')}
          </a>
        )
      }
      before={
        <input
          type="search"
          className="input mb-3 w-full text-base sm:text-sm"
          placeholder={t('Search by name')}
          aria-label={t('Search segments')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      }
    >
      {({ segments }) =>
        segments.length === 0 ? (
          <Nothing>
            {asked
              ? t('No segment is called “{asked}”.', { asked })
              : t(
                  'There are none yet. Make one here, or say in the chat whom you mean and that it shall be kept.',
                )}
          </Nothing>
        ) : (
          <Panel>
            <ul className="divide-y divide-base-300">
              {segments.map((one) => (
                <li key={one.id}>
                  <Row segment={one} />
                </li>
              ))}
            </ul>
          </Panel>
        )
      }
    </Page>
  );
}

const Row = ({ segment }: { segment: SegmentRow }) => (
  <a
    href={`#/segments/${segment.id}`}
    className="-mx-2 flex flex-wrap items-start justify-between gap-x-4 gap-y-1 rounded-field px-2 py-3 hover:bg-base-200"
  >
    <span className="min-w-0 grow basis-48">
      <span className="block font-medium">
        <InlineName>{segment.name}</InlineName>
      </span>
      <span className="quiet line-clamp-2 text-xs wrap-anywhere" dir="auto">
        {fromServer(segment.words)}
      </span>
    </span>
    <span className="text-end">
      <Badge>{inLanguage(segment.kind)}</Badge>
      <span className="quiet block text-xs tabular-nums">
        {segment.customers === null
          ? t('not counted yet')
          : `${t('{n} {n|customer|customers}', { n: segment.customers })}${segment.countedOn ? `, ${dateWords(segment.countedOn)}` : ''}`}
      </span>
    </span>
  </a>
);
