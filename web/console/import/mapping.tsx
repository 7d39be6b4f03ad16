import { useState } from 'react';
import type { ImportPreview } from '../../../core/customers/import/preview-import.ts';
import { t } from '../words/t.ts';

type Table = ImportPreview['files'][number]['tables'][number];
type Column = Table['columns'][number];

type Props = {
  table: Table;
  choices: ImportPreview['choices'];
  isBusy: boolean;
  onCorrect: (columns: Record<string, string>) => void;
};

const SHOWN = 60;

/** What each column is taken for, why, and another meaning if that is wrong; remembered for files with this header. */
export function Mapping({ table, choices, isBusy, onCorrect }: Props) {
  const [isAll, setAll] = useState(false);
  const unsure = table.columns.filter(({ isUsed }) => !isUsed);
  const shown = isAll ? table.columns : table.columns.slice(0, SHOWN);
  return (
    <>
      <p className="mt-1 mb-2">
        {unsure.length === 0
          ? t('{n} {n|column|columns}, all understood.', { n: table.columns.length })
          : t('{n} of {all} {all|column|columns} not understood: say what they are, or leave them out.', {
              n: unsure.length,
              all: table.columns.length,
            })}
      </p>
      <ul aria-label={t('Columns')} className="divide-y divide-base-300">
        {shown.map((column, at) => (
          <ColumnRow
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one heading
            key={at}
            column={column}
            choices={choices}
            isBusy={isBusy}
            onChoose={(is) => onCorrect({ [column.label]: is })}
          />
        ))}
      </ul>
      {shown.length < table.columns.length && (
        <button type="button" className="btn btn-sm mt-2" onClick={() => setAll(true)}>
          {t('Show {n} more', { n: table.columns.length - shown.length })}
        </button>
      )}
    </>
  );
}

type RowProps = {
  column: Column;
  choices: Props['choices'];
  isBusy: boolean;
  onChoose: (is: string) => void;
};

const ColumnRow = ({ column, choices, isBusy, onChoose }: RowProps) => {
  const value = column.isUsed ? column.is : '';
  const isListed = choices.some(({ word }) => word === value);
  return (
    <li className="grid gap-x-3 gap-y-1 py-2 sm:grid-cols-2">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere" dir="auto">
          {column.label || t('(no heading)')}
        </p>
        <p className="quiet text-xs wrap-anywhere" dir="auto">
          {column.samples.slice(0, 3).join(' · ') || t('nothing in it')}
        </p>
      </div>
      <div className="min-w-0">
        <select
          className={`select select-sm w-full ${column.isUsed ? '' : 'border-warning'}`}
          aria-label={t('What “{label}” is', { label: column.label })}
          value={value}
          disabled={isBusy}
          onChange={({ target }) => onChoose(target.value || 'auto')}
        >
          {!column.isUsed && (
            <option value="">
              {column.is === 'unknown' ? t('Not understood') : `${wordsOf(column.is, choices)}?`}
            </option>
          )}
          {value && !isListed && <option value={value}>{wordsOf(value, choices)}</option>}
          {choices.map(({ word, label }) => (
            <option key={word} value={word}>
              {label}
            </option>
          ))}
        </select>
        <p className="quiet mt-0.5 text-xs wrap-anywhere">
          {column.because}
          {column.confidence > 0 &&
            column.confidence < 1 &&
            t(', {n} % sure', { n: Math.round(100 * column.confidence) })}
        </p>
      </div>
    </li>
  );
};

/** "contact.email@it manager" → "Contact: email (it manager)". */
function wordsOf(word: string, choices: Props['choices']): string {
  const [plain = word, role] = word.split('@', 2);
  const label = choices.find((choice) => choice.word === plain)?.label ?? plain;
  return role ? `${label} (${role})` : label;
}
