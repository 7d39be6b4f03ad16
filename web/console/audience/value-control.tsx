import type { Clause } from '../../../core/audience/filter.ts';
import type { FieldView } from '../../../routes/fields.ts';
import { rich } from '../words/rich.ts';
import { t } from '../words/t.ts';
import { minorPerUnit } from '../words.ts';
import { DayField } from './day-field.tsx';
import { useFields } from './fields-context.ts';
import { ValuesField } from './values-field.tsx';

type Props = { field: FieldView; clause: Clause; onChange: (clause: Clause) => void };

/** The right control for a field and what is said of it. */
export function ValueControl({ field, clause, onChange }: Props) {
  switch (clause.op) {
    case 'known':
      return null;
    case 'contains':
    case 'like':
      return (
        <input
          className="input input-sm w-full text-base sm:text-sm"
          aria-label={t('Text')}
          maxLength={200}
          dir="auto"
          value={clause.text}
          onChange={({ target }) => onChange({ ...clause, text: target.value })}
        />
      );
    case 'in':
      return field.kind === 'yesno' ? (
        <select
          className="select select-sm w-full"
          aria-label={t('Value')}
          value={String(clause.values[0] ?? '')}
          onChange={({ target }) => onChange({ ...clause, values: target.value ? [target.value] : [] })}
        >
          <option value="">{t('choose …')}</option>
          <option value="yes">{t('yes')}</option>
          <option value="no">{t('no')}</option>
        </select>
      ) : (
        <ValuesField field={field} clause={clause} onChange={onChange} />
      );
    case 'between':
    case 'did':
      return <Range field={field} clause={clause} onChange={onChange} />;
    case 'top':
      return <Top clause={clause} onChange={onChange} />;
  }
}

type RangeProps = {
  field: FieldView;
  clause: Extract<Clause, { op: 'between' | 'did' }>;
  onChange: (clause: Clause) => void;
};

function Range({ field, clause, onChange }: RangeProps) {
  const { currency } = useFields();
  const isDay = clause.op === 'did' || field.kind === 'date';
  const scale = field.kind === 'money' ? minorPerUnit(currency) : 1;
  const ends = (['from', 'to'] as const).map((end) => {
    const label = end === 'from' ? t('From') : t('To');
    const value = clause[end];
    if (isDay)
      return (
        <DayField
          key={end}
          end={end}
          label={label}
          value={value == null ? '' : String(value)}
          onChange={(day) => onChange({ ...clause, [end]: day || null })}
        />
      );
    return (
      <input
        key={end}
        type="number"
        step="any"
        className="input input-sm w-28 text-base sm:text-sm"
        aria-label={label}
        placeholder={label.toLowerCase()}
        value={value == null ? '' : Number(value) / scale}
        onChange={({ target }) =>
          onChange({
            ...clause,
            [end]: target.value === '' ? null : Math.round(Number(target.value) * scale),
          })
        }
      />
    );
  });
  return (
    <div className="flex flex-wrap items-center gap-2">
      {ends}
      {field.kind === 'money' && <span className="quiet text-sm">{currency}</span>}
      {clause.op === 'did' && <Times clause={clause} onChange={onChange} />}
    </div>
  );
}

type Did = Extract<Clause, { op: 'did' }>;

const Times = ({ clause, onChange }: { clause: Did; onChange: (clause: Clause) => void }) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control stands in the sentence
  <label className="flex items-center gap-2 text-sm">
    {rich('at least {input} times', {
      input: (
        <input
          type="number"
          min={1}
          className="input input-sm w-20 text-base sm:text-sm"
          aria-label={t('Times at least')}
          value={clause.times?.from ?? 1}
          onChange={({ target }) =>
            onChange({ ...clause, times: { from: Number(target.value) || 1, to: null } })
          }
        />
      ),
    })}
  </label>
);

type TopClause = Extract<Clause, { op: 'top' }>;

function Top({ clause, onChange }: { clause: TopClause; onChange: (clause: Clause) => void }) {
  const isShare = clause.percent !== undefined;
  const { count: _count, percent: _percent, ...rest } = clause;
  const set = (number: number, share: boolean) =>
    onChange(share ? { ...rest, percent: number } : { ...rest, count: Math.round(number) });
  const number = clause.percent ?? clause.count ?? 1;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        type="number"
        min={1}
        className="input input-sm w-24 text-base sm:text-sm"
        aria-label={t('How many')}
        value={number}
        onChange={({ target }) => set(Math.max(1, Number(target.value)), isShare)}
      />
      <select
        className="select select-sm w-auto"
        aria-label={t('Customers or percent')}
        value={isShare ? 'percent' : 'count'}
        onChange={({ target }) =>
          set(Math.min(number, target.value === 'percent' ? 100 : number), target.value === 'percent')
        }
      >
        <option value="count">{t('customers')}</option>
        <option value="percent">{t('percent')}</option>
      </select>
      {clause.field !== 'random' && (
        <select
          className="select select-sm w-auto"
          aria-label={t('Highest or lowest')}
          value={clause.end}
          onChange={({ target }) => onChange({ ...clause, end: target.value as TopClause['end'] })}
        >
          <option value="highest">{t('with the highest')}</option>
          <option value="lowest">{t('with the lowest')}</option>
        </select>
      )}
    </div>
  );
}
