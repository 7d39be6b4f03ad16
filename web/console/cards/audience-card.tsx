import { useState } from 'react';
import type { AudiencePart } from '../../../core/parts.ts';
import { t } from '../words/t.ts';
import { dateWords } from '../words.ts';
import { Card, Name, Stat, Stats } from './card.tsx';
import { LeftOut } from './left-out.tsx';

const AT_FIRST = 6;
const MORE = 100;
const NOTES_OPEN = 3;
const isFound = (search: string) => (one: AudiencePart['customers'][number]) =>
  [one.name, one.city, one.country, one.brand].some((text) => text?.toLowerCase().includes(search));

export function AudienceCard({ part }: { part: AudiencePart }) {
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(AT_FIRST);
  const found = part.customers.filter(isFound(search.trim().toLowerCase()));
  const left = found.length - shown;
  return (
    <Card label={t('Audience')} title={part.words}>
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
      {found.length > 0 && <CustomerTable rows={found.slice(0, shown)} words={part.words} />}
      {search && found.length === 0 && (
        <p className="quiet mt-2">{t('None of them matches “{search}”.', { search })}</p>
      )}
      {left > 0 && (
        <button type="button" className="btn btn-sm mt-2" onClick={() => setShown(shown + MORE)}>
          {t('Show {n} more', { n: Math.min(left, MORE) })}
          {left > MORE && t(' of {left}', { left })}
        </button>
      )}
      <LeftOut excluded={part.excluded} />
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
        <li key={note}>{note}</li>
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

type TableProps = { rows: AudiencePart['customers']; words: string };

function CustomerTable({ rows, words }: TableProps) {
  // Where one condition admitted everybody, the title has said it; the column would only repeat it.
  const hasReasons = rows.some((one) => one.because !== words);
  return (
    <table className="table table-sm mt-2 w-full table-fixed [&_td]:align-top">
      <thead>
        <tr>
          <th className="ps-0">{t('Customer')}</th>
          <th className="w-24 sm:w-28">
            <span className="hidden sm:inline">{t('Contract ends')}</span>
            <span className="sm:hidden">{t('Ends')}</span>
          </th>
          {hasReasons && <th className="hidden w-56 md:table-cell">{t('Why in')}</th>}
          <th className="w-10 pe-0 text-end sm:w-24">
            <span className="hidden sm:inline">{t('Recipients')}</span>
            <span className="sm:hidden" title={t('Recipients')}>
              {t('Rec.')}
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <CustomerRow key={one.id} one={one} because={hasReasons ? one.because : null} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { one: AudiencePart['customers'][number]; because: string | null };

const CustomerRow = ({ one, because }: RowProps) => (
  <tr>
    <td className="ps-0">
      <Name>{one.name}</Name>
      <div className="quiet text-xs">{[one.city, one.country].filter(Boolean).join(', ')}</div>
      {because && <div className="quiet text-xs wrap-anywhere md:hidden">{because}</div>}
      {one.unreachable && (
        <div className="mt-0.5 text-xs font-medium text-red-700 wrap-anywhere dark:text-red-300">
          {t('Cannot be reached: {unreachable}', { unreachable: one.unreachable })}
        </div>
      )}
    </td>
    <td className="tabular-nums">{one.contractEnd ? dateWords(one.contractEnd) : t('not known')}</td>
    {because && <td className="quiet hidden text-xs wrap-anywhere md:table-cell">{because}</td>}
    <td className="pe-0 text-end tabular-nums">{one.recipients}</td>
  </tr>
);
