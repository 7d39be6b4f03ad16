import { useState } from 'react';
import type { z } from 'zod';
import type { CustomerRow, customerPage } from '../../../core/customers/list-customers.ts';
import { BASE } from '../api.ts';
import { Badge, Name, Problem } from '../cards/card.tsx';
import { LongList } from '../long-list.tsx';
import { useMay } from '../me.ts';
import { useLate } from '../use-late.ts';
import { useListed } from '../use-listed.ts';
import { rich } from '../words/rich.ts';
import { t } from '../words/t.ts';
import { countryWords, dateWords } from '../words.ts';
import { Choice, Frame, Loading, Nothing } from './page.tsx';

const STATUSES = { active: t('Active'), review: t('In review'), discarded: t('Discarded') } as const;
const SORTS = {
  name: t('By name'),
  contract_end: t('By contract end'),
  place: t('By place'),
  newest: t('Newest first'),
} as const;
const partOf = ({ customers, total, next }: z.infer<typeof customerPage>) => ({
  rows: customers,
  total,
  next,
});

/** Everybody in the workspace, however many. */
export function CustomersPage() {
  const [search, setSearch] = useState('');
  const [status, setStatus] = useState<keyof typeof STATUSES>('active');
  const [sort, setSort] = useState<keyof typeof SORTS>('name');
  const asked = useLate(search.trim());
  const query = new URLSearchParams({ status, sort, limit: '200', ...(asked ? { search: asked } : {}) });
  const { rows, total, problem, isReading, readMore, reload } = useListed(`/customers?${query}`, partOf);
  return (
    <Frame
      title={t('Customers')}
      hint={
        total === null
          ? SORTS[sort]
          : `${t('{n} {n|customer|customers}', { n: total })}, ${SORTS[sort].toLowerCase()}.`
      }
      action={<Ways />}
    >
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <input
          type="search"
          className="input min-w-0 grow basis-56 text-base sm:text-sm"
          placeholder={t('Search by name')}
          aria-label={t('Search customers')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <select
          className="select select-sm w-auto"
          aria-label={t('Order')}
          value={sort}
          onChange={({ target }) => setSort(target.value as keyof typeof SORTS)}
        >
          {Object.entries(SORTS).map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
        <Choice label={t('Which customers')} of={STATUSES} chosen={status} onChoose={setStatus} />
      </div>
      {problem && <Problem words={problem} onRetry={reload} />}
      {rows.length > 0 && (
        <LongList label={t('Customers')} rows={rows} keyOf={({ id }) => id} onEnd={readMore}>
          {(row) => <Row row={row} />}
        </LongList>
      )}
      {isReading && <Loading />}
      {!isReading && !problem && rows.length === 0 && (
        <Nothing>
          {asked ? (
            t('No name holds “{asked}”.', { asked })
          ) : status === 'active' ? (
            <FirstImport />
          ) : (
            t('There are none.')
          )}
        </Nothing>
      )}
    </Frame>
  );
}

const FirstImport = () => (
  <>
    {rich('There are none yet. {link}.', {
      link: (
        <a className="link" href="#/customers/import">
          {t('Import a file')}
        </a>
      ),
    })}
  </>
);

const FORMS = [
  ['csv', 'CSV'],
  ['xlsx', 'XLSX'],
  ['json', 'JSON'],
  ['venue-book', t('Venue book')],
] as const;

const Exports = () => (
  <details className="dropdown dropdown-end">
    <summary className="btn btn-sm">{t('Export all')}</summary>
    <ul className="menu dropdown-content z-10 w-40 rounded-box border border-base-300 bg-base-100 p-1">
      {FORMS.map(([format, words]) => (
        <li key={format}>
          <a href={`${BASE}/customers/export?format=${format}`} download>
            {words}
          </a>
        </li>
      ))}
    </ul>
  </details>
);

function Ways() {
  const mayImport = useMay('import');
  return (
    <>
      <Exports />
      <a className="btn btn-sm" href="#/customers/review">
        {t('Review list')}
      </a>
      <a className="btn btn-sm" href="#/customers/brands">
        {t('Brands')}
      </a>
      <a className="btn btn-sm" href="#/customers/stops">
        {t('Not written to')}
      </a>
      {mayImport && (
        <a className="btn btn-sm btn-primary" href="#/customers/import">
          {t('Import files')}
        </a>
      )}
    </>
  );
}

const Row = ({ row }: { row: CustomerRow }) => (
  <a
    href={`#/customers/${row.id}`}
    className="flex items-start justify-between gap-3 px-4 py-2.5 -outline-offset-2 hover:bg-base-200"
  >
    <span className="min-w-0">
      <span className="block font-medium">
        <Name>{row.name}</Name>
      </span>
      <span className="quiet block text-xs wrap-anywhere">
        {[row.brand, row.type, row.city, row.country && countryWords(row.country)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
    <span className="shrink-0 text-end">
      {row.tier && <Badge>{row.tier}</Badge>}
      <span className="quiet block text-xs tabular-nums">
        {row.contractEnd ? t('ends {date}', { date: dateWords(row.contractEnd) }) : t('end not known')}
      </span>
    </span>
  </a>
);
