import { t } from '../words/t.ts';

const RELATIVE: Record<string, string> = {
  today: t('today'),
  'today-7d': t('{n} days ago', { n: 7 }),
  'today-30d': t('{n} days ago', { n: 30 }),
  'today-90d': t('{n} days ago', { n: 90 }),
  'today+30d': t('in {n} days', { n: 30 }),
  'today+90d': t('in {n} days', { n: 90 }),
  'month-start': t('start of this month'),
  'month-end': t('end of this month'),
  'month-start+1m': t('start of next month'),
  'month-end+1m': t('end of next month'),
  'quarter-start': t('start of this quarter'),
  'quarter-end': t('end of this quarter'),
  'year-start': t('start of this year'),
  'year-end': t('end of this year'),
};
const isDate = (value: string) => /^\d{4}-/.test(value);

type Props = { end: 'from' | 'to'; label: string; value: string; onChange: (value: string) => void };

/** A day of the calendar, or one that moves with the calendar. */
export function DayField({ end, label, value, onChange }: Props) {
  const relative = value !== '' && !isDate(value);
  return (
    <span className="flex flex-wrap items-center gap-1">
      <select
        className="select select-sm w-36"
        aria-label={t('{label}: kind of day', { label })}
        value={relative ? value : isDate(value) ? 'date' : ''}
        onChange={({ target }) =>
          onChange(target.value === 'date' ? new Date().toISOString().slice(0, 10) : target.value)
        }
      >
        <option value="">{end === 'from' ? t('no beginning') : t('no end')}</option>
        <option value="date">{t('a date …')}</option>
        {relative && !(value in RELATIVE) && <option value={value}>{value}</option>}
        {Object.entries(RELATIVE).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
      {isDate(value) && (
        <input
          type="date"
          className="input input-sm w-36 text-base sm:text-sm"
          aria-label={label}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </span>
  );
}
