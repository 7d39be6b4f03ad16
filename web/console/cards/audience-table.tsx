import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { AudiencePart } from '../../../core/parts.ts';
import { fromServer, t } from '../words/t.ts';
import { COLUMNS, type Column, type Row, type Sort, sorted } from './audience-columns.ts';
import { AudienceDetails } from './audience-details.tsx';
import { Name } from './card.tsx';
import { TableTools } from './table-tools.tsx';

type Props = {
  part: AudiencePart;
  rows: readonly Row[];
  /** All of them, those among them who are not here yet. */
  readAll: () => Promise<readonly Row[]>;
  /** The first few; null for all, of which only those in sight are on the page. */
  shown: number | null;
  onPart: (part: AudiencePart) => void;
};

/** Who is meant, in the columns and the order that somebody chose; each row opens to who works there and why it is in. */
export function AudienceTable({ part, rows, readAll, shown, onPart }: Props) {
  // Where one condition admitted everybody, the title has said it; the column would only repeat it.
  const hasReasons = part.customers.some((one) => one.because !== part.words);
  const [columns, setColumns] = useState<Column[]>(
    hasReasons ? ['contractEnd', 'because', 'recipients'] : ['contractEnd', 'recipients'],
  );
  const [sort, setSort] = useState<Sort | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  // Hundreds of thousands are sorted once for each order, not for each row that comes into sight.
  const ordered = useMemo(() => (sort ? sorted(rows, sort) : rows), [rows, sort]);
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: shown === null ? ordered.length : 0,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    getItemKey: (index) => ordered[index]!.id,
  });
  const inSight = virtual.getVirtualItems();
  const visible = shown === null ? inSight.map(({ index }) => index) : [...ordered.keys()].slice(0, shown);
  const [above, below] = [
    inSight[0]?.start ?? 0,
    shown === null ? virtual.getTotalSize() - (inSight.at(-1)?.end ?? 0) : 0,
  ];
  const sortBy = (by: Sort['by']) =>
    setSort((before) => ({ by, isDown: before?.by === by && !before.isDown }));
  const head = (by: Sort['by'], words: string) => (
    <th
      key={by}
      className={`px-1 first:ps-0 last:pe-0 ${isWideOnly(by) ? 'max-sm:hidden' : ''}`}
      aria-sort={sort?.by === by ? (sort.isDown ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className="cursor-pointer text-start" onClick={() => sortBy(by)}>
        {words}
        <span aria-hidden="true">{sort?.by === by ? (sort.isDown ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
  return (
    <>
      <TableTools
        readAll={async () => (sort ? sorted(await readAll(), sort) : readAll())}
        columns={columns}
        onColumns={setColumns}
      />
      <div
        ref={frame}
        className={shown === null ? 'max-h-112 overflow-auto overscroll-contain' : 'overflow-x-auto'}
      >
        <table className="table table-sm mt-1 w-full [&_td]:align-top" aria-rowcount={ordered.length + 1}>
          <thead className={shown === null ? 'sticky top-0 z-1 bg-base-100' : ''}>
            <tr>
              {head('name', t('Customer'))}
              {columns.map((key) => head(key, COLUMNS[key].label))}
            </tr>
          </thead>
          <Gap height={above} />
          {visible.map((at) => {
            const one = ordered[at]!;
            return (
              <tbody key={one.id} ref={shown === null ? virtual.measureElement : null} data-index={at}>
                <CustomerRow
                  one={one}
                  index={at + 2}
                  columns={columns}
                  isOpen={open === one.id}
                  onOpen={() => setOpen(open === one.id ? null : one.id)}
                />
                {open === one.id && (
                  <tr>
                    <td colSpan={columns.length + 1} className="bg-base-200 wrap-anywhere">
                      <AudienceDetails one={one} campaignId={part.campaignId} onPart={onPart} />
                    </td>
                  </tr>
                )}
              </tbody>
            );
          })}
          <Gap height={below} />
        </table>
      </div>
    </>
  );
}

/** What is out of sight takes its room. */
const Gap = ({ height }: { height: number }) =>
  height > 0 && (
    <tbody aria-hidden="true">
      <tr>
        <td style={{ height, padding: 0 }} />
      </tr>
    </tbody>
  );

/** A guess; every row is measured. */
const ROW_HEIGHT = 52;

/** On a phone these stand below the name. */
const isWideOnly = (by: Sort['by']): boolean =>
  by === 'because' || by === 'brand' || by === 'country' || by === 'units';

type RowProps = {
  one: Row;
  /** From 1, the head included. */
  index: number;
  columns: readonly Column[];
  isOpen: boolean;
  onOpen: () => void;
};

const CustomerRow = ({ one, index, columns, isOpen, onOpen }: RowProps) => (
  <tr aria-rowindex={index}>
    <td className="px-1 ps-0 wrap-anywhere">
      <button
        type="button"
        className="cursor-pointer text-start hover:underline"
        aria-expanded={isOpen}
        onClick={onOpen}
      >
        <Name>{one.name}</Name>
      </button>
      <div className="quiet text-xs">{[one.city, one.country].filter(Boolean).join(', ')}</div>
      {columns.filter(isWideOnly).map((key) => (
        <div key={key} className="quiet text-xs wrap-anywhere sm:hidden">
          {COLUMNS[key].words(one)}
        </div>
      ))}
      {one.unreachable && (
        <div className="mt-0.5 text-xs font-medium text-red-700 wrap-anywhere dark:text-red-300">
          {t('Cannot be reached: {unreachable}', { unreachable: fromServer(one.unreachable) })}
        </div>
      )}
    </td>
    {columns.map((key) => (
      <td
        key={key}
        className={`px-1 last:pe-0 ${isWideOnly(key) ? 'quiet text-xs max-sm:hidden' : 'tabular-nums'}`}
      >
        {COLUMNS[key].words(one)}
      </td>
    ))}
  </tr>
);
