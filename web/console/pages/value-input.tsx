import { useId } from 'react';
import type { FieldView } from '../../../routes/fields.ts';
import { usePolled } from '../use-polled.ts';
import { inLanguage, t } from '../words/t.ts';
import { minorPerUnit } from '../words.ts';

export type Value = string | number | boolean | null;
type Props = {
  field: FieldView;
  currency: string;
  value: Value;
  onChange: (value: Value) => void;
  label?: string;
};

/** The right control for one value of a field; what the workspace knows is offered, anything may be typed. */
export function ValueInput({ field, currency, value, onChange, label = inLanguage(field.label) }: Props) {
  const id = useId();
  const brands = usePolled<{ brands: { name: string }[] }>(field.kind === 'brand' ? '/brands' : null, null);
  if (field.kind === 'yesno')
    return (
      <select
        className="select select-sm w-full"
        aria-label={label}
        value={value === null ? '' : value === true || value === 'yes' ? 'yes' : 'no'}
        onChange={({ target }) => onChange(target.value || null)}
      >
        <option value="">{t('not known')}</option>
        <option value="yes">{t('yes')}</option>
        <option value="no">{t('no')}</option>
      </select>
    );
  const isNumber = field.kind === 'number' || field.kind === 'money';
  const scale = field.kind === 'money' ? minorPerUnit(currency) : 1;
  const read = (text: string): Value => (isNumber ? Math.round(Number(text) * scale) : text);
  const options = [...field.values, ...(brands.data?.brands.map(({ name }) => name) ?? [])];
  return (
    <span className="flex items-center gap-2">
      <input
        type={isNumber ? 'number' : field.kind === 'date' ? 'date' : 'text'}
        step="any"
        className="input input-sm w-full text-base sm:text-sm"
        aria-label={label}
        dir="auto"
        maxLength={2000}
        list={options.length > 0 ? id : undefined}
        value={value === null ? '' : isNumber ? Number(value) / scale : String(value)}
        onChange={({ target }) => onChange(target.value === '' ? null : read(target.value))}
      />
      {field.kind === 'money' && <span className="quiet">{currency}</span>}
      {options.length > 0 && (
        <datalist id={id}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
    </span>
  );
}
