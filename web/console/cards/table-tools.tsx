import { useState } from 'react';
import { problemWords } from '../api.ts';
import { useMay } from '../me.ts';
import { t } from '../words/t.ts';
import { COLUMNS, type Column, type Row, toCsv } from './audience-columns.ts';
import { Problem } from './card.tsx';

type Props = {
  readAll: () => Promise<readonly Row[]>;
  columns: readonly Column[];
  onColumns: (columns: Column[]) => void;
};

/** Which columns a table has, and all of it as a file. */
export function TableTools({ readAll, columns, onColumns }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const all = Object.keys(COLUMNS) as Column[];
  const mayExport = useMay('export');
  const save = (rows: readonly Row[]) => {
    setProblem(null);
    // The mark at the front tells spreadsheets that it is UTF-8.
    const file = new Blob(['\ufeff', toCsv(rows, columns)], { type: 'text/csv' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = 'audience.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div className="mt-2 flex flex-wrap items-start gap-2 print:hidden">
      <details className="text-xs">
        <summary className="min-h-6">{t('Columns')}</summary>
        <p className="flex flex-wrap gap-x-4 gap-y-1 py-1">
          {all.map((key) => (
            <label key={key} className="flex min-h-6 items-center gap-1.5">
              <input
                type="checkbox"
                className="checkbox checkbox-xs"
                checked={columns.includes(key)}
                onChange={({ target }) =>
                  onColumns(all.filter((one) => (one === key ? target.checked : columns.includes(one))))
                }
              />
              {COLUMNS[key].label}
            </label>
          ))}
        </p>
      </details>
      {mayExport && (
        <button
          type="button"
          className="link ms-auto min-h-6 text-xs"
          onClick={() => void readAll().then(save, (error: unknown) => setProblem(problemWords(error)))}
        >
          {t('Export as CSV')}
        </button>
      )}
      {problem && <Problem words={problem} />}
    </div>
  );
}
