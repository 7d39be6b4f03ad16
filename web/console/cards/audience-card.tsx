import { useEffect, useState } from 'react';
import type { AudiencePart } from '../../../core/parts.ts';
import { fromServer, t } from '../words/t.ts';
import { AudienceTable } from './audience-table.tsx';
import { Card, Stat, Stats } from './card.tsx';
import { LeftOut } from './left-out.tsx';

const AT_FIRST = 6;
const MORE = 100;
const NOTES_OPEN = 3;
const isFound = (search: string) => (one: AudiencePart['customers'][number]) =>
  [one.name, one.city, one.country, one.brand].some((text) => text?.toLowerCase().includes(search));

export function AudienceCard({ part: first }: { part: AudiencePart }) {
  const [edited, setEdited] = useState<AudiencePart | null>(null);
  const part = edited ?? first;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another audience, nothing of what was done to this one
  useEffect(() => setEdited(null), [first]);
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(AT_FIRST);
  const found = part.customers.filter(isFound(search.trim().toLowerCase()));
  const left = found.length - shown;
  return (
    <Card label={t('Audience')} title={fromServer(part.words)}>
      <Stats>
        <Stat value={part.total} label={t('customers')} />
        <Stat value={part.reachable} label={t('reachable')} />
        <Stat value={part.recipients} label={t('recipients')} />
        {part.excluded.length > 0 && <Stat value={part.excluded.length} label={t('left out')} />}
      </Stats>
      <Notes part={part} />
      {part.customers.length > AT_FIRST && (
        <input
          type="search"
          className="input input-sm mt-3 w-full text-base sm:max-w-xs sm:text-sm"
          placeholder={t('Search {n} customers', { n: part.customers.length })}
          aria-label={t('Search these customers')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      {found.length > 0 && <AudienceTable part={part} rows={found} shown={shown} onPart={setEdited} />}
      {search && found.length === 0 && (
        <p className="quiet mt-2">{t('None of them matches “{search}”.', { search })}</p>
      )}
      {left > 0 && (
        <button type="button" className="btn btn-sm mt-2" onClick={() => setShown(shown + MORE)}>
          {t('Show {n} more', { n: Math.min(left, MORE) })}
          {left > MORE && t(' of {left}', { left })}
        </button>
      )}
      <LeftOut excluded={part.excluded} campaignId={part.campaignId} onPart={setEdited} />
    </Card>
  );
}

function Notes({ part }: { part: AudiencePart }) {
  const unknown = Object.entries(part.unknown).map(([field, count]) =>
    t('{field} is not known for {count} more, who are therefore not in.', { field, count }),
  );
  const notes = [...part.notes, ...unknown];
  const list = (
    <ul className="mt-3 list-outside list-disc space-y-1 ps-5 wrap-anywhere">
      {notes.map((note) => (
        <li key={note}>{fromServer(note)}</li>
      ))}
    </ul>
  );
  if (notes.length <= NOTES_OPEN) return notes.length > 0 && list;
  return (
    <details className="mt-3">
      <summary>{t('{n} notes about who is in and who is not', { n: notes.length })}</summary>
      {list}
    </details>
  );
}
