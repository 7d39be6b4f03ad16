const RELATIVE: Record<string, string> = {
  today: 'today',
  'today-7d': '7 days ago',
  'today-30d': '30 days ago',
  'today-90d': '90 days ago',
  'today+30d': 'in 30 days',
  'today+90d': 'in 90 days',
  'month-start': 'start of this month',
  'month-end': 'end of this month',
  'month-start+1m': 'start of next month',
  'month-end+1m': 'end of next month',
  'quarter-start': 'start of this quarter',
  'quarter-end': 'end of this quarter',
  'year-start': 'start of this year',
  'year-end': 'end of this year',
};
const isDate = (value: string) => /^\d{4}-/.test(value);

type Props = { label: string; value: string; onChange: (value: string) => void };

/** A day of the calendar, or one that moves with the calendar. */
export function DayField({ label, value, onChange }: Props) {
  const relative = value !== '' && !isDate(value);
  return (
    <span className="flex flex-wrap items-center gap-1">
      <select
        className="select select-sm w-36"
        aria-label={`${label}: kind of day`}
        value={relative ? value : isDate(value) ? 'date' : ''}
        onChange={({ target }) =>
          onChange(target.value === 'date' ? new Date().toISOString().slice(0, 10) : target.value)
        }
      >
        <option value="">{label === 'From' ? 'no beginning' : 'no end'}</option>
        <option value="date">a date …</option>
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
