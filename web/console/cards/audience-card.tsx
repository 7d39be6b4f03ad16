import { useEffect, useMemo, useState } from 'react';
import type { AudiencePart } from '../../../core/parts.ts';
import { problemWords } from '../api.ts';
import { fromServer, inLanguage, t } from '../words/t.ts';
import { audiencePath, everybody, type PageBehind, pageBehind } from './audience-path.ts';
import { AudienceTable } from './audience-table.tsx';
import { AudienceTools } from './audience-tools.tsx';
import { Card, Problem, Stat, Stats } from './card.tsx';
import { Changed } from './changed.tsx';
import { LeftOut } from './left-out.tsx';

const AT_FIRST = 6;
const NOTES_OPEN = 3;
const isFound = (search: string) => (one: AudiencePart['customers'][number]) =>
  [one.name, one.city, one.country, one.brand].some((text) => text?.toLowerCase().includes(search));

/** What tells whether it is the same, however much of the list is here and whether its reach is counted or estimated. */
const meant = ({ total, filter, words }: AudiencePart): Partial<AudiencePart> => ({ total, filter, words });

type Props = {
  part: AudiencePart;
  /** Reads those behind a customer; of a campaign and of a filter it is known how. */
  behind?: PageBehind;
  /** Of a campaign that is still to be sent; the server refuses others. */
  mayEdit?: boolean;
  onChanged?: () => void;
};

/** Whom a filter means. What is edited here is the campaign’s draft itself, which the agent reads at its next turn. */
export function AudienceCard({ part: first, behind: given, mayEdit = true, onChanged }: Props) {
  const [edited, keep] = useState<AudiencePart | null>(null);
  const setEdited = (now: AudiencePart) => {
    keep(now);
    onChanged?.();
  };
  const part = edited ?? first;
  const behind = given ?? pageBehind(part);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another audience, nothing of what was done to this one
  useEffect(() => keep(null), [first]);
  const compared = useMemo(() => meant(part), [part]);
  const [search, setSearch] = useState('');
  const [isWhole, setWhole] = useState(false);
  const isSought = isFound(search.trim().toLowerCase());
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is sought is made of the words
  const found = useMemo(() => part.customers.filter(isSought), [part.customers, search]);
  const left = isWhole ? 0 : found.length - AT_FIRST;
  return (
    <Card label={t('Audience')} title={fromServer(part.words)}>
      {part.campaignId && (
        <Changed<AudiencePart> path={audiencePath(part.campaignId)} shown={compared} onShow={setEdited} />
      )}
      <Stats>
        <Stat value={part.total} label={t('customers')} />
        <Stat value={part.reachable} label={t('reachable')} />
        <Stat value={part.recipients} label={t('recipients')} />
        {part.excluded.length > 0 && !part.estimated && (
          <Stat value={part.excluded.length} label={t('left out')} />
        )}
      </Stats>
      {part.estimated && (
        <p className="quiet mt-3">
          {t('Whom it reaches is estimated from {n} of {of} customers.', {
            n: part.estimated.customers,
            of: part.estimated.of,
          })}
        </p>
      )}
      <AudienceTools part={part} onPart={mayEdit ? setEdited : null} />
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
      {found.length > 0 && (
        <AudienceTable
          part={part}
          rows={found}
          readAll={async () => (await everybody(part, behind)).filter(isSought)}
          shown={isWhole ? null : AT_FIRST}
          onPart={setEdited}
        />
      )}
      {search && found.length === 0 && (
        <p className="quiet mt-2">{t('None of them matches “{search}”.', { search })}</p>
      )}
      {left > 0 && (
        <button type="button" className="btn btn-sm mt-2" onClick={() => setWhole(true)}>
          {t('Show {n} more', { n: left })}
        </button>
      )}
      {left <= 0 && part.next && <NextPage part={part} behind={behind} onPart={keep} />}
      <LeftOut excluded={part.excluded} campaignId={part.campaignId} onPart={setEdited} />
    </Card>
  );
}

type Behind = {
  part: AudiencePart;
  behind: PageBehind;
  onPart: (part: AudiencePart) => void;
};

/** What is behind the part of a long list that is here. */
function NextPage({ part, behind, onPart }: Behind) {
  const [problem, setProblem] = useState<string | null>(null);
  const more = () =>
    behind(part.next!).then(
      (page) =>
        onPart({
          ...part,
          customers: [...part.customers, ...page.customers],
          excluded: [...new Map([...part.excluded, ...page.excluded].map((one) => [one.id, one])).values()],
          next: page.next,
        }),
      (error: unknown) => setProblem(problemWords(error)),
    );
  return (
    <>
      <button type="button" className="btn btn-sm mt-2" onClick={() => void more()}>
        {t('Show those behind the first {n} of {of}', { n: part.customers.length, of: part.total })}
      </button>
      {problem && <Problem words={problem} />}
    </>
  );
}

function Notes({ part }: { part: AudiencePart }) {
  const unknown = Object.entries(part.unknown).map(([field, count]) =>
    t('{field} is not known for {count} more, who are therefore not in.', {
      field: inLanguage(field),
      count,
    }),
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
