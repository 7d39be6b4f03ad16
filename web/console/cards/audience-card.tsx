import { useState } from 'react';
import type { AudiencePart } from '../../../core/parts.ts';
import { Badge, Card, Stat } from './card.tsx';

const PAGE = 25;

export function AudienceCard({ part }: { part: AudiencePart }) {
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(PAGE);
  const found = part.customers.filter((one) => one.name.toLowerCase().includes(search.toLowerCase()));
  return (
    <Card label="Audience" title={part.words} badge={<Badge>Audience</Badge>}>
      <div className="mb-3 flex flex-wrap gap-x-6 gap-y-2">
        <Stat value={part.total} label="customers" />
        <Stat value={part.reachable} label="reachable" />
        <Stat value={part.recipients} label="recipients" />
        {part.excluded.length > 0 && <Stat value={part.excluded.length} label="left out" />}
      </div>
      <ul className="mb-3 list-inside list-disc space-y-1">
        {part.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {Object.entries(part.unknown).map(([field, count]) => (
          <li key={field}>
            {field} is not known for {count} more, who are not in.
          </li>
        ))}
      </ul>
      {part.customers.length > 8 && (
        <input
          type="search"
          className="input input-sm mb-2 w-full max-w-xs"
          placeholder={`Search ${part.customers.length} customers`}
          aria-label="Search these customers"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      {part.customers.length > 0 && <CustomerTable rows={found.slice(0, shown)} />}
      {found.length > shown && (
        <button type="button" className="btn btn-sm btn-ghost mt-2" onClick={() => setShown(shown + 200)}>
          Show more ({found.length - shown} left)
        </button>
      )}
      <LeftOut excluded={part.excluded} />
    </Card>
  );
}

function CustomerTable({ rows }: { rows: AudiencePart['customers'] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="max-h-96 overflow-auto" tabIndex={0} aria-label="Customers">
      <table className="table table-sm table-pin-rows">
        <thead>
          <tr>
            <th>Customer</th>
            <th className="hidden sm:table-cell">Place</th>
            <th>Contract ends</th>
            <th className="hidden sm:table-cell">Why in</th>
            <th className="text-right">Recipients</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <td>
                <bdi>{one.name}</bdi>
                {one.unreachable && (
                  <div className="text-xs text-warning-content/80 dark:text-warning">{one.unreachable}</div>
                )}
              </td>
              <td className="hidden sm:table-cell">
                {[one.city, one.country].filter(Boolean).join(', ') || '?'}
              </td>
              <td className="whitespace-nowrap">{one.contractEnd ?? 'not known'}</td>
              <td className="hidden text-xs opacity-80 sm:table-cell">{one.because}</td>
              <td className="text-right tabular-nums">{one.recipients}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LeftOut({ excluded }: { excluded: AudiencePart['excluded'] }) {
  if (excluded.length === 0) return null;
  return (
    <details className="mt-3">
      <summary className="cursor-pointer">Left out: {excluded.length}</summary>
      <ul className="mt-2 max-h-60 space-y-1 overflow-auto">
        {excluded.map((one) => (
          <li key={`${one.id} ${one.reason}`}>
            <bdi>{one.name}</bdi> <span className="opacity-70">· {one.reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
